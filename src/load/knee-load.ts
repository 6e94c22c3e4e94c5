/**
 * Model KL-1: what a run asked of the kneecap joint, in kilometres of flat easy running that load it alike.
 *
 * A population model of mechanical load; no measure of injury, wear or pain. Formulas stand with their relations
 * (running-step.ts, walking-step.ts, preferred-cadence.ts); method and misfits in docs/methods/knee-load.md.
 */
import type { Range } from '../stats/range.ts';
import { accumulate, type Pass, type PassOptions } from './accumulate.ts';
import { loadNotes } from './load-notes.ts';
import { doubts, toRange } from './load-range.ts';
import type { LoadTrack } from './load-track.ts';
import type { RunnerBody } from './runner-body.ts';

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
  /** Part of `flatEasyKm.mid` that descents add to what the same steps are on level ground. */
  readonly downhillExcessKm: number;
  readonly byExponent: { readonly p1: number; readonly p2: number; readonly p4: number };
  /** Running steps only; null when none. */
  readonly runningPeakBw: { readonly median: number; readonly p95: number } | null;
  /** Plain sentences on what widened the range or lay outside the model's validity. */
  readonly notes: readonly string[];
}

/**
 * Knee load of a run. Linear in the samples; a marathon takes a few milliseconds.
 * @param track columns may hold NaN; missing grade counts as level, missing cadence as the expected one, both widen the range
 * @param runner height and own cadence line, as far as known
 */
export const kneeLoad = (track: LoadTrack, runner: RunnerBody): KneeLoad => kneeLoadWith(track, runner, {});

/** Knee load of the run with a change that the track cannot hold; the what-if needs it. */
export function kneeLoadWith(track: LoadTrack, runner: RunnerBody, options: PassOptions): KneeLoad {
  const pass = accumulate(track, runner, options);
  const range = toRange(pass.total.p2, doubts(pass, otherReadingKm(track, runner, options), runner));
  return {
    kneeLoadKm: pass.kneeLoadKm,
    peakBw: pass.peakBw,
    steps: pass.steps,
    flatEasyKm: range,
    downhillExcessKm: pass.downhillExcessKm,
    byExponent: { ...pass.total },
    runningPeakBw: runningPeakBw(pass),
    notes: loadNotes(track, pass, runner),
  };
}

/** The load had the file's cadence counted the other way; null when the reading is certain. */
function otherReadingKm(track: LoadTrack, runner: RunnerBody, options: PassOptions): number | null {
  if (track.cadenceReading === null || track.cadenceReading.certain) return null;
  const channelFactor = track.cadenceReading.unit === 'strides' ? 0.5 : 2;
  return accumulate(track, runner, { ...options, channelFactor }).total.p2;
}

function runningPeakBw(pass: Pass): KneeLoad['runningPeakBw'] {
  const median = pass.runningPeaks.quantile(0.5);
  const p95 = pass.runningPeaks.quantile(0.95);
  return median === null || p95 === null ? null : { median, p95 };
}
