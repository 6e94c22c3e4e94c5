import { weightedQuantile } from '../stats/stats.ts';
import { localDate, mondayOf, mondaysBetween } from './calendar.ts';
import type { CadenceBin, PastRun } from './run-facts.ts';

/** Flat steady running that a week needs before it shows a cadence, minutes. Assumption. */
const MIN_WEEK_MINUTES = 10;

/** Cadence of one week at the runner's usual flat speed. */
export interface CadenceWeek {
  /** ISO date of the Monday. */
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
  /** IANA name of the zone that weeks go by; null for UTC. */
  readonly timeZone: string | null;
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
  const dates = runs.map(({ facts }) => localDate(facts.startedAtMs, bench.timeZone));
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const byMonday = new Map<string, CadenceBin[]>();
  for (const [i, { facts }] of runs.entries()) {
    const monday = mondayOf(dates[i] as string);
    byMonday.set(monday, [...(byMonday.get(monday) ?? []), ...facts.flatCadence.filter(isNearUsual)]);
  }
  return mondaysBetween(first, last).map((monday) => summarise(monday, byMonday.get(monday) ?? [], bench));
}
