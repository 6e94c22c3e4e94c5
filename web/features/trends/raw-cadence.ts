import type { RunSummary } from '#contract/runs';
import type { CadenceWeek } from '#contract/trends';

const WEEK_MS = 7 * 86_400_000;
const SECONDS_PER_MINUTE = 60;

/**
 * Cadence of each week as it was run, weighted by time, with the slowest and quickest run of the week.
 *
 * @param weekStarts - ISO dates of Mondays, one week apart, oldest first
 */
export function rawCadenceWeeks(runs: readonly RunSummary[], weekStarts: readonly string[]): CadenceWeek[] {
  const firstMs = Date.parse(`${weekStarts[0]}T00:00:00Z`);
  const weeks = weekStarts.map((weekStart) => ({ weekStart, steps: 0, minutes: 0, cadences: [] as number[] }));
  for (const run of runs) {
    const week = weeks[Math.floor((Date.parse(run.startedAt) - firstMs) / WEEK_MS)];
    if (!week || run.runningCadenceSpm === null) continue;
    const minutes = run.movingTimeS / SECONDS_PER_MINUTE;
    week.steps += run.runningCadenceSpm * minutes;
    week.minutes += minutes;
    week.cadences.push(run.runningCadenceSpm);
  }
  return weeks.map(({ weekStart, steps, minutes, cadences }) => ({
    weekStart,
    cadenceSpm: minutes > 0 ? steps / minutes : null,
    lowSpm: minutes > 0 ? Math.min(...cadences) : null,
    highSpm: minutes > 0 ? Math.max(...cadences) : null,
    minutes,
  }));
}
