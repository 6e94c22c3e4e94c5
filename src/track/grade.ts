import { MIN_STEP_M } from './altitude.ts';
import type { AltitudeSource } from './track.ts';

/**
 * How grade is taken for each kind of altitude: a regression window wide enough for the noise, and the noise itself.
 * Windows: at least 50 m barometric and 200 m GPS-only, so that the standard error stays near one and a few percentage
 * points; `sigmaM` 0.4 m barometric and 2–5 m GPS; `correlationM` is the way over which errors are alike. Assumptions.
 */
const METHOD: Readonly<
  Record<Exclude<AltitudeSource, 'none'>, { windowM: number; sigmaM: number; correlationM: number }>
> = {
  barometric: { windowM: 60, sigmaM: 0.4, correlationM: 10 },
  terrain: { windowM: 90, sigmaM: 1.5, correlationM: 30 },
  unknown: { windowM: 100, sigmaM: 1, correlationM: 20 },
  gps: { windowM: 200, sigmaM: 3, correlationM: 50 },
};

/** Steeper than this is not run on: an altitude error. Per cent. */
const MAX_GRADE_PCT = 45;

/** A window must hold samples over this share of its width, else its slope is a guess. Assumption. */
const MIN_SPREAD_RATIO = 0.5;

/** At least this many samples make a slope with an error. */
const MIN_SAMPLES = 3;

/** Sparse samples (smart recording) need a wider window: this many of their usual steps. Assumption. */
const MIN_STEPS = 5;

/** However sparse the samples, a wider window says nothing of the ground under the foot. Metres, assumption. */
const MAX_WINDOW_M = 300;

/** Metres of the regression window: by the source's noise, wider for sparse samples; null without altitude. */
export function gradeWindowM(distanceM: Float64Array, altitudeM: Float64Array, source: AltitudeSource): number | null {
  if (source === 'none') return null;
  let count = 0;
  for (const altitude of altitudeM) if (!Number.isNaN(altitude)) count++;
  const usualStepM = (distanceM.at(-1) ?? 0) / Math.max(1, count);
  return Math.max(METHOD[source].windowM, Math.min(MAX_WINDOW_M, MIN_STEPS * usualStepM));
}

/** Grade and its standard error for each interval. */
export interface Grade {
  /** Per cent, + is up; NaN where altitude is missing or the window too thin. */
  readonly gradePct: Float64Array;
  /** Percentage points; the larger of the source's own noise and the scatter about the line. */
  readonly gradeErrorPct: Float64Array;
}

/**
 * Slope of the least-squares line of altitude on distance in a window centred on each interval. Running sums make it
 * linear in the number of samples.
 *
 * @param distanceM never falls
 * @param altitudeM as recorded and sound, not smoothed: the line does the smoothing
 */
export function gradeByRegression(distanceM: Float64Array, altitudeM: Float64Array, source: AltitudeSource): Grade {
  const n = distanceM.length;
  const gradePct = new Float64Array(n).fill(Number.NaN);
  const gradeErrorPct = new Float64Array(n).fill(Number.NaN);
  const windowM = gradeWindowM(distanceM, altitudeM, source);
  if (source === 'none' || windowM === null) return { gradePct, gradeErrorPct };
  const { sigmaM, correlationM } = METHOD[source];
  const sums = new WindowSums(distanceM, altitudeM);
  let start = 0;
  let end = 0;
  for (let i = 0; i < n; i++) {
    const here = distanceM[i] as number;
    const centre = (here + (i + 1 < n ? (distanceM[i + 1] as number) : here)) / 2;
    for (; end < n && (distanceM[end] as number) <= centre + windowM / 2; end++) sums.add(end);
    for (; start < end && (distanceM[start] as number) < centre - windowM / 2; start++) sums.remove(start);
    const line = sums.line();
    if (line === null || line.spreadM < MIN_SPREAD_RATIO * windowM) continue;
    gradePct[i] = Math.max(-MAX_GRADE_PCT, Math.min(MAX_GRADE_PCT, 100 * line.slope));
    const independent = Math.max(2, line.spreadM / correlationM);
    const sigma = Math.max(sigmaM, line.residualM);
    gradeErrorPct[i] = (100 * sigma * Math.sqrt(12 / independent)) / line.spreadM;
  }
  return { gradePct, gradeErrorPct };
}

/**
 * Sums for a least-squares line over a moving window of samples that have an altitude. At 160 km the squares still
 * leave nine digits for a window of 60 m, so no shifted origin is needed.
 */
class WindowSums {
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly isUsed: Uint8Array;
  private count = 0;
  private sumX = 0;
  private sumY = 0;
  private sumXx = 0;
  private sumXy = 0;
  private sumYy = 0;

  constructor(distanceM: Float64Array, altitudeM: Float64Array) {
    this.x = distanceM;
    this.y = altitudeM;
    this.isUsed = new Uint8Array(distanceM.length);
    let last = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < distanceM.length; i++) {
      if (Number.isNaN(altitudeM[i] as number) || (distanceM[i] as number) - last < MIN_STEP_M) continue;
      this.isUsed[i] = 1;
      last = distanceM[i] as number;
    }
  }

  add(i: number): void {
    this.change(i, 1);
  }

  remove(i: number): void {
    this.change(i, -1);
  }

  private change(i: number, sign: 1 | -1): void {
    if (this.isUsed[i] === 0) return;
    const x = this.x[i] as number;
    const y = this.y[i] as number;
    this.count += sign;
    this.sumX += sign * x;
    this.sumY += sign * y;
    this.sumXx += sign * x * x;
    this.sumXy += sign * x * y;
    this.sumYy += sign * y * y;
  }

  /** Slope, residual standard deviation and the width of a uniform spread with the same variance; null when too thin. */
  line(): { readonly slope: number; readonly residualM: number; readonly spreadM: number } | null {
    const n = this.count;
    if (n < MIN_SAMPLES) return null;
    const sxx = this.sumXx - (this.sumX * this.sumX) / n;
    if (!(sxx > 0)) return null;
    const sxy = this.sumXy - (this.sumX * this.sumY) / n;
    const syy = this.sumYy - (this.sumY * this.sumY) / n;
    const slope = sxy / sxx;
    const residual = Math.max(0, syy - slope * sxy) / Math.max(1, n - 2);
    return { slope, residualM: Math.sqrt(residual), spreadM: Math.sqrt((12 * sxx) / n) };
  }
}
