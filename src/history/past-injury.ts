import { DAY_MS, dayNumber } from './calendar.ts';
import type { Profile } from './profile.ts';

/** Days of a mean month. */
const MONTH_DAYS = 365.25 / 12;
/** Months for which an injury counts, as in the cohorts. @cite Dillon2023, VanDerWorp2015 */
export const INJURY_MONTHS = 12;

/** Months from an ISO date to a moment; null when the date is not told, is no date, or lies after the moment. */
export function monthsSince(date: string | null, atMs: number): number | null {
  if (date === null) return null;
  const months = (atMs / DAY_MS - dayNumber(date)) / MONTH_DAYS;
  return months >= 0 ? months : null;
}

/** Whether the runner told of a knee or other running injury in the year before a moment. */
export const injuredWithinYear = (profile: Profile, atMs: number): boolean =>
  [profile.lastKneeInjury, profile.lastOtherInjury].some((date) => {
    const months = monthsSince(date, atMs);
    return months !== null && months <= INJURY_MONTHS;
  });
