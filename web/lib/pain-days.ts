import type { StoredPainEntry } from '#contract/runner';

/** The worst score of one day. */
export interface PainDay {
  /** ISO date. */
  readonly date: string;
  /** 0 to 10. */
  readonly worst: number;
}

/** The worst score of each day that says something, oldest first. */
export function painDays(entries: readonly StoredPainEntry[]): PainDay[] {
  const days = new Map<string, number>();
  for (const { date, before, during, hourAfter, nextMorning } of entries) {
    const scores = [before, during, hourAfter, nextMorning].filter((score) => score !== null);
    if (scores.length > 0) days.set(date, Math.max(days.get(date) ?? 0, ...scores));
  }
  return [...days].map(([date, worst]) => ({ date, worst })).sort((a, b) => a.date.localeCompare(b.date));
}
