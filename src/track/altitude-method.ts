import { median } from '../stats/stats.ts';
import { LineSums } from './line-sums.ts';
import type { AltitudeSource } from './track.ts';

/** How altitude of one kind is smoothed, summed and turned into grade. All in metres. */
export interface AltitudeMethod {
  /** Way over which altitude is averaged. */
  readonly smoothingM: number;
  /** Rises and falls below this are noise in a sum of ascent or descent. */
  readonly hysteresisM: number;
  /** Way of the regression behind grade. */
  readonly windowM: number;
  /** Standard deviation of one altitude. */
  readonly sigmaM: number;
  /** How far beside the foot the height may stand: adds this times the slope to the deviation. */
  readonly besideM: number;
  /** Way over which errors are alike. */
  readonly correlationM: number;
}

/**
 * By who measured. Smoothing and hysteresis give the devices' own ascent within a tenth at the median; grade windows are
 * wide enough that its standard error stays near one percentage point for a barometer and a few for GPS. Terrain is that
 * of tiles with heights 90 m apart, which flatten what lies between. Assumptions, checked in docs/methods/reading.md.
 */
const METHODS: Readonly<Record<Exclude<AltitudeSource, 'none'>, AltitudeMethod>> = {
  barometric: { smoothingM: 20, hysteresisM: 2, windowM: 60, sigmaM: 0.4, besideM: 0, correlationM: 10 },
  terrain: { smoothingM: 100, hysteresisM: 8, windowM: 150, sigmaM: 1.5, besideM: 24, correlationM: 90 },
  unknown: { smoothingM: 30, hysteresisM: 1.5, windowM: 100, sigmaM: 1, besideM: 0, correlationM: 20 },
  gps: { smoothingM: 80, hysteresisM: 4, windowM: 200, sigmaM: 3, besideM: 0, correlationM: 50 },
};

/** Scatter of barometric altitude about a line over {@link BLOCK_M}, metres; 5 of 6 barometric files lie below. */
const QUIET_M = 0.3;

/** No barometer scatters as much, metres: 149 barometric files reach 0.8 at most, on mountains. */
const ROUGH_M = 0.8;

/** Windows grow by at most this for noise. Assumption: beyond it a rough source counts as GPS. */
const MOST_TIMES = 2;

/**
 * How altitude of a source is to be treated.
 * @param noiseM from {@link altitudeNoiseM}; an `unknown` source gets windows as much wider as it is noisier than a barometer
 * @returns null without altitude
 */
export function altitudeMethod(source: AltitudeSource, noiseM: number): AltitudeMethod | null {
  if (source === 'none') return null;
  const method = METHODS[source];
  if (source !== 'unknown' || !(noiseM > QUIET_M)) return method;
  const times = Math.min(MOST_TIMES, noiseM / QUIET_M);
  return {
    ...method,
    smoothingM: method.smoothingM * times,
    hysteresisM: method.hysteresisM * times,
    windowM: method.windowM * times,
    sigmaM: method.sigmaM * times,
  };
}

/**
 * Who measured the altitude that the file holds. Only what is certain is named: a device known to have a barometer, or
 * known to have none, or altitude rougher than any barometer's (then GPS). Else `unknown`.
 * @param hasBarometer null when the file does not tell
 * @param noiseM from {@link altitudeNoiseM}; NaN when it cannot be told
 */
export function recordedSource(hasBarometer: boolean | null, noiseM: number): 'barometric' | 'gps' | 'unknown' {
  if (hasBarometer === true) return 'barometric';
  return hasBarometer === false || noiseM > ROUGH_M ? 'gps' : 'unknown';
}

/** The ground is nearly straight over this way, so what scatters about a line is noise. Metres, assumption. */
const BLOCK_M = 60;

/** A line through fewer samples of a block, spread over less of it, hides the scatter. Assumptions. */
const MIN_BLOCK_SAMPLES = 5;
const MIN_BLOCK_SPREAD = 0.5;

/**
 * Noise of an altitude column, from itself: the median standard deviation about a line over blocks of way. It sees what
 * changes within a block, not the slow wander of GPS.
 *
 * @param altitudeM sound, not smoothed; NaN where missing or where no way was made
 * @returns metres; NaN when samples lie too far apart
 */
export function altitudeNoiseM(distanceM: Float64Array, altitudeM: Float64Array): number {
  const scatterM: number[] = [];
  const sums = new LineSums(distanceM, altitudeM);
  let start = 0;
  let count = 0;
  for (let i = 0; i < altitudeM.length; i++) {
    if ((distanceM[i] as number) - (distanceM[start] as number) >= BLOCK_M) {
      const line = sums.line();
      const isWhole = count >= MIN_BLOCK_SAMPLES && line !== null && line.spread >= MIN_BLOCK_SPREAD * BLOCK_M;
      if (isWhole) scatterM.push(line.residual);
      for (; start < i; start++) sums.remove(start);
      count = 0;
    }
    if (!Number.isNaN(altitudeM[i] as number)) count++;
    sums.add(i);
  }
  return median(scatterM);
}
