import type { Range } from '../stats/range.ts';

/** Knee load of a run by model KL-1. Columns have one entry an interval of the track. */
export interface KneeLoad {
  /** Flat-easy km of each interval (p = 2, mid estimate), both knees; 0 at rest. */
  readonly kneeLoadKm: Float64Array;
  /** Peak kneecap-joint force a step, body weights; NaN where the runner neither ran nor walked. */
  readonly peakBw: Float64Array;
  /** Steps taken, both feet; from the cadence channel, else from the cadence expected for the speed. */
  readonly steps: Float64Array;
  /** Whole run; low ≤ mid ≤ high, mid = sum of `kneeLoadKm`. */
  readonly flatEasyKm: Range;
  readonly byExponent: { readonly p1: number; readonly p2: number; readonly p4: number };
  /** Running steps only; null when none. */
  readonly runningPeakBw: { readonly median: number; readonly p95: number } | null;
  /** Plain sentences on what widened the range or lay outside the model's validity. */
  readonly notes: readonly string[];
}
