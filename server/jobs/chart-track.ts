/** A run's columns thinned and rounded for the page. */

import type { RunTrack } from '#contract/runs';
import { GAITS, type KneeLoad, splits, type Track } from '#core';

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
/** International mile, metres (exact by definition). */
const METRES_PER_MILE = 1609.344;

const rounded = (value: number, decimals: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
const orNull = (value: number | undefined, decimals: number): number | null =>
  value === undefined || Number.isNaN(value) ? null : rounded(value, decimals);

/** Load is shown as its mean over this way: from sample to sample distance and cadence are too rough to read. Metres. */
const LOAD_WINDOW_M = 50;

/**
 * Flat-easy km a km run around each sample: load over way in a centred window, running sums.
 *
 * @returns NaN where no ground was covered.
 */
function loadPerKm(track: Track, kneeLoad: KneeLoad): Float64Array {
  const { distanceM, length } = track;
  const sumKm = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sumKm[i + 1] = (sumKm[i] as number) + (kneeLoad.kneeLoadKm[i] as number);
  const perKm = new Float64Array(length).fill(Number.NaN);
  let from = 0;
  let until = 0;
  for (let i = 0; i < length; i++) {
    const centre = distanceM[i] as number;
    while ((distanceM[from] as number) < centre - LOAD_WINDOW_M / 2) from++;
    while (until + 1 < length && (distanceM[until] as number) < centre + LOAD_WINDOW_M / 2) until++;
    const metres = (distanceM[until] as number) - (distanceM[from] as number);
    if (metres > 0) perKm[i] = (((sumKm[until] as number) - (sumKm[from] as number)) * METRES_PER_KM) / metres;
  }
  return perKm;
}

/**
 * @param track The run.
 * @param kneeLoad Its load, an entry an interval.
 * @param expectedCadenceSpm Its expected cadence, an entry an interval; NaN where none.
 * @returns At most {@link MOST_POINTS} points, every n-th sample and the last; load is the mean over the way around.
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
    kneeLoadPerKm: column(loadPerKm(track, kneeLoad), DECIMALS.load),
    latDeg: column(track.latDeg, DECIMALS.degrees),
    lonDeg: column(track.lonDeg, DECIMALS.degrees),
    gait: at.map((i) => GAITS[track.gait[i] ?? 0] ?? 'stand'),
    splits: {
      km: splits(track, kneeLoad.kneeLoadKm, METRES_PER_KM),
      mi: splits(track, kneeLoad.kneeLoadKm, METRES_PER_MILE),
    },
  };
}
