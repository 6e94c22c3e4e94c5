import { median } from '../stats/stats.ts';
import { interpolateGaps, windowMean } from './columns.ts';

/** Below the Dead Sea's shore or above any run: not an altitude. */
const MIN_ALTITUDE_M = -450;
const MAX_ALTITUDE_M = 9000;

/** A value this far from the median of its neighbours is a spike. Assumption: no runner drops so far in two samples. */
const SPIKE_M = 25;

/** Exact zeros among other altitudes are "not measured" when the median lies farther than this from sea level. Assumption. */
const ZERO_IS_MISSING_ABOVE_M = 10;

/** Samples closer together than this say the same of the ground; a stop must not outweigh the way around it. Metres. */
const MIN_STEP_M = 0.5;

/** A rise or fall of more than its way and this is a change of the altimeter, not of the ground. Metres, assumption. */
const LEAP_M = 15;

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
  dropSpikes(sound);
  return sound;
}

function dropSpikes(altitudeM: Float64Array): void {
  let before = altitudeM[0] as number;
  for (let i = 1; i + 1 < altitudeM.length; i++) {
    const here = altitudeM[i] as number;
    const after = altitudeM[i + 1] as number;
    const isSpike =
      Math.abs(here - before) > SPIKE_M && Math.abs(here - after) > SPIKE_M && Math.abs(before - after) < SPIKE_M;
    if (isSpike) altitudeM[i] = Number.NaN;
    before = here;
  }
}

/**
 * One altitude for each half metre of way, NaN between: standing still can then neither add ascent nor bend a slope.
 * @returns `soundM` itself where nothing is to be left out: nobody may write into it
 */
export function altitudeOnTheWay(distanceM: Float64Array, soundM: Float64Array): Float64Array {
  let onTheWay = soundM;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < soundM.length; i++) {
    if (Number.isNaN(soundM[i] as number)) continue;
    if ((distanceM[i] as number) - last >= MIN_STEP_M) last = distanceM[i] as number;
    else {
      if (onTheWay === soundM) onTheWay = soundM.slice();
      onTheWay[i] = Number.NaN;
    }
  }
  return onTheWay;
}

/**
 * Altitude with the altimeter's own leaps taken out: a barometer that settles on its level in the first seconds, a
 * calibration under way, a ride in a lift during a pause. All before a leap is raised or lowered to fit what follows,
 * since the later level is the better known.
 *
 * @param altitudeM from {@link altitudeOnTheWay}
 * @returns metres, and how many leaps there were; without any, `altitudeM` itself: nobody may write into it
 */
export function withoutLeaps(
  distanceM: Float64Array,
  altitudeM: Float64Array,
): { readonly altitudeM: Float64Array; readonly leaps: number } {
  let levelled = altitudeM;
  let leaps = 0;
  let shift = 0;
  let after = -1;
  for (let i = altitudeM.length - 1; i >= 0; i--) {
    if (Number.isNaN(altitudeM[i] as number)) continue;
    if (after >= 0) {
      const rise = (altitudeM[after] as number) - (altitudeM[i] as number);
      const way = (distanceM[after] as number) - (distanceM[i] as number);
      if (Math.abs(rise) > way + LEAP_M) {
        leaps++;
        shift += rise;
        if (levelled === altitudeM) levelled = altitudeM.slice();
      }
    }
    if (levelled !== altitudeM) levelled[i] = (altitudeM[i] as number) + shift;
    after = i;
  }
  return { altitudeM: levelled, leaps };
}

/**
 * Altitude averaged over way, gaps filled.
 * @param altitudeM from {@link withoutLeaps}
 * @param smoothingM full width of the window
 */
export function smoothAltitude(distanceM: Float64Array, altitudeM: Float64Array, smoothingM: number): Float64Array {
  return interpolateGaps(distanceM, windowMean(distanceM, altitudeM, smoothingM));
}

/**
 * Ascent and descent with the same care: a turning point counts once the altitude has come back by the hysteresis.
 * @returns metres, both ≥ 0
 */
export function ascentAndDescent(
  smoothedM: Float64Array,
  hysteresisM: number,
): { readonly ascentM: number; readonly descentM: number } {
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
      if (Math.abs(altitude - turn) > hysteresisM) direction = Math.sign(altitude - turn);
      extreme = altitude;
    } else if (direction * (altitude - extreme) > 0) {
      extreme = altitude;
    } else if (direction * (extreme - altitude) > hysteresisM) {
      add(extreme - turn);
      turn = extreme;
      extreme = altitude;
      direction = -direction;
    }
  }
  if (direction !== 0) add(extreme - turn);
  return { ascentM: total.up, descentM: total.down };
}
