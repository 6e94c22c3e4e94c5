import type { Column } from '../parse/activity.ts';

/**
 * The samples that go forward in time: the longest subsequence of `timeS` that never falls, so that a single clock
 * jump, forward or back, costs the fewest samples. O(n) when the clock was sound, O(n log n) otherwise.
 *
 * @param timeS seconds as recorded; NaN samples are left out
 * @returns indexes into `timeS`, ascending
 */
export function forwardSamples(timeS: Column): Int32Array {
  const sound: number[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < timeS.length; i++) {
    const t = timeS[i] as number;
    if (Number.isNaN(t)) continue;
    if (t < last) isSorted = false;
    last = t;
    sound.push(i);
  }
  if (isSorted) return Int32Array.from(sound);

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
  /** Takes one number a moment from a recorded column: the last that is not NaN among its samples; NaN for null. */
  readonly take: (column: Column | null) => Float64Array;
}

/**
 * Merges samples that share a time (several FIT records in one second) into one moment each.
 * @param timeS seconds as recorded
 * @param samples indexes with times that never fall, from {@link forwardSamples}
 */
export function mergeMoments(timeS: Column, samples: Int32Array): Moments {
  const starts: number[] = [];
  for (let k = 0; k < samples.length; k++) {
    if (k === 0 || timeS[samples[k] as number] !== timeS[samples[k - 1] as number]) starts.push(k);
  }
  const take = (column: Column | null): Float64Array => {
    const taken = new Float64Array(starts.length).fill(Number.NaN);
    if (column === null) return taken;
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
