/** How a run's distance stands against the runs of the month before it (Frandsen 2025's measure). */
import { DAY_MS } from './calendar.ts';
import type { EarlierRun } from './run-facts.ts';

/** Days that Frandsen 2025 looked back. */
export const SPIKE_WINDOW_DAYS = 30;

/** The runs that started within the days before a moment, not at it. */
export const runsWithin = <Run extends EarlierRun>(runs: readonly Run[], beforeMs: number, days: number): Run[] =>
  runs.filter(({ facts }) => facts.startedAtMs < beforeMs && facts.startedAtMs >= beforeMs - days * DAY_MS);

/**
 * Longest single run of the 30 days before a moment, metres; null when there is none.
 * @param runs each run once, see `distinctRuns`
 * @cite Frandsen2025
 */
export function longestBeforeM(runs: readonly EarlierRun[], beforeMs: number): number | null {
  const recent = runsWithin(runs, beforeMs, SPIKE_WINDOW_DAYS);
  return recent.length === 0 ? null : Math.max(...recent.map(({ facts }) => facts.distanceM));
}
