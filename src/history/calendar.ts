/**
 * Days and weeks. All by UTC for now: files give the moment, not the runner's time zone, so a run near midnight may
 * count for the neighbouring day.
 */

/** Milliseconds of a day without clock changes. */
export const DAY_MS = 86_400_000;

/** ISO date (YYYY-MM-DD) of a moment, UTC. */
export const isoDate = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** First millisecond of an ISO date (YYYY-MM-DD), UTC; NaN when it is no date. */
export const startOfDayMs = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** First millisecond of the Monday that begins the week of a moment, UTC. */
export function mondayMs(atMs: number): number {
  const midnightMs = Math.floor(atMs / DAY_MS) * DAY_MS;
  // getUTCDay counts from Sunday; moved so that Monday is 0.
  const daysIntoWeek = (new Date(midnightMs).getUTCDay() + 6) % 7;
  return midnightMs - daysIntoWeek * DAY_MS;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An ISO date as people write it: 4 May 2026. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
