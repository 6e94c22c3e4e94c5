import type { SampleTable } from './sample-table.ts';
import type { Warnings } from './warnings.ts';

const MS_PER_DAY = 86_400_000;
/** A point further from the middle of the run is a slip of the clock or damage. Assumption: no run lasts a month. */
const FAR_MS = 30 * MS_PER_DAY;
/** Before this, FIT counts seconds since the watch was switched on: 0x10000000 s after 1989-12-31 (FIT protocol). */
const FIRST_DATE_MS = 631_065_600_000 + 0x1000_0000 * 1000;
/** No watch of today writes later dates rightly. Assumption. */
const LAST_DATE_MS = Date.UTC(2100, 0, 1);

/** The rows without those whose time lies far from all others; doubts on the whole date are noted. */
export function plausibleRows(table: SampleTable, rows: Uint32Array, warnings: Warnings): Uint32Array {
  // A time that is there, not a mean of two: between two points far apart lies none.
  const sortedMs = inOrder(table.timesMs(rows));
  const middleMs = sortedMs[Math.floor((rows.length - 1) / 2)] ?? Number.NaN;
  const isNear = (ms = Number.NaN): boolean => Math.abs(ms - middleMs) <= FAR_MS;
  const areAllNear = isNear(sortedMs[0]) && isNear(sortedMs.at(-1));
  const kept = areAllNear ? rows : rows.filter((row) => isNear(table.timeMs(row)));
  warnings.add('implausible-times', rows.length - kept.length);
  if (middleMs < FIRST_DATE_MS || middleMs > LAST_DATE_MS) warnings.add('date-doubtful');
  return kept;
}

/** Puts times in order, which those of nearly every file are: finding that out costs little beside sorting them. */
function inOrder(timesMs: Float64Array): Float64Array {
  for (let i = 1; i < timesMs.length; i += 1) {
    if ((timesMs[i - 1] as number) > (timesMs[i] as number)) return timesMs.sort();
  }
  return timesMs;
}
