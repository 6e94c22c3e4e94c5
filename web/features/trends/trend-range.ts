import { latestWeeks, type WeekWindow } from '../../components/chart/week-window.ts';

/** How much of the past is shown. */
export type TrendRange = 'month' | 'quarter' | 'half' | 'year' | 'all';

const WEEKS: Record<TrendRange, number> = {
  month: 5,
  quarter: 13,
  half: 26,
  year: 52,
  all: Number.POSITIVE_INFINITY,
};

/** The latest weeks of a range. @param weekStarts - ISO dates of Mondays, oldest first; at least one */
export const windowOfRange = (weekStarts: readonly string[], range: TrendRange): WeekWindow =>
  latestWeeks(weekStarts, WEEKS[range]);
