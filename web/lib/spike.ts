import type { Week } from '#contract/trends';

/** A run this much beyond the longest of the 30 days before counts as a spike (Frandsen 2025: injuries rise from 10 % on). */
const SPIKE_RATIO = 1.1;

/** Whether the longest run of a week went more than 10 % beyond the longest of the 30 days before it. */
export const isSpike = (week: Week): boolean =>
  week.longestBefore30dM !== null && week.longestRunM > SPIKE_RATIO * week.longestBefore30dM;
