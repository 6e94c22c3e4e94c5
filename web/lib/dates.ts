const DAY_MS = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const dayYearFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const longFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });
const plainFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `Sat 14 Mar`, in the reader's own time zone. */
export const shortDay = (iso: string): string => dayFormat.format(new Date(iso));
/** `Sat, 14 Mar 2026`. */
export const shortDayYear = (iso: string): string => dayYearFormat.format(new Date(iso));
/** `Saturday 14 March 2026 at 07:32`. */
export const longMoment = (iso: string): string => longFormat.format(new Date(iso));
/** `March 2026`. */
export const monthName = (iso: string): string => monthFormat.format(new Date(iso));
/** A calendar date without a time: `14 Mar 2026`. */
export const plainDate = (isoDate: string): string => plainFormat.format(new Date(`${isoDate}T00:00:00Z`));
/** `2026-03` of a moment, local time; names a month for grouping. */
export function monthKey(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}
/** Local calendar date of a moment, `2026-03-14`. */
export function localDate(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}
/** Days between two moments, with fraction; negative when the second is earlier. */
export const daysBetween = (earlierIso: string, laterIso: string): number =>
  (Date.parse(laterIso) - Date.parse(earlierIso)) / DAY_MS;
