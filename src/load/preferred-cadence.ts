/**
 * The cadence a runner is expected to choose, and how far the one they ran with is from it.
 *
 * Population line: van Oeveren 2019, 256 runners with watches, 1.64 to 4.68 m/s. Height enters by dynamic similarity
 * (a derivation, right in sign against Burns 2019, uncertain in size). That cadence rises uphill is published
 * (Padulo 2012), its size here is an assumption; downhill it does not change (Minetti 1994, Snyder 2011).
 * @cite VanOeveren2019, Burns2019, Padulo2012, Minetti1994, Snyder2011
 */

import { KL1, type ModelValues } from './constants.ts';

/** Steps a minute at a standstill, by extrapolation: twice 75.01 strides. @cite VanOeveren2019 */
export const POPULATION_INTERCEPT_SPM = 150.02;
/** Steps a minute more for each m/s: twice 3.006 strides. @cite VanOeveren2019 */
export const POPULATION_SLOPE_SPM_PER_MPS = 6.012;
/** Mean height of the runners behind the line. @cite VanOeveren2019 */
export const POPULATION_HEIGHT_M = 1.814;
/** Speeds the line is used for, m/s. Its data end at 4.68; up to 5 it is extended (assumption). */
export const LINE_MIN_MPS = 1.7;
/** See {@link LINE_MIN_MPS}. */
export const LINE_MAX_MPS = 5;
/** Uphill grade beyond which cadence is taken to rise no more, a ratio. Assumption. */
export const UPHILL_LIMIT_RATIO = 0.15;
/** Height taken for a runner who has not told it, metres. Assumption: between the means of European women and men. */
export const ASSUMED_HEIGHT_M = 1.75;
/** Standard deviation between runners of one height at one speed, as a share of cadence: 7 to 9 in 167 steps a minute. @cite Luedke2021 */
export const BETWEEN_RUNNER_SD_SHARE = 0.054;
/** Standard deviation around a runner's own line from run to run, as a share. Assumption. */
export const OWN_LINE_SD_SHARE = 0.024;
/** Lowest ratio; beyond it nobody has measured (experiments reach ±10 to 15 %). Assumption. */
export const RATIO_MIN = 0.8;
/** Highest ratio, as {@link RATIO_MIN}. */
export const RATIO_MAX = 1.2;

/** The runner's own flat cadence as a straight line over speed, from their earlier runs. */
export interface OwnCadenceLine {
  /** Steps a minute where the line meets 0 m/s. */
  readonly interceptSpm: number;
  /** Steps a minute more for each m/s. */
  readonly slopeSpmPerMps: number;
  /** Runs behind the line. */
  readonly runs: number;
  /** Minutes of flat steady running behind the line. */
  readonly minutes: number;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

const uphillFactor = (gradeRatio: number, model: ModelValues): number =>
  1 + model.uphillCadenceGain * clamp(Number.isNaN(gradeRatio) ? 0 : gradeRatio, 0, UPHILL_LIMIT_RATIO);

/** Steps a minute of the population at its mean height on the level; speed is taken as 1.7 to 5 m/s. @cite VanOeveren2019 */
export const populationLineSpm = (speedMps: number): number =>
  POPULATION_INTERCEPT_SPM + POPULATION_SLOPE_SPM_PER_MPS * clamp(speedMps, LINE_MIN_MPS, LINE_MAX_MPS);

/**
 * Steps a minute that runners of this height choose at this speed and grade.
 * @param speedMps metres a second; taken as 1.7 to 5
 * @param heightM metres; null takes 1.75
 * @param gradeRatio rise over run, + is up; NaN (unknown) counts as level
 * @param model constants; KL-1's when left out
 * @cite VanOeveren2019
 */
export function expectedCadenceSpm(
  speedMps: number,
  heightM: number | null,
  gradeRatio: number,
  model: ModelValues = KL1,
): number {
  return (
    populationLineSpm(speedMps) *
    Math.sqrt(POPULATION_HEIGHT_M / (heightM ?? ASSUMED_HEIGHT_M)) *
    uphillFactor(gradeRatio, model)
  );
}

/** Steps a minute of the runner's own line at this speed (taken as 1.7 to 5 m/s) and grade. */
export function ownCadenceSpm(
  line: Pick<OwnCadenceLine, 'interceptSpm' | 'slopeSpmPerMps'>,
  speedMps: number,
  gradeRatio: number,
  model: ModelValues = KL1,
): number {
  const flat = line.interceptSpm + line.slopeSpmPerMps * clamp(speedMps, LINE_MIN_MPS, LINE_MAX_MPS);
  return flat * uphillFactor(gradeRatio, model);
}

/**
 * The cadence ratio that the load relations take: actual over expected, with the part that lies between runners
 * counted half. 1 where the cadence is unknown.
 * @param cadenceSpm steps a minute, both feet; NaN where missing
 * @param expectedSpm from {@link expectedCadenceSpm}
 * @param ownSpm from {@link ownCadenceSpm}; null without an own line
 * @param model constants; KL-1's when left out
 * @returns 0.8 to 1.2
 */
export function effectiveCadenceRatio(
  cadenceSpm: number,
  expectedSpm: number,
  ownSpm: number | null,
  model: ModelValues = KL1,
): number {
  if (Number.isNaN(cadenceSpm)) return 1;
  const ratio =
    ownSpm === null
      ? (cadenceSpm / expectedSpm) ** model.betweenRunnerShare
      : (cadenceSpm / ownSpm) * (ownSpm / expectedSpm) ** model.betweenRunnerShare;
  return clamp(ratio, RATIO_MIN, RATIO_MAX);
}
