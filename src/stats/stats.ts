/**
 * Statistics over columns that may hold NaN. The only importer of simple-statistics, whose median and quantile are
 * silently wrong when a NaN is inside: every function here drops NaN first and returns NaN when nothing is left.
 */
import * as simple from 'simple-statistics';

/** The values that are not NaN. Columns are long: one array of the right size costs far less memory than one that grows. */
function present(values: ArrayLike<number>): Float64Array {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) count++;
  const kept = new Float64Array(count);
  let at = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i] as number)) kept[at++] = values[i] as number;
  return kept;
}

/** simple-statistics asks for an array, and uses nothing of it that a typed array lacks. */
const asList = (values: Float64Array): number[] => values as unknown as number[];

/** Median; NaN for no values. Linear time. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** The same without a copy. @param values without a NaN; are put into another order */
export const medianInPlace = (values: Float64Array): number =>
  values.length === 0 ? Number.NaN : placedQuantile(values, 0.5);

/**
 * The value below which a share of the values lies, between two of them where it lies there; NaN for no values. Linear time.
 * @param share 0 to 1
 */
export function quantile(values: ArrayLike<number>, share: number): number {
  const kept = present(values);
  return kept.length === 0 ? Number.NaN : placedQuantile(kept, share);
}

/** Puts what the quantile is made of into its place, where `simple.quantile` would copy the column. */
function placedQuantile(values: Float64Array, share: number): number {
  const list = asList(values);
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  simple.quickselect(list, below);
  if (place > below) simple.quickselect(list, below + 1, below + 1);
  return simple.quantileSorted(list, share);
}

/** Arithmetic mean; NaN for no values. */
export function mean(values: ArrayLike<number>): number {
  const kept = present(values);
  return kept.length === 0 ? Number.NaN : simple.mean(asList(kept));
}

/**
 * Weighted quantile: the smallest value at which the running weight of the ordered values reaches the share of the whole.
 * Pairs with a NaN value or a weight that is not positive are left out; NaN when none is left. Linear time.
 * @param share 0 to 1
 */
export function weightedQuantile(values: ArrayLike<number>, weights: ArrayLike<number>, share: number): number {
  const value = new Float64Array(values.length);
  const weight = new Float64Array(values.length);
  let count = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i] as number) || !((weights[i] as number) > 0)) continue;
    value[count] = values[i] as number;
    weight[count++] = weights[i] as number;
    total += weights[i] as number;
  }
  return count === 0 ? Number.NaN : selectByWeight(value, weight, count, share * total);
}

/** The smallest of the first `count` values at which the running weight reaches `wanted`, the last where none does; puts them in another order. */
function selectByWeight(value: Float64Array, weight: Float64Array, count: number, wanted: number): number {
  let from = 0;
  let until = count;
  let before = 0;
  while (until - from > 1) {
    const pivot = middleOfThree(
      value[from] as number,
      value[(from + until) >> 1] as number,
      value[until - 1] as number,
    );
    // Smaller values to the front, greater ones to the back, equal ones between.
    let [less, greater] = [from, until];
    let [lessWeight, equalWeight] = [0, 0];
    for (let i = from; i < greater; ) {
      const here = value[i] as number;
      if (here > pivot) swap(value, weight, i, --greater);
      else if (here < pivot) {
        lessWeight += weight[i] as number;
        swap(value, weight, i++, less++);
      } else equalWeight += weight[i++] as number;
    }
    if (less > from && before + lessWeight >= wanted) until = less;
    else if (before + lessWeight + equalWeight >= wanted || greater === until) return pivot;
    else {
      before += lessWeight + equalWeight;
      from = greater;
    }
  }
  return value[from] as number;
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function swap(value: Float64Array, weight: Float64Array, i: number, k: number): void {
  const [heldValue, heldWeight] = [value[i] as number, weight[i] as number];
  value[i] = value[k] as number;
  weight[i] = weight[k] as number;
  value[k] = heldValue;
  weight[k] = heldWeight;
}

/** Weighted median; see {@link weightedQuantile}. */
export const weightedMedian = (values: ArrayLike<number>, weights: ArrayLike<number>): number =>
  weightedQuantile(values, weights, 0.5);
