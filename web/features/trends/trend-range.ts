/** How much of the past is shown. */
export type TrendRange = 'quarter' | 'year' | 'all';

const WEEKS: Record<TrendRange, number> = { quarter: 13, year: 52, all: Number.POSITIVE_INFINITY };

/** The latest weeks of a range; weeks are ordered oldest first. */
export const inRange = <T>(weeks: readonly T[], range: TrendRange): T[] =>
  WEEKS[range] === Number.POSITIVE_INFINITY ? [...weeks] : weeks.slice(-WEEKS[range]);
