/**
 * Statistics over columns that may hold NaN. The only importer of simple-statistics, whose median and quantile are
 * silently wrong when a NaN is inside: every function here drops NaN first and returns NaN when nothing is left.
 */
import * as simple from 'simple-statistics';

/** The values that are not NaN. Columns are long: one array of the right size costs far less memory than one that grows. */
function present(values: ArrayLike<number>): number[] {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) count++;
  const kept = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) kept[at++] = values[i] as number;
  // simple-statistics asks for an array, and uses nothing of it that a typed array lacks.
  return kept as unknown as number[];
}

/** Median; NaN for no values. Linear time. */
export function median(values: ArrayLike<number>): number {
  const kept = present(values);
  return kept.length === 0 ? Number.NaN : simple.median(kept);
}

/**
 * The value below which a share of the values lies; NaN for no values.
 * @param share 0 to 1
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const kept = present(values);
  return kept.length === 0 ? Number.NaN : simple.quantile(kept, share);
}

/** Arithmetic mean; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  const kept = present(values);
  return kept.length === 0 ? Number.NaN : simple.mean(kept);
}

/**
 * Weighted quantile: the smallest value at which the running weight reaches the share of the whole. Pairs with a NaN
 * value or a weight that is not positive are left out; NaN when none is left. O(n log n).
 * @param share 0 to 1
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, share: number): number {
  const places = new Uint32Array(values.length);
  let count = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] as number;
    if (Number.isNaN(values[i] as number) || !(weight > 0)) continue;
    places[count++] = i;
    total += weight;
  }
  // A trend over years weighs tens of thousands of slopes: places are sorted, because an object for each pair takes thrice as long.
  const order = places.subarray(0, count).sort((a, b) => (values[a] as number) - (values[b] as number));
  let running = 0;
  for (const i of order) {
    running += weights[i] as number;
    if (running >= share * total) return values[i] as number;
  }
  return count === 0 ? Number.NaN : (values[order[count - 1] as number] as number);
}

/** Weighted median; see {@link weightedQuantile}. */
export const weightedMedian = (values: ArrayLike<number>, weights: ArrayLike<number>): number =>
  weightedQuantile(values, weights, 0.5);
