/**
 * Model KL-1 told relation by relation, for the evidence page: every formula is written with the values that the code
 * computes with, so that what is read is what runs.
 */
import type { CitationKey } from '../evidence/registry.ts';
import { KL1, type ModelConstantName } from './constants.ts';
import { UNKNOWN_GRADE_RATIO, UNKNOWN_INCLINE_RATIO } from './interval-step.ts';
import {
  CADENCE_EXPONENT_DOUBT,
  DOWNHILL_HIGH,
  DOWNHILL_LOW,
  HEIGHT_DOUBT_SHARE,
  STANDARD_ERRORS,
} from './load-range.ts';
import {
  ASSUMED_HEIGHT_M,
  BETWEEN_RUNNER_SD_SHARE,
  LINE_MAX_MPS,
  LINE_MIN_MPS,
  OWN_LINE_SD_SHARE,
  POPULATION_HEIGHT_M,
  POPULATION_INTERCEPT_SPM,
  POPULATION_SLOPE_SPM_PER_MPS,
  RATIO_MAX,
  RATIO_MIN,
  UPHILL_LIMIT_RATIO,
} from './preferred-cadence.ts';
import { GRADE_LIMIT_RATIO, RUNNING_MAX_MPS, RUNNING_MIN_MPS } from './running-step.ts';
import { REFERENCE_IMPULSE_BW_S, REFERENCE_PEAK_BW, REFERENCE_SPEED_MPS } from './step-load.ts';
import {
  CADENCE_EXPONENT,
  CHOSEN_MPS,
  LEVEL_TO_PCT,
  RUNNING_PEAK_BW,
  SPEED_EXPONENT,
  SPREAD_SHARE,
} from './tibiofemoral.ts';
import { PEAK_LIMIT_BW, STUDIED_DOWNHILL_RATIO } from './walking-step.ts';

/** One relation of the model. */
export interface ModelRelation {
  /** Anchor on the page. */
  readonly id: string;
  readonly title: string;
  /** What it says, in plain words. */
  readonly says: string;
  /** With the values of the code in place. */
  readonly formulas: readonly string[];
  /** Where it holds, and what happens outside. */
  readonly holds: string;
  /** Constants in it that the sensitivity page moves. */
  readonly constants: readonly ModelConstantName[];
  /** Sources beyond those of the constants, for numbers that are fixed. */
  readonly sources: readonly CitationKey[];
  /** What in it is an assumption or a derivation of ours; null when nothing beyond the constants. */
  readonly assumed: string | null;
}

const pct = (ratio: number): string => `${Number((100 * ratio).toFixed(1))} %`;
const spm = `(${POPULATION_INTERCEPT_SPM} + ${POPULATION_SLOPE_SPM_PER_MPS}·v)`;
const speed = `(v/${REFERENCE_SPEED_MPS})`;
const stepsShare = `c(${REFERENCE_SPEED_MPS})/c(v)`;
/** Powers are kept for a kilometre; a step has one power of speed more. */
const perStep = (exponentPerKm: number): number => Number((1 + exponentPerKm).toFixed(2));
const RUNNING_HOLDS = `Running at ${RUNNING_MIN_MPS} to ${RUNNING_MAX_MPS} m/s, slopes to ${pct(GRADE_LIMIT_RATIO)} either way. Outside, the edge is taken, and the time spent there is told in the fine print.`;

