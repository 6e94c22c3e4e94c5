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
  const pairs = (points.length * (points.length - 1)) / 2;
  const slopes = new Float64Array(pairs);
  const weights = new Float64Array(pairs);
  let pair = 0;
  for (const [i, a] of points.entries()) {
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j] as WeightedPoint;
      if (Math.abs(b.x - a.x) < minDx) continue;
      slopes[pair] = (b.y - a.y) / (b.x - a.x);
      weights[pair] = a.weight * b.weight;
      pair += 1;
    }
  }
  return weightedMedian(slopes.subarray(0, pair), weights.subarray(0, pair));
}
