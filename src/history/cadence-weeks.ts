import { weightedQuantile } from '../stats/stats.ts';
import { DAY_MS, isoDate, mondayMs } from './calendar.ts';
import type { CadenceBin, PastRun } from './run-facts.ts';

/** Flat steady running that a week needs before it shows a cadence, minutes. Assumption. */
const MIN_WEEK_MINUTES = 10;

/** Cadence of one week at the runner's usual flat speed. */
export interface CadenceWeek {
  /** ISO date of the Monday, UTC. */
  readonly weekStart: string;
  /** Median, steps/min, moved to the usual speed; null in a week with under 10 minutes of flat steady running. */
  readonly cadenceSpm: number | null;
  /** Quartiles of the same, by time. */
  readonly lowSpm: number | null;
  readonly highSpm: number | null;
  /** Minutes of flat steady running behind it. */
  readonly minutes: number;
}

/** What the weeks are compared at. */
export interface CadenceBench {
  readonly usualSpeedMps: number;
  /** Steps/min a m/s, to move a cadence to the usual speed. */
  readonly slopeSpmPerMps: number;
}

function summarise(weekStart: string, bins: readonly CadenceBin[], bench: CadenceBench): CadenceWeek {
  const durations = bins.map(({ durationS }) => durationS);
  const moved = bins.map(
    ({ cadenceSpm, speedMps }) => cadenceSpm + bench.slopeSpmPerMps * (bench.usualSpeedMps - speedMps),
  );
  const minutes = durations.reduce((total, durationS) => total + durationS, 0) / 60;
  if (minutes < MIN_WEEK_MINUTES) return { weekStart, cadenceSpm: null, lowSpm: null, highSpm: null, minutes };
  return {
    weekStart,
    cadenceSpm: weightedQuantile(moved, durations, 0.5),
    lowSpm: weightedQuantile(moved, durations, 0.25),
    highSpm: weightedQuantile(moved, durations, 0.75),
    minutes,
  };
}

/**
 * Cadence week by week, without a gap from the first run to the last.
 * @param runs each run once, earliest first
 * @param isNearUsual which bins count
 */
export function cadenceWeeks(
  runs: readonly PastRun[],
  bench: CadenceBench,
  isNearUsual: (bin: CadenceBin) => boolean,
): CadenceWeek[] {
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [];
  const byMonday = new Map<number, CadenceBin[]>();
  for (const { facts } of runs) {
    const mondayAtMs = mondayMs(facts.startedAtMs);
    byMonday.set(mondayAtMs, [...(byMonday.get(mondayAtMs) ?? []), ...facts.flatCadence.filter(isNearUsual)]);
  }
  const table: CadenceWeek[] = [];
  for (let atMs = mondayMs(first.facts.startedAtMs); atMs <= last.facts.startedAtMs; atMs += 7 * DAY_MS)
    table.push(summarise(isoDate(atMs), byMonday.get(atMs) ?? [], bench));
  return table;
}