/** See the head of this file; in the order in which a sample passes them. */
export const MODEL_RELATIONS: readonly ModelRelation[] = [
  {
    id: 'expected-cadence',
    title: 'Cadence expected for speed, height and slope',
    says: 'How many steps a minute runners of your height take at this speed. c in steps a minute, v in m/s, h in metres, up = rise over run where it climbs.',
    formulas: [`c = ${spm} · √(${POPULATION_HEIGHT_M}/h) · (1 + ${KL1.uphillCadenceGain}·up)`],
    holds: `Speeds of ${LINE_MIN_MPS} to ${LINE_MAX_MPS} m/s and climbs to ${pct(UPHILL_LIMIT_RATIO)}; outside, the edge is taken.`,
    constants: ['uphillCadenceGain'],
    sources: ['VanOeveren2019', 'Burns2019', 'Padulo2012', 'Minetti1994', 'Snyder2011'],
    assumed: `That cadence goes with one over the root of height is a derivation (dynamic similarity). A height not told is taken as ${ASSUMED_HEIGHT_M} m.`,
  },
  {
    id: 'cadence-ratio',
    title: 'Cadence ratio',
    says: 'How far your cadence is from the expected one. A change from your own usual counts in full, a difference from other runners in part.',
    formulas: [
      `r = (cadence/own) · (own/c)^${KL1.betweenRunnerShare}   with your own line, from earlier runs`,
      `r = (cadence/c)^${KL1.betweenRunnerShare}   without one`,
    ],
    holds: `r from ${RATIO_MIN} to ${RATIO_MAX}; beyond, the edge is taken. Without a cadence in the file, your usual or the expected one.`,
    constants: ['betweenRunnerShare'],
    sources: ['Thakkar2019'],
    assumed: null,
  },
  {
    id: 'peak',
    title: 'Peak force of a running step',
    says: 'The largest force between kneecap and thigh bone, in body weights. G is the slope factor below.',
    formulas: [`P = ${REFERENCE_PEAK_BW} · ${speed}^${KL1.peakSpeedExponent} · G · r^${KL1.peakCadenceExponent}`],
    holds: RUNNING_HOLDS,
    constants: ['peakSpeedExponent', 'peakCadenceExponent'],
    sources: ['Hart2022', 'Roos2012'],
    assumed: 'The mean of 5.2 body weights in Hart2022 is taken to have been measured near 3.33 m/s.',
  },
  {
    id: 'impulse',
    title: 'Impulse of a running step',
    says: 'Force over the time of the step, in body weights × seconds: what studies sum up to a load a kilometre.',
    formulas: [
      `J = ${REFERENCE_IMPULSE_BW_S} · ${speed}^${perStep(KL1.impulseSpeedExponent)} · ${stepsShare} · G · r^${KL1.impulseCadenceExponent}`,
    ],
    holds: RUNNING_HOLDS,
    constants: ['impulseSpeedExponent', 'impulseCadenceExponent'],
    sources: [],
    assumed: `${REFERENCE_IMPULSE_BW_S} is 0.27 s of contact filled to 0.45, ± 30 %; it cancels in every number given in kilometres.`,
  },
  {
    id: 'work',
    title: 'Knee work of a running step',
    says: 'What the muscles in front of the knee take up and give back, against a flat easy step. The headline sums this.',
    formulas: [`W = ${speed}^${perStep(KL1.workSpeedExponent)} · ${stepsShare} · H · r^${KL1.workCadenceExponent}`],
    holds: RUNNING_HOLDS,
    constants: ['workSpeedExponent', 'workCadenceExponent'],
    sources: [],
    assumed: null,
  },
  {
    id: 'slope',
    title: 'Slope factors',
    says: 'Downhill loads the kneecap joint more, uphill a little less. i is the slope as rise over run; G goes with force, H with work.',
    formulas: [
      `down: G = 1 + ${KL1.forceDownhillSlope}·|i|·min(1, ${KL1.downhillDampingMps}/v),   H = 1 + ${KL1.workDownhillSlope}·|i|·min(1, ${KL1.downhillDampingMps}/v)`,
      `up: G = max(${KL1.uphillFloor}, 1 − ${KL1.uphillSlope}·i),   H = G²`,
    ],
    holds: RUNNING_HOLDS,
    constants: ['forceDownhillSlope', 'workDownhillSlope', 'downhillDampingMps', 'uphillSlope', 'uphillFloor'],
    sources: ['Shih2023', 'Ho2018'],
    assumed: 'The sizes in G are our calibration between the studies named; H is fitted to one study of 8 people.',
  },
  {
    id: 'walking',
    title: 'A walking step',
    says: 'Small on the level, large on a steep descent: walking down is not free.',
    formulas: [
      `P = min(${PEAK_LIMIT_BW}, ${KL1.walkPeakBw} · (1 + ${KL1.walkDownhillSlope}·down + ${KL1.walkUphillSlope}·up))`,
      `J = P · ${KL1.walkContactS} s · (${KL1.walkPulseShare} + ${KL1.walkSteepPulseGain}·min(down/${STUDIED_DOWNHILL_RATIO}, 1)),   work = P·J against the reference step`,
    ],
    holds: `Slopes to ${pct(GRADE_LIMIT_RATIO)} either way; one study of 12 people stands behind the descent.`,
    constants: [
      'walkPeakBw',
      'walkDownhillSlope',
      'walkUphillSlope',
      'walkContactS',
      'walkPulseShare',
      'walkSteepPulseGain',
    ],
    sources: ['Miller2014'],
    assumed: 'The uphill slope and the time course of the force.',
  },
  {
    id: 'sum',
    title: 'From steps to kilometres',
    says: `The load of a run is the sum over its steps, divided by what a flat kilometre at ${REFERENCE_SPEED_MPS} m/s (6 minutes a kilometre) and the expected cadence would have summed to. Three weightings, because nobody knows which a sore knee feels.`,
    formulas: [
      `p = 1: J/${REFERENCE_IMPULSE_BW_S}`,
      'p = 2: W   (the headline)',
      `p = 4: (P/${REFERENCE_PEAK_BW})³ · J/${REFERENCE_IMPULSE_BW_S}`,
    ],
    holds: 'Steps come from the cadence in the file, else from the expected one. Standing and pauses load nothing.',
    constants: [],
    sources: ['Edwards2018'],
    assumed: 'Which weighting makes the headline is our choice; the range holds all three.',
  },
  {
    id: 'range',
    title: 'Low and high',
    says: 'Each source of doubt is moved alone as far as its basis allows; the effects are joined as independent, upwards and downwards apart. It is not a confidence interval.',
    formulas: [
      'weighting: p = 1 and p = 4 of the same run',
      `what descents add: × ${DOWNHILL_LOW} to × ${DOWNHILL_HIGH}`,
      `slope error: ${STANDARD_ERRORS} standard errors`,
      `response to cadence: exponent ± ${CADENCE_EXPONENT_DOUBT};   other runners: not at all to in full`,
      `altitude missing: ${pct(UNKNOWN_GRADE_RATIO)} down or up throughout (treadmill: ${pct(UNKNOWN_INCLINE_RATIO)} up)`,
      `cadence missing: ± ${STANDARD_ERRORS} × ${pct(BETWEEN_RUNNER_SD_SHARE)}, or ${pct(OWN_LINE_SD_SHARE)} round your own line`,
      `height not told: ± ${pct(HEIGHT_DOUBT_SHARE)};   one foot or both: the load with the other reading`,
    ],
    holds: 'Knowing less never narrows it, but for a file without altitude on a long one-way descent.',
    constants: [],
    sources: ['Telhan2010', 'DeVita2008', 'Heiderscheit2011', 'Luedke2021'],
    assumed: 'Slopes of ground without altitude, spread of height, and the spread round an own line.',
  },
  {
    id: 'tibiofemoral',
    title: 'Between thigh and shin bone',
    says: 'Peak force of a usual running step at the other joint of the knee, in body weights. It takes no part in the load.',
    formulas: [
      `T = ${RUNNING_PEAK_BW} · (v/${CHOSEN_MPS})^${SPEED_EXPONENT} · r^${CADENCE_EXPONENT},   told as ± ${pct(SPREAD_SHARE)}`,
    ],
    holds: `Running on ground within ${LEVEL_TO_PCT} % of level; missing elsewhere, because no study read gives it by slope.`,
    constants: [],
    sources: ['Miller2014', 'Willy2016Load', 'Thakkar2019'],
    assumed:
      'The size of the growth with speed, the speed at which the 8.02 were measured, and the width of the range.',
  },
];
