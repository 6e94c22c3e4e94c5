const DAY_MS = 86_400_000;
/** A week, ms. */
export const WEEK_MS = 7 * DAY_MS;
/** Months on the axis; more would touch one another. */
const MOST_LABELS = 9;
/** Every so many months, to choose from. */
const MONTH_STEPS = [1, 2, 3, 6, 12, 24];
/** Up to so many weeks each is named; more names would touch on a phone. */
const MOST_NAMED_WEEKS = 6;

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const weekFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The middle of a week on the time axis, ms; columns stand over it. */
export const weekMiddle = (weekStart: string): number => Date.parse(`${weekStart}T00:00:00Z`) + WEEK_MS / 2;

/** `9 Mar 2026`, of a place on the time axis. */
export const weekName = (middleMs: number): string => weekFormat.format(middleMs - WEEK_MS / 2);

function monthStarts(fromMs: number, toMs: number): number[] {
  const from = new Date(fromMs);
  const months = (toMs - fromMs) / (30 * DAY_MS);
  const step = MONTH_STEPS.find((candidate) => months / candidate <= MOST_LABELS) ?? 24;
  const starts: number[] = [];
  for (let month = 0; ; month++) {
    const start = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1);
    if (start > toMs) return starts;
    if (start >= fromMs && new Date(start).getUTCMonth() % Math.min(step, 12) === 0) starts.push(start);
  }
}

function monthLabel(ms: number): string {
  const date = new Date(ms);
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : monthFormat.format(date);
}

const isEachNamed = (fromMs: number, toMs: number): boolean => toMs - fromMs <= MOST_NAMED_WEEKS * WEEK_MS;

/** Places of the labels on the time axis, ms: the middle of each week where there are few, else starts of months. */
export function tickPlaces(weekStarts: readonly string[], fromMs: number, toMs: number): number[] {
  if (!isEachNamed(fromMs, toMs)) return monthStarts(fromMs, toMs);
  return weekStarts.map(weekMiddle).filter((middle) => middle >= fromMs && middle <= toMs);
}

/** The label at one of {@link tickPlaces}: the day a week begins, or the month. */
export const tickLabel = (placeMs: number, fromMs: number, toMs: number): string =>
  isEachNamed(fromMs, toMs) ? dayFormat.format(placeMs - WEEK_MS / 2) : monthLabel(placeMs);
