import type { Column } from '../parse/activity.ts';

/**
 * The samples that go forward in time: the longest subsequence of `timeS` that never falls, so that a single clock
 * jump, forward or back, costs the fewest samples. O(n) when the clock was sound, O(n log n) otherwise.
 *
 * @param timeS seconds as recorded; NaN samples are left out
 * @returns indexes into `timeS`, ascending
 */
export function forwardSamples(timeS: Column): Int32Array {
  const indexes = new Int32Array(timeS.length);
  let count = 0;
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < timeS.length; i++) {
    const t = timeS[i] as number;
    if (Number.isNaN(t)) continue;
    if (t < last) isSorted = false;
    last = t;
    indexes[count++] = i;
  }
  const sound = indexes.subarray(0, count);
  if (isSorted) return sound;

  // Patience sorting: tails[k] is the sample that ends the best run of length k + 1 found so far.
  const tails: number[] = [];
  const previous = new Int32Array(timeS.length).fill(-1);
  for (const i of sound) {
    const t = timeS[i] as number;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((timeS[tails[middle] as number] as number) <= t) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = i;
  }
  const kept = new Int32Array(tails.length);
  let at = tails.at(-1) ?? -1;
  for (let k = tails.length - 1; k >= 0; k--) {
    kept[k] = at;
    at = previous[at] as number;
  }
  return kept;
}

/** Where the samples of one moment lie in a list of sample indexes. */
export interface Moments {
  /** Seconds, strictly rising. */
  readonly timeS: Float64Array;
  /**
   * Takes one number a moment from a recorded column: the last that is not NaN among its samples. A column that needs no
   * change is given back itself, and all that are null share one of NaN: nobody may write into what comes back.
   */
  readonly take: (column: Column | null) => Float64Array;
}

/**
 * Merges samples that share a time (several FIT records in one second) into one moment each.
 * @param timeS seconds as recorded
 * @param samples indexes with times that never fall, from {@link forwardSamples}
 */
export function mergeMoments(timeS: Column, samples: Int32Array): Moments {
  const firsts = new Int32Array(samples.length);
  let moments = 0;
  for (let k = 0; k < samples.length; k++) {
    if (k === 0 || timeS[samples[k] as number] !== timeS[samples[k - 1] as number]) firsts[moments++] = k;
  }
  const starts = firsts.subarray(0, moments);
  const missing = new Float64Array(starts.length).fill(Number.NaN);
  const take = (column: Column | null): Float64Array => {
    if (column === null) return missing;
    if (starts.length === column.length) return column;
    const taken = new Float64Array(starts.length).fill(Number.NaN);
    for (let m = 0; m < starts.length; m++) {
      const end = starts[m + 1] ?? samples.length;
      for (let k = end - 1; k >= (starts[m] as number); k--) {
        const value = column[samples[k] as number] as number;
        if (!Number.isNaN(value)) {
          taken[m] = value;
          break;
        }
      }
    }
    return taken;
  };
  return { timeS: take(timeS), take };
}
