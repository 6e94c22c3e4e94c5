/**
 * One pass over the run: a step's load times the steps, interval by interval, and beside it what the range needs.
 * Linear time; sums are in flat-easy km, so that intervals add up to any segment and to the whole.
 */
import { GAITS } from '../track/track.ts';
import { KL1, type ModelValues } from './constants.ts';
import { type IntervalStep, intervalStep } from './interval-step.ts';
import type { LoadTrack } from './load-track.ts';
import { PeakHistogram } from './peak-histogram.ts';
import { expectedCadenceSpm } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';
import { type InputOptions, type StepInput, stepInput } from './step-input.ts';
import { REFERENCE_SPEED_MPS } from './step-load.ts';

/** A sum for each weighting. */
export interface ByExponent {
  p1: number;
  p2: number;
  p4: number;
}

/** How the pass may differ from what the file says. */
export interface PassOptions extends InputOptions {
  /** Constants to use in place of KL-1's. */
  readonly model?: ModelValues;
}

/** What a pass found. Loads in flat-easy km, times in moving seconds. */
export interface Pass {
  readonly kneeLoadKm: Float64Array;
  readonly peakBw: Float64Array;
  readonly steps: Float64Array;
  readonly total: ByExponent;
  readonly runningPeaks: PeakHistogram;
  /** Part of p = 2 that downhill grade adds to level. */
  downhillExcessKm: number;
  /** Square of the standard error of p = 2 from grade error, windows taken as independent. */
  gradeErrorVariance: number;
  /** p = 2 × |ln r| of running: what an error of one in the cadence exponent would change. */
  cadenceLeverKm: number;
  /** p = 2 × |ln| of the runner's usual cadence over the expected: what λ weighs. */
  fromOthersLeverKm: number;
  /** Running whose cadence was not measured. */
  readonly missingCadence: ByExponent;
  /** Running whose cadence was measured, p = 2. */
  measuredCadenceKm: number;
  /** Gain if ground of unknown grade fell, loss if it rose. */
  readonly ifUnknownFell: ByExponent;
  readonly ifUnknownRose: ByExponent;
  movingS: number;
  missingCadenceS: number;
  /** On ground; on a treadmill, {@link treadmillS}. */
  missingGradeS: number;
  /** On a treadmill whose incline is unknown. */
  treadmillS: number;
  slowRunningS: number;
  fastRunningS: number;
  steepS: number;
  /** Running whose cadence ratio lies beyond the edge. */
  cadenceOutsideS: number;
  missingSpeedS: number;
}

/** Window within which grade errors go together when the track does not tell, metres. Assumption. */
const FALLBACK_WINDOW_M = 200;

const WALK = GAITS.indexOf('walk');
const RUN = GAITS.indexOf('run');

const zero = (): ByExponent => ({ p1: 0, p2: 0, p4: 0 });

function addTo(sum: ByExponent, load: Readonly<ByExponent>, times: number): void {
  sum.p1 += load.p1 * times;
  sum.p2 += load.p2 * times;
  sum.p4 += load.p4 * times;
}

/** Steps of one flat-easy km for a runner of this height: the expected cadence at 2.78 m/s, 1 km long. */
export const referenceStepsPerKm = (heightM: number | null): number =>
  ((expectedCadenceSpm(REFERENCE_SPEED_MPS, heightM, 0) / 60) * 1000) / REFERENCE_SPEED_MPS;

/** Goes over the track once. */
export function accumulate(track: LoadTrack, runner: RunnerBody, options: PassOptions = {}): Pass {
  const pass: Pass = {
    kneeLoadKm: new Float64Array(track.length),
    peakBw: new Float64Array(track.length).fill(Number.NaN),
    steps: new Float64Array(track.length),
    total: zero(),
    runningPeaks: new PeakHistogram(),
    downhillExcessKm: 0,
    gradeErrorVariance: 0,
    cadenceLeverKm: 0,
    fromOthersLeverKm: 0,
    missingCadence: zero(),
    measuredCadenceKm: 0,
    ifUnknownFell: zero(),
    ifUnknownRose: zero(),
    movingS: 0,
    missingCadenceS: 0,
    missingGradeS: 0,
    treadmillS: 0,
    slowRunningS: 0,
    fastRunningS: 0,
    steepS: 0,
    cadenceOutsideS: 0,
    missingSpeedS: 0,
  };
  const stepsPerKm = referenceStepsPerKm(runner.heightM);
  const model = options.model ?? KL1;
  const windowM = track.gradeWindowM ?? FALLBACK_WINDOW_M;
  let window = -1;
  let windowError = 0;
  for (let i = 0; i < track.length; i++) {
    const durationS = track.durationS[i] as number;
    const running = track.gait[i] === RUN;
    if (!(durationS > 0) || !(running || track.gait[i] === WALK)) continue;
    const input = stepInput(track, i, options);
    const step = intervalStep(input, runner, model);
    const steps = (step.cadenceSpm / 60) * durationS;
    const km = steps / stepsPerKm;
    pass.steps[i] = steps;
    pass.peakBw[i] = step.load.peakBw;
    pass.kneeLoadKm[i] = step.load.p2 * km;
    addTo(pass.total, step.load, km);
    if (running) pass.runningPeaks.add(step.load.peakBw, steps);
    note(pass, input, step, durationS, km);
    const windowHere = Math.floor((track.distanceM[i] as number) / windowM);
    if (windowHere !== window) {
      pass.gradeErrorVariance += windowError ** 2;
      window = windowHere;
      windowError = 0;
    }
    const gradeErrorPct = track.gradeErrorPct[i] as number;
    if (gradeErrorPct > 0) windowError += (step.gradeSensitivity * km * gradeErrorPct) / 100;
  }
  pass.gradeErrorVariance += windowError ** 2;
  return pass;
}

function note(pass: Pass, input: StepInput, step: IntervalStep, durationS: number, km: number): void {
  pass.movingS += durationS;
  pass.downhillExcessKm += step.downhillExcess * km;
  if (step.steep) pass.steepS += durationS;
  if (step.ifFell !== null && step.ifRose !== null) {
    if (input.treadmill) pass.treadmillS += durationS;
    else pass.missingGradeS += durationS;
    addTo(pass.ifUnknownFell, step.ifFell, km);
    addTo(pass.ifUnknownFell, step.load, -km);
    addTo(pass.ifUnknownRose, step.load, km);
    addTo(pass.ifUnknownRose, step.ifRose, -km);
  }
  if (!step.cadenceMeasured) pass.missingCadenceS += durationS;
  if (!input.running) return;
  if (step.cadenceOutside) pass.cadenceOutsideS += durationS;
  if (!step.speedKnown) pass.missingSpeedS += durationS;
  if (step.cadenceMeasured) pass.measuredCadenceKm += step.load.p2 * km;
  else addTo(pass.missingCadence, step.load, km);
  pass.fromOthersLeverKm += step.load.p2 * km * step.fromOthers;
  pass.cadenceLeverKm += step.load.p2 * km * Math.abs(Math.log(step.cadenceRatio));
  if (step.speedOutside < 0) pass.slowRunningS += durationS;
  if (step.speedOutside > 0) pass.fastRunningS += durationS;
}
