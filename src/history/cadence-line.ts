/** The straight line of a runner's cadence over speed, from flat steady running. */
import { POPULATION_SLOPE_SPM_PER_MPS } from '../load/preferred-cadence.ts';
import { weightedMedian, weightedQuantile } from '../stats/stats.ts';
import { theilSenSlope, type WeightedPoint } from '../stats/theil-sen.ts';
import type { CadenceBin } from './run-facts.ts';

/** Speeds must spread by this much before a slope is fitted, m/s. Assumption: less drowns in the noise of cadence. */
const MIN_SPEED_RANGE_MPS = 0.4;
/** Speeds are told apart when this far from each other, m/s. Assumption: two bins. */
const MIN_PAIR_DISTANCE_MPS = 0.2;
/** A fitted slope outside this span is noise, not gait, steps/min a m/s. Assumption: none to twice the population's. */
export const SLOPE_SPAN = { low: 0, high: 2 * POPULATION_SLOPE_SPM_PER_MPS };

/** Cadence = intercept + slope × speed. */
export interface CadenceLine {
  readonly interceptSpm: number;
  readonly slopeSpmPerMps: number;
}

/** One point a speed, so that the many runs at one speed do not outvote the pairs that tell the slope. */
function pool(bins: readonly CadenceBin[]): WeightedPoint[] {
  const bySpeed = new Map<number, CadenceBin[]>();
  for (const bin of bins) {
    const key = Math.round(bin.speedMps * 10);
    bySpeed.set(key, [...(bySpeed.get(key) ?? []), bin]);
  }
  return [...bySpeed.values()].map((atSpeed) => {
    const durations = atSpeed.map(({ durationS }) => durationS);
    return {
      x: weightedMedian(
        atSpeed.map(({ speedMps }) => speedMps),
        durations,
      ),
      y: weightedMedian(
        atSpeed.map(({ cadenceSpm }) => cadenceSpm),
        durations,
      ),
      weight: durations.reduce((total, durationS) => total + durationS, 0),
    };
  });
}

function slopeOf(bins: readonly CadenceBin[]): number {
  const speeds = bins.map(({ speedMps }) => speedMps);
  const durations = bins.map(({ durationS }) => durationS);
  const speedRange = weightedQuantile(speeds, durations, 0.95) - weightedQuantile(speeds, durations, 0.05);
  if (!(speedRange >= MIN_SPEED_RANGE_MPS)) return POPULATION_SLOPE_SPM_PER_MPS;
  const slope = theilSenSlope(pool(bins), MIN_PAIR_DISTANCE_MPS);
  return slope >= SLOPE_SPAN.low && slope <= SLOPE_SPAN.high ? slope : POPULATION_SLOPE_SPM_PER_MPS;
}

/**
 * A robust line through bins of flat steady running: Theil–Sen slope over the pooled speeds, weighted median of what
 * is left as intercept. With speeds too alike, or a slope that no gait has, the slope is the population's.
 * @returns null for no bins
 */
export function fitCadenceLine(bins: readonly CadenceBin[]): CadenceLine | null {
  if (bins.length === 0) return null;
  const slopeSpmPerMps = slopeOf(bins);
  const interceptSpm = weightedMedian(
    bins.map(({ cadenceSpm, speedMps }) => cadenceSpm - slopeSpmPerMps * speedMps),
    bins.map(({ durationS }) => durationS),
  );
  return { interceptSpm, slopeSpmPerMps };
}
