/**
 * One running step: peak force P, impulse J and knee work W at the kneecap joint, from speed v, grade i (rise over
 * run) and cadence ratio r.
 *
 *     P = 4.7  · (v/2.78)^0.55                            · G(i,v) · r^-1.6   body weights
 *     J = 0.55 · (v/2.78)^0.20 · c(2.78)/c(v)             · G(i,v) · r^-1.8   body weights × s
 *     W =        (v/2.78)^1.11 · c(2.78)/c(v)             · H(i,v) · r^-3.3   reference steps
 *     G = 1 + 2.0·|i|·min(1, 3.33/v) down,  max(0.85, 1 - i) up
 *     H = 1 + 2.8·|i|·min(1, 3.33/v) down,  max(0.85, 1 - i)² up
 *
 * with c the expected cadence. Valid for 2.2 to 5 m/s, grades to ±25 %, r 0.8 to 1.2; the caller clamps and counts.
 * The constants stand with their basis in constants.ts. The grade slopes of G are our calibration, held against Van Hooren 2024, Telhan 2010 and the energy balance of
 * DeVita 2008; H and the speed exponent of W are fitted to Nuckols 2020 and Willer 2024 (docs/methods/knee-load.md).
 */
import { KL1, type ModelValues } from './constants.ts';
import { populationLineSpm } from './preferred-cadence.ts';
import {
  impulseWeight,
  peakWeight,
  REFERENCE_IMPULSE_BW_S,
  REFERENCE_PEAK_BW,
  REFERENCE_SPEED_MPS,
  type StepLoad,
} from './step-load.ts';

/** Slowest running the model is held to, m/s: the slowest condition of Hagen 2023 is 8 km/h (2.22). @cite Hagen2023 */
export const RUNNING_MIN_MPS = 2.2;
/** Fastest running the model is held to, m/s: the fastest condition of Van Hooren 2024. @cite VanHooren2024 */
export const RUNNING_MAX_MPS = 5;
/** Steepest grade of any use here, a ratio. Assumption: the studies end at 19 %. */
export const GRADE_LIMIT_RATIO = 0.25;

const downhill = (slope: number, gradeRatio: number, speedMps: number, model: ModelValues): number =>
  1 + slope * Math.min(-gradeRatio, GRADE_LIMIT_RATIO) * Math.min(1, model.downhillDampingMps / speedMps);

const forceUphill = (gradeRatio: number, model: ModelValues): number =>
  Math.max(model.uphillFloor, 1 - model.uphillSlope * gradeRatio);

/**
 * Peak force and impulse against level ground: G above.
 * @param gradeRatio rise over run, + is up; beyond ±0.25 it counts as 0.25
 * @param speedMps within 2.2 to 5
 * @param model constants; KL-1's when left out
 */
export const forceGradeFactor = (gradeRatio: number, speedMps: number, model: ModelValues = KL1): number =>
  gradeRatio < 0 ? downhill(model.forceDownhillSlope, gradeRatio, speedMps, model) : forceUphill(gradeRatio, model);

/** Knee work against level ground: H above. Parameters as {@link forceGradeFactor}. */
export function workGradeFactor(gradeRatio: number, speedMps: number, model: ModelValues = KL1): number {
  if (gradeRatio < 0) return downhill(model.workDownhillSlope, gradeRatio, speedMps, model);
  const force = forceUphill(gradeRatio, model);
  return force * force;
}

/** How fast knee work can change with grade at this speed, relative to level, for each unit of grade. */
export const workGradeSensitivity = (speedMps: number, model: ModelValues = KL1): number =>
  Math.max(model.workDownhillSlope * Math.min(1, model.downhillDampingMps / speedMps), 2 * model.uphillSlope);

/**
 * Power of the cadence ratio in the weight of a step, for each weighting. A kilometre takes one power more, because
 * quicker steps are also more steps.
 */
export const CADENCE_EXPONENTS = {
  p1: KL1.impulseCadenceExponent,
  p2: KL1.workCadenceExponent,
  p4: 3 * KL1.peakCadenceExponent + KL1.impulseCadenceExponent,
} as const;

const REFERENCE_LINE_SPM = populationLineSpm(REFERENCE_SPEED_MPS);

/**
 * A running step on level ground.
 * @param speedMps within 2.2 to 5
 * @param cadenceRatio effective ratio, 0.8 to 1.2
 * @param model constants; KL-1's when left out
 */
export function levelRunningStep(speedMps: number, cadenceRatio: number, model: ModelValues = KL1): StepLoad {
  // One logarithm and one exponential a relation: this runs for every second of a run while a slider moves.
  const logSpeed = Math.log(speedMps / REFERENCE_SPEED_MPS);
  const logRatio = Math.log(cadenceRatio);
  const stepsShare = REFERENCE_LINE_SPM / populationLineSpm(speedMps);
  const peak = Math.exp(model.peakSpeedExponent * logSpeed + model.peakCadenceExponent * logRatio);
  const impulse = Math.exp((1 + model.impulseSpeedExponent) * logSpeed + model.impulseCadenceExponent * logRatio);
  const work = Math.exp((1 + model.workSpeedExponent) * logSpeed + model.workCadenceExponent * logRatio);
  const peakBw = REFERENCE_PEAK_BW * peak;
  const impulseBwS = REFERENCE_IMPULSE_BW_S * stepsShare * impulse;
  return {
    peakBw,
    impulseBwS,
    p1: impulseWeight(impulseBwS),
    p2: stepsShare * work,
    p4: peakWeight(peakBw, impulseBwS),
  };
}

/** The same step on a slope. */
export function onGrade(level: StepLoad, gradeRatio: number, speedMps: number, model: ModelValues = KL1): StepLoad {
  const force = forceGradeFactor(gradeRatio, speedMps, model);
  const square = force * force;
  return {
    peakBw: level.peakBw * force,
    impulseBwS: level.impulseBwS * force,
    p1: level.p1 * force,
    p2: level.p2 * workGradeFactor(gradeRatio, speedMps, model),
    p4: level.p4 * square * square,
  };
}

/** A running step on a slope; see {@link levelRunningStep} and {@link forceGradeFactor}. */
export const runningStep = (speedMps: number, gradeRatio: number, cadenceRatio: number): StepLoad =>
  onGrade(levelRunningStep(speedMps, cadenceRatio), gradeRatio, speedMps);
