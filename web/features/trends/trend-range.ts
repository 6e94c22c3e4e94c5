/** How much of the past is shown. */
export type TrendRange = 'month' | 'quarter' | 'half' | 'year' | 'all';

const WEEKS: Record<TrendRange, number> = {
  month: 5,
  quarter: 13,
  half: 26,
  year: 52,
  all: Number.POSITIVE_INFINITY,
};

/** The latest weeks of a range; weeks are ordered oldest first. */
export const inRange = <T>(weeks: readonly T[], range: TrendRange): T[] =>
  WEEKS[range] === Number.POSITIVE_INFINITY ? [...weeks] : weeks.slice(-WEEKS[range]);
