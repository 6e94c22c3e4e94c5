/** The step a runner takes in one interval: which relation holds, what is missing, what lies outside the model. */
import type { ModelValues } from './constants.ts';
import { effectiveCadenceRatio, expectedCadenceSpm, ownCadenceSpm, RATIO_MAX, RATIO_MIN } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';
import {
  GRADE_LIMIT_RATIO,
  levelRunningStep,
  onGrade,
  RUNNING_MAX_MPS,
  RUNNING_MIN_MPS,
  workGradeSensitivity,
} from './running-step.ts';
import type { StepInput } from './step-input.ts';
import { REFERENCE_SPEED_MPS, type StepLoad } from './step-load.ts';
import { expectedWalkingCadenceSpm, walkingStep } from './walking-step.ts';

/** What one interval's step is, and how far it can be relied on. */
export interface IntervalStep {
  readonly load: StepLoad;
  /** Steps a minute used: measured, or else expected. */
  readonly cadenceSpm: number;
  readonly cadenceMeasured: boolean;
  /** Effective ratio; 1 for walking. */
  readonly cadenceRatio: number;
  /** Size of the difference from other runners that λ weighs: |ln| of the runner's usual cadence over the expected one. */
  readonly fromOthers: number;
  /** p = 2 weight that downhill adds to level. */
  readonly downhillExcess: number;
  /** Change of the p = 2 weight for each unit of grade. */
  readonly gradeSensitivity: number;
  /** The step had the ground fallen or risen; null where the grade is known. */
  readonly ifFell: StepLoad | null;
  readonly ifRose: StepLoad | null;
  /** Steeper than the model holds. */
  readonly steep: boolean;
  /** The ratio lies at the edge of what the model holds, or beyond it. */
  readonly cadenceOutside: boolean;
  /** False when neither a speed nor a distance was given; 2.78 m/s is taken. */
  readonly speedKnown: boolean;
  /** -1 slower than the model's running holds, 1 faster, 0 inside. */
  readonly speedOutside: -1 | 0 | 1;
}

/** Running cadence outside these is a lost or halved signal, steps a minute. Assumption. */
const RUN_MIN_SPM = 120;
const RUN_MAX_SPM = 220;
/** Whether a cadence while running can be one, steps a minute; NaN cannot. */
export const isRunningCadence = (spm: number): boolean => spm >= RUN_MIN_SPM && spm <= RUN_MAX_SPM;
/** Walking cadence outside these is a lost or doubled signal, steps a minute. Assumption. */
const WALK_MIN_SPM = 40;
const WALK_MAX_SPM = 180;
/**
 * Grade tried, both ways, where the grade is missing, a ratio. Assumption: few runs without a known profile climb or
 * fall more than 3 % from start to end.
 */
export const UNKNOWN_GRADE_RATIO = 0.03;
/** The same for a treadmill, upwards only. Assumption: few people set one steeper for a whole run. */
export const UNKNOWN_INCLINE_RATIO = 0.02;
/** Step of the difference quotient over grade, a ratio. */
const GRADE_STEP_RATIO = 0.01;

const fall = ({ treadmill }: StepInput): number => (treadmill ? 0 : UNKNOWN_GRADE_RATIO);
const rise = ({ treadmill }: StepInput): number => (treadmill ? UNKNOWN_INCLINE_RATIO : UNKNOWN_GRADE_RATIO);

const within = (value: number, low: number, high: number): boolean => value >= low && value <= high;

/** Chooses and evaluates the relation for one interval. */
export const intervalStep = (input: StepInput, runner: RunnerBody, model: ModelValues): IntervalStep =>
  input.running ? runningInterval(input, runner, model) : walkingInterval(input, model);

/** What the runner's cadence is, and what it is held against. */
interface RunningCadence {
  readonly cadenceSpm: number;
  readonly measured: boolean;
  /** The runner's own for the speed; without an own line, the cadence itself. */
  readonly usualSpm: number;
  readonly expectedSpm: number;
  /** Effective ratio, within 0.8 and 1.2. */
  readonly ratio: number;
}

