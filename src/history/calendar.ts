/**
 * Days and weeks by the runner's own calendar. Files give the moment of a run, rarely the place's clock, so one time zone
 * stands for the runner: a run on a journey may count for the neighbouring day.
 */

/** Milliseconds of a day without clock changes. */
export const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Formatters by zone: each costs far more to make than to use, and makes the same of the same moment. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}

/**
 * ISO date (YYYY-MM-DD) of a moment on the runner's calendar.
 * @param atMs milliseconds since 1970, UTC
 * @param timeZone IANA name such as Europe/Vienna; null for UTC
 * @throws RangeError for a zone that nobody knows
 */
export function localDate(atMs: number, timeZone: string | null): string {
  if (timeZone === null) return new Date(atMs).toISOString().slice(0, 10);
  const parts = formatIn(timeZone).formatToParts(atMs);
  const part = (type: 'year' | 'month' | 'day') => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** Days of an ISO date (YYYY-MM-DD) since 1 January 1970; NaN when it is no date. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** The ISO date so many days after another. */
export const addDays = (date: string, days: number): string => localDate((dayNumber(date) + days) * DAY_MS, null);

/** The Monday that begins the week of an ISO date. */
export function mondayOf(date: string): string {
  // 1 January 1970 was a Thursday; moved so that Monday is 0.
  const daysIntoWeek = (((dayNumber(date) + 3) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
  return addDays(date, -daysIntoWeek);
}

/** The Mondays from that of one ISO date to that of another, both included; empty when the second week is before the first. */
export function mondaysBetween(firstDate: string, lastDate: string): string[] {
  const first = mondayOf(firstDate);
  const weeks = (dayNumber(mondayOf(lastDate)) - dayNumber(first)) / WEEK_DAYS;
  return Array.from({ length: Math.max(0, weeks + 1) }, (_, week) => addDays(first, week * WEEK_DAYS));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An ISO date as people write it: 4 May 2026. */
export function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
