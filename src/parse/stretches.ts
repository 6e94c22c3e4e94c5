import type { SampleTable } from './sample-table.ts';
import type { SpanMs } from './span.ts';

const MS_PER_HOUR = 3_600_000;
/** Tracks with more between them are different runs; with less, one run with a rest. Assumption. */
const LONGEST_REST_MS = 6 * MS_PER_HOUR;

/** Rows of one running stretch of a file, in file order. */
export interface StretchRows {
  readonly rows: readonly number[];
  /** First row of the recording that the stretch is part of; its distance counter started no earlier. */
  readonly recordingFrom: number;
}

/** The stretches of one run, in order of time. */
export type RunStretches<S> = readonly [S, ...S[]];

/** Several stretches as one run. */
export interface JoinedStretches {
  readonly rows: Uint32Array;
  /** From the end of each stretch to the start of the next. */
  readonly rests: readonly SpanMs[];
}

/**
 * Groups the stretches that are one run: apps begin a new track after a rest, and exports of many runs hold a track each.
 *
 * @param stretches in order of time, each with rows.
 */
export function byRest<S extends StretchRows>(table: SampleTable, stretches: readonly S[]): RunStretches<S>[] {
  const groups: [S, ...S[]][] = [];
  let endMs = -Infinity;
  for (const stretch of stretches) {
    const startMs = table.timeMs(stretch.rows[0] ?? 0);
    if (startMs - endMs > LONGEST_REST_MS) groups.push([stretch]);
    else groups.at(-1)?.push(stretch);
    endMs = Math.max(endMs, table.timeMs(stretch.rows.at(-1) ?? 0));
  }
  return groups;
}

/** The last distance at or before `row`, not before `from`; NaN where there is none. */
function lastDistance(table: SampleTable, row: number, from: number): number {
  for (let at = row; at >= from; at -= 1) {
    const metres = table.at('distanceM', at);
    if (!Number.isNaN(metres)) return metres;
  }
  return Number.NaN;
}

/**
 * Joins the running stretches of a file. Watches either go on counting metres from sport to sport or start again at 0;
 * in the joined run the metres count on from stretch to stretch and hold no other sport.
 *
 * @param stretches in order, each with rows.
 * @param table gets its distances changed where the counter started again or other sports were in it.
 */
export function joinStretches(table: SampleTable, stretches: readonly StretchRows[]): JoinedStretches {
  let carriedM = 0;
  for (const { rows, recordingFrom } of stretches) {
    const firstRow = rows.find((row) => !Number.isNaN(table.at('distanceM', row)));
    if (firstRow === undefined) continue;
    const firstM = table.at('distanceM', firstRow);
    const beforeM = lastDistance(table, (rows[0] ?? 0) - 1, recordingFrom);
    const offsetM = carriedM - (firstM >= beforeM ? beforeM : 0);
    for (const row of rows) {
      const metres = table.at('distanceM', row);
      if (Number.isNaN(metres)) continue;
      carriedM = metres + offsetM;
      if (offsetM !== 0) table.set('distanceM', row, carriedM);
    }
  }
  const rests = stretches.slice(1).map(({ rows }, i) => ({
    startMs: table.timeMs(stretches[i]?.rows.at(-1) ?? 0),
    endMs: table.timeMs(rows[0] ?? 0),
  }));
  const joined = new Uint32Array(stretches.reduce((sum, { rows }) => sum + rows.length, 0));
  let at = 0;
  for (const { rows } of stretches) {
    joined.set(rows, at);
    at += rows.length;
  }
  return { rows: joined, rests };
}
