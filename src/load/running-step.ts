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
 * The grade slopes of G are our calibration, held against Van Hooren 2024, Telhan 2010 and the energy balance of
 * DeVita 2008; H and the speed exponent of W are fitted to Nuckols 2020 and Willer 2024 (docs/methods/knee-load.md).
 */
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

/** Peak force grows with this power of speed. @cite Doyle2023 */
const PEAK_SPEED_EXPONENT = 0.55;
/** Impulse a kilometre goes with this power of speed; a step's with one power more. @cite Petersen2015, Doyle2023 */
const IMPULSE_PER_KM_SPEED_EXPONENT = -0.8;
/** Knee work a kilometre goes with this power of speed; fitted to Willer 2024. @cite Willer2024 */
const WORK_PER_KM_SPEED_EXPONENT = 0.11;
/** Peak force goes with this power of the cadence ratio. @cite Lenhart2014, Bonacci2018, Willson2015 */
const PEAK_CADENCE_EXPONENT = -1.6;
/** Impulse of a step goes with this power of the cadence ratio. @cite Willson2015, Willson2014 */
const IMPULSE_CADENCE_EXPONENT = -1.8;
/** Knee work of a step goes with this power of the cadence ratio; least squares through both. @cite Willy2016Retraining, Heiderscheit2011 */
const WORK_CADENCE_EXPONENT = -3.3;
/** Rise of peak and impulse for each unit of downhill grade. Our calibration. @cite VanHooren2024, Telhan2010, DeVita2008 */
const FORCE_DOWNHILL_SLOPE = 2;
/** Rise of knee work for each unit of downhill grade; least squares through Nuckols 2020. @cite Nuckols2020 */
const WORK_DOWNHILL_SLOPE = 2.8;
/** Fall of peak and impulse for each unit of uphill grade. Our calibration. @cite VanHooren2024 */
const FORCE_UPHILL_SLOPE = 1;
/** Uphill, peak and impulse fall no lower than this share of level. Assumption, from the steepest climb studied. */
const FORCE_UPHILL_FLOOR = 0.85;
/** Above this speed, m/s, a descent adds less and less. Assumption; the sign is Khassetarash 2020's. @cite Khassetarash2020 */
const DOWNHILL_DAMPING_MPS = 3.33;

const downhill = (slope: number, gradeRatio: number, speedMps: number): number =>
  1 + slope * Math.min(-gradeRatio, GRADE_LIMIT_RATIO) * Math.min(1, DOWNHILL_DAMPING_MPS / speedMps);

const forceUphill = (gradeRatio: number): number => Math.max(FORCE_UPHILL_FLOOR, 1 - FORCE_UPHILL_SLOPE * gradeRatio);

/**
 * Peak force and impulse against level ground: G above.
 * @param gradeRatio rise over run, + is up; beyond ±0.25 it counts as 0.25
 * @param speedMps within 2.2 to 5
 */
export const forceGradeFactor = (gradeRatio: number, speedMps: number): number =>
  gradeRatio < 0 ? downhill(FORCE_DOWNHILL_SLOPE, gradeRatio, speedMps) : forceUphill(gradeRatio);

/** Knee work against level ground: H above. Parameters as {@link forceGradeFactor}. */
export function workGradeFactor(gradeRatio: number, speedMps: number): number {
  if (gradeRatio < 0) return downhill(WORK_DOWNHILL_SLOPE, gradeRatio, speedMps);
  const force = forceUphill(gradeRatio);
  return force * force;
}

/** How fast knee work can change with grade at this speed, relative to level, for each unit of grade. */
export const workGradeSensitivity = (speedMps: number): number =>
  Math.max(WORK_DOWNHILL_SLOPE * Math.min(1, DOWNHILL_DAMPING_MPS / speedMps), 2 * FORCE_UPHILL_SLOPE);

/**
 * Power of the cadence ratio in the weight of a step, for each weighting. A kilometre takes one power more, because
 * quicker steps are also more steps.
 */
export const CADENCE_EXPONENTS = {
  p1: IMPULSE_CADENCE_EXPONENT,
  p2: WORK_CADENCE_EXPONENT,
  p4: 3 * PEAK_CADENCE_EXPONENT + IMPULSE_CADENCE_EXPONENT,
} as const;

const REFERENCE_LINE_SPM = populationLineSpm(REFERENCE_SPEED_MPS);

/**
 * A running step on level ground.
 * @param speedMps within 2.2 to 5
 * @param cadenceRatio effective ratio, 0.8 to 1.2
 */
export function levelRunningStep(speedMps: number, cadenceRatio: number): StepLoad {
  // One logarithm and one exponential a relation: this runs for every second of a run while a slider moves.
  const logSpeed = Math.log(speedMps / REFERENCE_SPEED_MPS);
  const logRatio = Math.log(cadenceRatio);
  const stepsShare = REFERENCE_LINE_SPM / populationLineSpm(speedMps);
  const power = (speedExponent: number, cadenceExponent: number): number =>
    Math.exp(speedExponent * logSpeed + cadenceExponent * logRatio);
  const peakBw = REFERENCE_PEAK_BW * power(PEAK_SPEED_EXPONENT, PEAK_CADENCE_EXPONENT);
  const impulseBwS =
    REFERENCE_IMPULSE_BW_S * stepsShare * power(1 + IMPULSE_PER_KM_SPEED_EXPONENT, IMPULSE_CADENCE_EXPONENT);
  return {
    peakBw,
    impulseBwS,
    p1: impulseWeight(impulseBwS),
    p2: stepsShare * power(1 + WORK_PER_KM_SPEED_EXPONENT, WORK_CADENCE_EXPONENT),
    p4: peakWeight(peakBw, impulseBwS),
  };
}

/** The same step on a slope. */
export function onGrade(level: StepLoad, gradeRatio: number, speedMps: number): StepLoad {
  const force = forceGradeFactor(gradeRatio, speedMps);
  const square = force * force;
  return {
    peakBw: level.peakBw * force,
    impulseBwS: level.impulseBwS * force,
    p1: level.p1 * force,
    p2: level.p2 * workGradeFactor(gradeRatio, speedMps),
    p4: level.p4 * square * square,
  };
}

/** A running step on a slope; see {@link levelRunningStep} and {@link forceGradeFactor}. */
export const runningStep = (speedMps: number, gradeRatio: number, cadenceRatio: number): StepLoad =>
  onGrade(levelRunningStep(speedMps, cadenceRatio), gradeRatio, speedMps);
