/** Small tools over columns with NaN as missing. */

/** A channel with values at less than this share of samples is as good as absent. Assumption. */
export const MIN_COVERAGE = 0.02;

/** True when at least one value is there. */
export function hasValues(column: Float64Array): boolean {
  for (const value of column) if (!Number.isNaN(value)) return true;
  return false;
}

/** Share of values that are there, 0 to 1; 0 for no samples. */
export function coverageRatio(column: Float64Array): number {
  let count = 0;
  for (const value of column) if (!Number.isNaN(value)) count++;
  return column.length === 0 ? 0 : count / column.length;
}

/** Sum of all values; NaN where one is missing. A loop: typed arrays call back many times as slowly. */
export function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i] as number;
  return sum;
}

/**
 * Fills inner NaN linearly over `x`; NaN before the first and after the last value stay.
 * @param x rises; same length as `y`
 * @returns `y` itself where it has no gap, for a column of a long run is large: nobody may write into it
 */
export function interpolateGaps(x: Float64Array, y: Float64Array): Float64Array {
  let filled = y;
  let left = -1;
  for (let i = 0; i < y.length; i++) {
    if (Number.isNaN(y[i] as number)) continue;
    if (left >= 0 && i - left > 1) {
      if (filled === y) filled = y.slice();
      const x0 = x[left] as number;
      const y0 = y[left] as number;
      const slope = ((y[i] as number) - y0) / ((x[i] as number) - x0 || 1);
      for (let k = left + 1; k < i; k++) filled[k] = y0 + slope * ((x[k] as number) - x0);
    }
    left = i;
  }
  return filled;
}

/**
 * Centred mean over a window of `x` (time or distance), NaN left out; NaN where the window holds no value. Linear time.
 * @param x never falls
 * @param window full width in the unit of `x`
 */
export function windowMean(x: Float64Array, y: Float64Array, window: number): Float64Array {
  const smoothed = new Float64Array(y.length).fill(Number.NaN);
  const half = window / 2;
  let start = 0;
  let end = 0;
  let sum = 0;
  let count = 0;
  for (let i = 0; i < y.length; i++) {
    const centre = x[i] as number;
    for (; end < y.length && (x[end] as number) <= centre + half; end++) {
      const value = y[end] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    for (; (x[start] as number) < centre - half; start++) {
      const value = y[start] as number;
      if (Number.isNaN(value)) continue;
      sum -= value;
      count--;
    }
    if (count > 0) smoothed[i] = sum / count;
  }
  return smoothed;
}

/** Rounds a column to so many parts of its unit, in place; NaN stays. @returns the same column */
export function roundTo(parts: number, column: Float64Array): Float64Array {
  // Adding zero makes zero of minus zero.
  for (let i = 0; i < column.length; i++) column[i] = Math.round((column[i] as number) * parts) / parts + 0;
  return column;
}
