import { GAITS, type Track } from '../track/track.ts';
import type { Extent } from './segment.ts';

/** A stretch of equal labels. */
export interface Cut extends Extent {
  readonly label: number;
}

/** Growing shares of the shortest length that may stand alone: the shortest stretches are joined first, in few passes. */
const JOIN_SHARES = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

const STAND = GAITS.indexOf('stand');
const PAUSE = GAITS.indexOf('pause');

/** True when the runner walked or ran in interval i. */
export const isMoving = (track: Track, i: number): boolean => track.gait[i] !== STAND && track.gait[i] !== PAUSE;

/**
 * Cuts a track where the label of its moving intervals changes, then joins stretches shorter than `minM` with the
 * longer of their neighbours, the shortest first, so that noise does not shred the run. Stops inside a stretch belong
 * to it. Linear in samples for a fixed `minM`.
 *
 * @param label a small integer for each moving interval
 * @param minM metres that a stretch must have to stand alone
 * @returns in order, apart, covering every moving interval; empty when nothing moved
 */
export function cutByLabel(track: Track, label: (interval: number) => number, minM: number): Cut[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  for (let i = 0; i < track.length; i++) {
    if (!isMoving(track, i)) continue;
    const here = label(i);
    if (last !== undefined && last.label === here) last.end = i + 1;
    else {
      last = { label: here, start: i, end: i + 1 };
      runs.push(last);
    }
  }
  let joined = runs;
  for (const share of JOIN_SHARES) joined = joinShort(track, joined, share * minM);
  return joined.map(({ label: name, start, end }) => ({ label: name, ...extent(track, start, end) }));
}

interface Run {
  label: number;
  start: number;
  end: number;
}

/** Written out, because noise makes thousands of them: a spread takes many times as long. */
const copyOf = ({ label, start, end }: Run): Run => ({ label, start, end });

/** Where intervals `[start, end)` lie in time and way. */
export function extent(track: Track, start: number, end: number): Extent {
  const last = Math.min(end, track.length - 1);
  return {
    startIndex: start,
    endIndex: end,
    startS: track.timeS[start] as number,
    endS: track.timeS[last] as number,
    startM: track.distanceM[start] as number,
    endM: track.distanceM[last] as number,
  };
}

const lengthM = (track: Track, run: Run): number => {
  const last = Math.min(run.end, track.length - 1);
  return (track.distanceM[last] as number) - (track.distanceM[run.start] as number);
};

function joinShort(track: Track, runs: readonly Run[], limitM: number): Run[] {
  const out: Run[] = [];
  for (let k = 0; k < runs.length; k++) {
    const run = copyOf(runs[k] as Run);
    const before = out.at(-1);
    if (before !== undefined && before.label === run.label) {
      before.end = run.end;
      continue;
    }
    const after = runs[k + 1];
    if (lengthM(track, run) < limitM && (before !== undefined || after !== undefined)) {
      const joinsBefore =
        after === undefined || (before !== undefined && lengthM(track, before) >= lengthM(track, after));
      if (joinsBefore && before !== undefined) {
        before.end = run.end;
        continue;
      }
      if (after !== undefined) run.label = after.label;
    }
    out.push(run);
  }
  return joinEqual(out);
}

function joinEqual(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const before = out.at(-1);
    if (before !== undefined && before.label === run.label) before.end = run.end;
    else out.push(copyOf(run));
  }
  return out;
}
