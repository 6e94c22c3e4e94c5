import type { AltitudeMethod } from './altitude-method.ts';
import { LineSums } from './line-sums.ts';

/** Steeper than this is not run on: an altitude error. Per cent. */
const MAX_GRADE_PCT = 45;

/** A window must hold samples over this share of its width, else its slope is a guess. Assumption. */
const MIN_SPREAD_RATIO = 0.5;

/** Sparse samples (smart recording) need a wider window: this many of their usual steps. Assumption. */
const MIN_STEPS = 5;

/** However sparse the samples, a wider window says nothing of the ground under the foot. Metres, assumption. */
const MAX_WINDOW_M = 300;

/** Metres of the regression window: by the source's noise, wider for sparse samples. */
function gradeWindowM(distanceM: Float64Array, altitudeM: Float64Array, { windowM }: AltitudeMethod): number {
  let count = 0;
  for (const altitude of altitudeM) if (!Number.isNaN(altitude)) count++;
  const usualStepM = (distanceM.at(-1) ?? 0) / Math.max(1, count);
  return Math.max(windowM, Math.min(MAX_WINDOW_M, MIN_STEPS * usualStepM));
}

/** Grade and its standard error for each interval. */
export interface Grade {
  /** Per cent, + is up; NaN where altitude is missing or the window too thin. */
  readonly gradePct: Float64Array;
  /** Percentage points; the larger of the source's own noise and the scatter about the line. */
  readonly gradeErrorPct: Float64Array;
  /** Metres of way that each slope is taken over; null without altitude. */
  readonly windowM: number | null;
}

/**
 * Slope of the least-squares line of altitude on distance in a window centred on each interval. Running sums make it
 * linear in the number of samples.
 *
 * @param distanceM never falls
 * @param altitudeM sound, not smoothed: the line does the smoothing
 * @param method null without altitude
 */
export function gradeByRegression(
  distanceM: Float64Array,
  altitudeM: Float64Array,
  method: AltitudeMethod | null,
): Grade {
  const n = distanceM.length;
  const gradePct = new Float64Array(n).fill(Number.NaN);
  const gradeErrorPct = new Float64Array(n).fill(Number.NaN);
  if (method === null) return { gradePct, gradeErrorPct, windowM: null };
  const windowM = gradeWindowM(distanceM, altitudeM, method);
  const { sigmaM, besideM, correlationM } = method;
  const sums = new LineSums(distanceM, altitudeM);
  let start = 0;
  let end = 0;
  for (let i = 0; i < n; i++) {
    const here = distanceM[i] as number;
    const centre = (here + (i + 1 < n ? (distanceM[i + 1] as number) : here)) / 2;
    for (; end < n && (distanceM[end] as number) <= centre + windowM / 2; end++) sums.add(end);
    for (; start < end && (distanceM[start] as number) < centre - windowM / 2; start++) sums.remove(start);
    const line = sums.line();
    if (line === null || line.spread < MIN_SPREAD_RATIO * windowM) continue;
    gradePct[i] = Math.max(-MAX_GRADE_PCT, Math.min(MAX_GRADE_PCT, 100 * line.slope));
    const independent = Math.max(2, line.spread / correlationM);
    const besideWayM = besideM * line.slope;
    const sigma = Math.max(Math.sqrt(sigmaM * sigmaM + besideWayM * besideWayM), line.residual);
    gradeErrorPct[i] = (100 * sigma * Math.sqrt(12 / independent)) / line.spread;
  }
  return { gradePct, gradeErrorPct, windowM };
}
