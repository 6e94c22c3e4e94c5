/**
 * One walking step at the kneecap joint.
 *
 *     P = min(3.3, 0.9 · (1 + 13·down + 8·up))                body weights
 *     J = P · 0.63 s · (0.25 + 0.20 · min(down/0.193, 1))     body weights × s
 *
 * Level: Hart 2022. Down: at 19.3 % the force is 3.5 times the level one, within the 3 to 4 times of Kuster 1993 (its
 * ratio, not its old absolute forces). Up, and the shape of the force pulse: assumptions, low certainty. Knee work of
 * walking was not calibrated: p = 2 is peak × impulse here.
 */
import { KL1, type ModelValues } from './constants.ts';
import { impulseWeight, peakWeight, REFERENCE_PEAK_BW, type StepLoad } from './step-load.ts';

/** Peak force is not extended beyond this, body weights. Assumption: just above the steepest slope studied. */
export const PEAK_LIMIT_BW = 3.3;
/** The slope of Kuster 1993, a ratio. @cite Kuster1993 */
export const STUDIED_DOWNHILL_RATIO = 0.193;
/** Grade beyond which nothing is added, a ratio. Assumption. */
const GRADE_LIMIT_RATIO = 0.25;

/** Speed and cadence of an ordinary walk. Assumption. */
export const USUAL_WALK_MPS = 1.25;
const USUAL_WALK_SPM = 110;
/** Walking cadence is not extended beyond these, steps a minute. Assumption. */
const WALK_MIN_SPM = 60;
const WALK_MAX_SPM = 140;

/**
 * Steps a minute expected of a walker: 110 at 1.25 m/s, with the square root of speed, because step length and step
 * rate share a change of speed about evenly. Assumption.
 * @param speedMps metres a second; NaN takes 1.25
 */
export function expectedWalkingCadenceSpm(speedMps: number): number {
  if (Number.isNaN(speedMps)) return USUAL_WALK_SPM;
  const spm = USUAL_WALK_SPM * Math.sqrt(Math.max(speedMps, 0) / USUAL_WALK_MPS);
  return Math.min(Math.max(spm, WALK_MIN_SPM), WALK_MAX_SPM);
}

/**
 * A walking step.
 * @param gradeRatio rise over run, + is up; beyond ±0.25 it counts as 0.25
 * @param model constants; KL-1's when left out
 */
export function walkingStep(gradeRatio: number, model: ModelValues = KL1): StepLoad {
  const down = Math.min(Math.max(-gradeRatio, 0), GRADE_LIMIT_RATIO);
  const up = Math.min(Math.max(gradeRatio, 0), GRADE_LIMIT_RATIO);
  const slope = 1 + model.walkDownhillSlope * down + model.walkUphillSlope * up;
  const peakBw = Math.min(PEAK_LIMIT_BW, model.walkPeakBw * slope);
  const pulseShare = model.walkPulseShare + model.walkSteepPulseGain * Math.min(down / STUDIED_DOWNHILL_RATIO, 1);
  const impulseBwS = peakBw * model.walkContactS * pulseShare;
  return {
    peakBw,
    impulseBwS,
    p1: impulseWeight(impulseBwS),
    p2: (peakBw / REFERENCE_PEAK_BW) * impulseWeight(impulseBwS),
    p4: peakWeight(peakBw, impulseBwS),
  };
}
