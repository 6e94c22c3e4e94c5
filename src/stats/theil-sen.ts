import { weightedMedian } from './stats.ts';

/** A point and how much it counts (> 0). */
export interface WeightedPoint {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/**
 * Slope through weighted points that a few wild ones do not move: the weighted median of the slopes of all pairs
 * (Theil 1950, Sen 1968), a pair counting with the product of its weights. O(n² log n), so pool points first.
 * @param minDx pairs closer than this in x are left out, because their slope is mostly noise
 * @returns NaN when no pair is far enough apart
 */
export function theilSenSlope(points: readonly WeightedPoint[], minDx: number): number {
  const slopes: number[] = [];
  const weights: number[] = [];
  for (const [i, a] of points.entries()) {
    for (const b of points.slice(i + 1)) {
      if (Math.abs(b.x - a.x) < minDx) continue;
      slopes.push((b.y - a.y) / (b.x - a.x));
      weights.push(a.weight * b.weight);
    }
  }
  return weightedMedian(slopes, weights);
}
