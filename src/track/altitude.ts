import { median } from '../stats/stats.ts';
import { interpolateGaps, windowMean } from './columns.ts';
import type { AltitudeSource } from './track.ts';

/** Below the Dead Sea's shore or above any run: not an altitude. */
const MIN_ALTITUDE_M = -450;
const MAX_ALTITUDE_M = 9000;

/** A value this far from the median of its neighbours is a spike. Assumption: no runner drops so far in two samples. */
const SPIKE_M = 25;

/** Exact zeros among other altitudes are "not measured" when the median lies farther than this from sea level. Assumption. */
const ZERO_IS_MISSING_ABOVE_M = 10;

/** Samples closer together than this say the same of the ground; a stop must not outweigh the way around it. Metres. */
export const MIN_STEP_M = 0.5;

/** Metres of way over which altitude is averaged, by who measured it. Assumption: gives the devices' own ascent within a tenth at the median. */
const SMOOTHING_M: Readonly<Record<AltitudeSource, number>> = {
  barometric: 20,
  terrain: 40,
  unknown: 30,
  gps: 80,
  none: 0,
};

/** Rises and falls below this are noise in a sum of ascent or descent, metres. Assumption, by who measured it. */
const HYSTERESIS_M: Readonly<Record<AltitudeSource, number>> = {
  barometric: 2,
  terrain: 3,
  unknown: 1.5,
  gps: 4,
  none: 0,
};

/**
 * Recorded altitude without what cannot be one: out of range, exact zeros that stand for "not measured", single spikes.
 * @returns metres, NaN where missing; all NaN when every sample is zero
 */
export function soundAltitude(recordedM: Float64Array): Float64Array {
  const sound = recordedM.slice();
  for (let i = 0; i < sound.length; i++) {
    const altitude = sound[i] as number;
    if (altitude < MIN_ALTITUDE_M || altitude > MAX_ALTITUDE_M) sound[i] = Number.NaN;
  }
  let isAllZero = true;
  for (const altitude of sound) if (altitude !== 0 && !Number.isNaN(altitude)) isAllZero = false;
  const middle = median(sound);
  if (isAllZero || Math.abs(middle) > ZERO_IS_MISSING_ABOVE_M) {
    for (let i = 0; i < sound.length; i++) if (sound[i] === 0) sound[i] = Number.NaN;
  }
  return withoutSpikes(sound);
}

function withoutSpikes(altitudeM: Float64Array): Float64Array {
  const kept = altitudeM.slice();
  for (let i = 1; i + 1 < altitudeM.length; i++) {
    const here = altitudeM[i] as number;
    const before = altitudeM[i - 1] as number;
    const after = altitudeM[i + 1] as number;
    const isSpike =
      Math.abs(here - before) > SPIKE_M && Math.abs(here - after) > SPIKE_M && Math.abs(before - after) < SPIKE_M;
    if (isSpike) kept[i] = Number.NaN;
  }
  return kept;
}

/**
 * Altitude averaged over way, so that standing still cannot add ascent.
 * @param soundM from {@link soundAltitude}
 */
export function smoothAltitude(distanceM: Float64Array, soundM: Float64Array, source: AltitudeSource): Float64Array {
  const onTheWay = soundM.slice();
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < onTheWay.length; i++) {
    if (Number.isNaN(onTheWay[i] as number)) continue;
    if ((distanceM[i] as number) - last < MIN_STEP_M) onTheWay[i] = Number.NaN;
    else last = distanceM[i] as number;
  }
  const smoothed = windowMean(distanceM, onTheWay, SMOOTHING_M[source]);
  return interpolateGaps(distanceM, smoothed);
}

/**
 * Ascent and descent with the same care: a turning point counts once the altitude has come back by the hysteresis.
 * @returns metres, both ≥ 0
 */
export function ascentAndDescent(
  smoothedM: Float64Array,
  source: AltitudeSource,
): { readonly ascentM: number; readonly descentM: number } {
  const hysteresis = HYSTERESIS_M[source];
  const total = { up: 0, down: 0 };
  const add = (rise: number): void => {
    if (rise > 0) total.up += rise;
    else total.down -= rise;
  };
  let turn = Number.NaN;
  let extreme = Number.NaN;
  let direction = 0;
  for (const altitude of smoothedM) {
    if (Number.isNaN(altitude)) continue;
    if (Number.isNaN(turn)) {
      turn = altitude;
      extreme = altitude;
    } else if (direction === 0) {
      if (Math.abs(altitude - turn) > hysteresis) direction = Math.sign(altitude - turn);
      extreme = altitude;
    } else if (direction * (altitude - extreme) > 0) {
      extreme = altitude;
    } else if (direction * (extreme - altitude) > hysteresis) {
      add(extreme - turn);
      turn = extreme;
      extreme = altitude;
      direction = -direction;
    }
  }
  if (direction !== 0) add(extreme - turn);
  return { ascentM: total.up, descentM: total.down };
}
