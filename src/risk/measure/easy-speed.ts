import type { EarlierRun } from '../../history/run-facts.ts';
import { runsWithin } from '../../history/spikes.ts';
import { weightedMedian } from '../../stats/stats.ts';

/** Days looked back for the runner's easy speed, as for the own cadence line. Assumption. */
const LOOK_BACK_DAYS = 90;
/** Minutes of flat steady running that an easy speed needs. Assumption. */
const MIN_MINUTES = 60;

/**
 * The runner's usual easy speed on the flat: the median by time of the flat steady running of 90 days, metres a second.
 * @returns null with under an hour of such running
 */
export function easySpeedMps(runs: readonly EarlierRun[], beforeMs: number): number | null {
  const speedsMps: number[] = [];
  const durationsS: number[] = [];
  let seconds = 0;
  for (const { facts } of runsWithin(runs, beforeMs, LOOK_BACK_DAYS)) {
    for (const { speedMps, durationS } of facts.flatCadence) {
      speedsMps.push(speedMps);
      durationsS.push(durationS);
      seconds += durationS;
    }
  }
  return seconds < MIN_MINUTES * 60 ? null : weightedMedian(speedsMps, durationsS);
}
