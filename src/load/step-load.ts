/**
 * What one step does to the kneecap joint, and the step everything is measured against: a running step on level ground
 * at 2.78 m/s (6 minutes a kilometre) at the expected cadence.
 */

/** Speed of the reference step, m/s. Assumption: an easy pace that most studies contain. */
export const REFERENCE_SPEED_MPS = 2.78;
/** Peak force of the reference step, body weights: the mean of Hart 2022 (5.2, near 3.33 m/s) brought to 2.78 m/s. @cite Hart2022 */
export const REFERENCE_PEAK_BW = 4.7;
/**
 * Impulse of the reference step, body weights × seconds. Assumption: 0.27 s of contact with a force pulse that fills
 * 0.45 of it, ±30 %; it cancels in every number given in kilometres.
 */
export const REFERENCE_IMPULSE_BW_S = 0.55;

/** One step. Weights are 1 for the reference step. */
export interface StepLoad {
  /** Peak kneecap-joint force, body weights. */
  readonly peakBw: number;
  /** Kneecap-joint force over the time of the step, body weights × seconds. */
  readonly impulseBwS: number;
  /** Weight for p = 1: impulse. */
  readonly p1: number;
  /** Weight for p = 2: knee work. */
  readonly p2: number;
  /** Weight for p = 4: impulse times the third power of the peak, the low end of tissue fatigue. @cite Edwards2018 */
  readonly p4: number;
}

/** Impulse relative to the reference step. */
export const impulseWeight = (impulseBwS: number): number => impulseBwS / REFERENCE_IMPULSE_BW_S;

/** Impulse times the third power of the peak, both relative to the reference step. */
export function peakWeight(peakBw: number, impulseBwS: number): number {
  const peak = peakBw / REFERENCE_PEAK_BW;
  return peak * peak * peak * impulseWeight(impulseBwS);
}
