/** How far ahead of the clock a date may be, milliseconds: a day, because the runner's day may have begun before ours. */
const MOST_AHEAD_MS = 86_400_000;

/**
 * What is wrong with the first date that lies in the future; null when none does.
 *
 * @param dates ISO dates by the name of their field; null where not told
 * @param nowMs Milliseconds since 1970, UTC.
 */
export function futureDate(dates: Readonly<Record<string, string | null>>, nowMs: number): string | null {
  for (const [field, date] of Object.entries(dates)) {
    if (date !== null && Date.parse(date) > nowMs + MOST_AHEAD_MS)
      return `"${field}" has to be today or earlier, and ${date} is in the future`;
  }
  return null;
}
