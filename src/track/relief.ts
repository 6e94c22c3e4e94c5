import type { Warning } from '../parse/activity.ts';
import { altitudeOnTheWay, ascentAndDescent, smoothAltitude, soundAltitude, withoutLeaps } from './altitude.ts';
import { altitudeMethod, altitudeNoiseM, recordedSource } from './altitude-method.ts';
import { coverageRatio, MIN_COVERAGE } from './columns.ts';
import { type Grade, gradeByRegression } from './grade.ts';
import type { AltitudeSource } from './track.ts';

/** Altitude, grade and their sums for a run. */
export interface Relief extends Grade {
  /** Metres, smoothed; all NaN without altitude. */
  readonly altitudeM: Float64Array;
  readonly source: AltitudeSource;
  /** Metres, both ≥ 0; null without altitude. */
  readonly ascentM: number | null;
  readonly descentM: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * The ups and downs of a run from its recorded altitude.
 *
 * @param recordedM as recorded; NaN where missing
 * @param hasBarometer null when the file does not tell
 */
export function reliefOf(distanceM: Float64Array, recordedM: Float64Array, hasBarometer: boolean | null): Relief {
  const sound = soundAltitude(recordedM);
  const hasAltitude = coverageRatio(sound) >= MIN_COVERAGE;
  const { altitudeM, leaps } = withoutLeaps(distanceM, altitudeOnTheWay(distanceM, sound));
  const noiseM = altitudeNoiseM(distanceM, altitudeM);
  const source = hasAltitude ? recordedSource(hasBarometer, noiseM) : 'none';
  const method = altitudeMethod(source, noiseM);
  const grade = gradeByRegression(distanceM, altitudeM, method);
  if (method === null) {
    const missing = new Float64Array(distanceM.length).fill(Number.NaN);
    return { ...grade, altitudeM: missing, source, ascentM: null, descentM: null, warnings: [] };
  }
  const smoothed = smoothAltitude(distanceM, altitudeM, method.smoothingM);
  const sums = ascentAndDescent(smoothed, method.hysteresisM);
  return { ...grade, ...sums, altitudeM: smoothed, source, warnings: leapWarnings(leaps) };
}

function leapWarnings(leaps: number): Warning[] {
  if (leaps === 0) return [];
  const message =
    'The altitude leaps where no ground can; those leaps are left out of ascent and descent, and the altitude before them is moved to fit.';
  return [{ code: 'altitude-leap', message, count: leaps }];
}