/** Cadence of a running interval against the expected one; speed and grade known or taken as easy and level. */
export function runningCadence(
  input: StepInput,
  speedMps: number,
  gradeRatio: number,
  runner: RunnerBody,
  model: ModelValues,
): RunningCadence {
  const expectedSpm = expectedCadenceSpm(speedMps, runner.heightM, gradeRatio, model);
  const own = runner.ownLine === null ? null : ownCadenceSpm(runner.ownLine, speedMps, gradeRatio, model);
  const measured = within(input.cadenceSpm, RUN_MIN_SPM, RUN_MAX_SPM);
  const cadenceSpm = measured ? input.cadenceSpm : (own ?? expectedSpm);
  const ratio = effectiveCadenceRatio(cadenceSpm, expectedSpm, own, model) * input.cadenceFactor;
  return {
    cadenceSpm,
    measured,
    usualSpm: own ?? cadenceSpm,
    expectedSpm,
    ratio: Math.min(Math.max(ratio, RATIO_MIN), RATIO_MAX),
  };
}

function runningInterval(input: StepInput, runner: RunnerBody, model: ModelValues): IntervalStep {
  const known = Number.isNaN(input.speedMps) ? REFERENCE_SPEED_MPS : input.speedMps;
  const speedMps = Math.min(Math.max(known, RUNNING_MIN_MPS), RUNNING_MAX_MPS);
  const gradeMissing = Number.isNaN(input.gradeRatio);
  const grade = gradeMissing ? 0 : input.gradeRatio;
  const cadence = runningCadence(input, known, grade, runner, model);
  const cadenceRatio = cadence.ratio;
  const level = levelRunningStep(speedMps, cadenceRatio, model);
  const load = onGrade(level, grade, speedMps, model);
  return {
    load,
    cadenceSpm: cadence.cadenceSpm * input.cadenceFactor,
    cadenceMeasured: cadence.measured,
    cadenceRatio,
    fromOthers: Math.abs(Math.log(cadence.usualSpm / cadence.expectedSpm)),
    downhillExcess: grade < 0 ? load.p2 - level.p2 : 0,
    gradeSensitivity: level.p2 * workGradeSensitivity(speedMps, model),
    ifFell: gradeMissing ? onGrade(level, -fall(input), speedMps, model) : null,
    ifRose: gradeMissing ? onGrade(level, rise(input), speedMps, model) : null,
    steep: Math.abs(grade) > GRADE_LIMIT_RATIO,
    cadenceOutside: cadenceRatio === RATIO_MIN || cadenceRatio === RATIO_MAX,
    speedKnown: !Number.isNaN(input.speedMps),
    speedOutside: known < RUNNING_MIN_MPS ? -1 : known > RUNNING_MAX_MPS ? 1 : 0,
  };
}

function walkingInterval(input: StepInput, model: ModelValues): IntervalStep {
  const gradeMissing = Number.isNaN(input.gradeRatio);
  const grade = gradeMissing ? 0 : input.gradeRatio;
  const cadenceMeasured = within(input.cadenceSpm, WALK_MIN_SPM, WALK_MAX_SPM);
  const load = walkingStep(grade, model);
  const steeper = walkingStep(grade - GRADE_STEP_RATIO, model);
  const flatter = walkingStep(grade + GRADE_STEP_RATIO, model);
  const change = Math.max(Math.abs(steeper.p2 - load.p2), Math.abs(flatter.p2 - load.p2));
  return {
    load,
    cadenceSpm: cadenceMeasured ? input.cadenceSpm : expectedWalkingCadenceSpm(input.speedMps),
    cadenceMeasured,
    cadenceRatio: 1,
    fromOthers: 0,
    downhillExcess: grade < 0 ? load.p2 - walkingStep(0, model).p2 : 0,
    gradeSensitivity: change / GRADE_STEP_RATIO,
    ifFell: gradeMissing ? walkingStep(-fall(input), model) : null,
    ifRose: gradeMissing ? walkingStep(rise(input), model) : null,
    steep: Math.abs(grade) > GRADE_LIMIT_RATIO,
    cadenceOutside: false,
    speedKnown: true,
    speedOutside: 0,
  };
}
