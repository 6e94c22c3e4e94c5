/** A run's columns thinned and rounded for the page. */

import type { RunTrack } from '#contract/runs';
import { GAITS, type KneeLoad, type Track } from '#core';

/** Most points that are sent: above the pixels of any screen that shows them. */
const MOST_POINTS = 4000;

/** Decimals kept, each well below the noise of its channel, to keep the answer small. */
const DECIMALS = {
  timeS: 1,
  distanceM: 1,
  altitudeM: 2,
  gradePct: 2,
  speedMps: 3,
  cadenceSpm: 1,
  heartRateBpm: 0,
  load: 3,
  degrees: 6,
};

const METRES_PER_KM = 1000;

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
const orNull = (value: number | undefined, decimals: number): number | null =>
  value === undefined || Number.isNaN(value) ? null : rounded(value, decimals);

/**
 * Flat-easy km a km run between two samples.
 *
 * @returns Null where no ground was covered.
 */
function loadPerKm(track: Track, kneeLoad: KneeLoad, from: number, until: number): number | null {
  const metres = (track.distanceM[until] ?? Number.NaN) - (track.distanceM[from] ?? Number.NaN);
  if (!(metres > 0)) return null;
  let km = 0;
  for (let i = from; i < until; i++) km += kneeLoad.kneeLoadKm[i] ?? 0;
  return rounded((km * METRES_PER_KM) / metres, DECIMALS.load);
}

/**
 * @param track The run.
 * @param kneeLoad Its load, an entry an interval.
 * @param expectedCadenceSpm Its expected cadence, an entry an interval; NaN where none.
 * @returns At most {@link MOST_POINTS} points, every n-th sample and the last; load is the mean up to the next point.
 */
export function chartTrack(track: Track, kneeLoad: KneeLoad, expectedCadenceSpm: Float64Array): RunTrack {
  const step = Math.max(1, Math.ceil(track.length / (MOST_POINTS - 1)));
  const at: number[] = [];
  for (let i = 0; i < track.length; i += step) at.push(i);
  if (track.length > 0 && at.at(-1) !== track.length - 1) at.push(track.length - 1);
  const column = (values: Float64Array, decimals: number) => at.map((i) => orNull(values[i], decimals));
  return {
    timeS: at.map((i) => rounded(track.timeS[i] ?? 0, DECIMALS.timeS)),
    distanceM: at.map((i) => rounded(track.distanceM[i] ?? 0, DECIMALS.distanceM)),
    altitudeM: column(track.altitudeM, DECIMALS.altitudeM),
    gradePct: column(track.gradePct, DECIMALS.gradePct),
    speedMps: column(track.speedMps, DECIMALS.speedMps),
    cadenceSpm: column(track.cadenceSpm, DECIMALS.cadenceSpm),
    expectedCadenceSpm: column(expectedCadenceSpm, DECIMALS.cadenceSpm),
    heartRateBpm: column(track.heartRateBpm, DECIMALS.heartRateBpm),
    kneeLoadPerKm: at.map((i, k) => loadPerKm(track, kneeLoad, i, at[k + 1] ?? i)),
    latDeg: column(track.latDeg, DECIMALS.degrees),
    lonDeg: column(track.lonDeg, DECIMALS.degrees),
    gait: at.map((i) => GAITS[track.gait[i] ?? 0] ?? 'stand'),
  };
}
