/**
 * The joint between thigh and shin bone: the peak force of a step, a number beside the model, told only as a range.
 *
 *     T = 8.02 · (v/3.2)^0.3 · r^-1.45    body weights
 *
 * Running on level ground only: no study read gives this force by slope, so on slopes it is missing. Walking has about a
 * third of it (2.72). It takes no part in the load.
 * @cite Miller2014, Willy2016Load
 */

import type { Range } from '../stats/range.ts';
import { GAITS } from '../track/track.ts';
import { KL1 } from './constants.ts';
import { intervalStep } from './interval-step.ts';
import type { LoadTrack } from './load-track.ts';
import type { RunnerBody } from './runner-body.ts';
import { stepInput } from './step-input.ts';

/** Mean peak of running at a speed that the runners chose, body weights. @cite Miller2014 */
export const RUNNING_PEAK_BW = 8.02;
/** Speed that those runners are taken to have chosen, m/s. Assumption: the abstract does not tell. */
export const CHOSEN_MPS = 3.2;
/** Power of speed. Assumption: the force grows with speed, about half as steeply as at the kneecap. */
export const SPEED_EXPONENT = 0.3;
/** Power of the cadence ratio, derived: 0.8 of 8.02 body weights less at 7.5 % more steps. @cite Willy2016Load */
export const CADENCE_EXPONENT = -1.45;
/** Ground steeper than this either way, per cent, is not level. Assumption: the error of a measured slope. */
export const LEVEL_TO_PCT = 3;
/** Half the width of the range, a share. Assumption: runners differ as at the kneecap (23 %, Hart2022), and speed adds doubt. */
export const SPREAD_SHARE = 0.25;
/** A stretch is told when so much of its running steps has a number. Assumption: the larger part. */
const ENOUGH_SHARE = 0.5;

const RUN = GAITS.indexOf('run');

/**
 * Peak force of a running step on the level, body weights, before its range.
 * @param speedMps within 2.2 to 5
 * @param cadenceRatio effective ratio, 0.8 to 1.2
 */
export const tibiofemoralRunningBw = (speedMps: number, cadenceRatio: number): number =>
  RUNNING_PEAK_BW * (speedMps / CHOSEN_MPS) ** SPEED_EXPONENT * cadenceRatio ** CADENCE_EXPONENT;

/**
 * Peak force of a running step in each interval, body weights, middle of its range.
 * @returns NaN where the runner did not run, on slopes, on ground of unknown slope, and at speeds where the model of
 * running does not hold
 */
export function tibiofemoralColumn(track: LoadTrack, runner: RunnerBody): Float64Array {
  const peakBw = new Float64Array(track.length).fill(Number.NaN);
  for (let i = 0; i < track.length; i++) {
    if (track.gait[i] !== RUN || !(Math.abs(track.gradePct[i] as number) <= LEVEL_TO_PCT)) continue;
    const input = stepInput(track, i);
    const step = intervalStep(input, runner, KL1);
    if (step.speedKnown && step.speedOutside === 0)
      peakBw[i] = tibiofemoralRunningBw(input.speedMps, step.cadenceRatio);
  }
  return peakBw;
}

/**
 * The peak of a usual running step of a stretch `[start, end)`, as a range in body weights.
 * @param peakBw from {@link tibiofemoralColumn}
 * @param steps steps taken in each interval
 * @returns null where under half of the running steps have a number
 */
export function tibiofemoralPeak(
  { gait }: LoadTrack,
  peakBw: Float64Array,
  steps: Float64Array,
  start: number,
  end: number,
): Range | null {
  let known = 0;
  let running = 0;
  let sum = 0;
  for (let i = start; i < end; i++) {
    if (gait[i] !== RUN) continue;
    running += steps[i] as number;
    if (Number.isNaN(peakBw[i] as number)) continue;
    known += steps[i] as number;
    sum += (steps[i] as number) * (peakBw[i] as number);
  }
  if (known === 0 || known < ENOUGH_SHARE * running) return null;
  const mid = sum / known;
  return { low: (1 - SPREAD_SHARE) * mid, mid, high: (1 + SPREAD_SHARE) * mid };
}
