/**
 * The same run with something changed: what the knee load, the peak and the time would have been, and what pays for it.
 * Recomputed from the columns with the model itself; a marathon takes a few milliseconds, so a slider can call it as it moves.
 */
import { type KneeLoad, kneeLoad, kneeLoadWith } from '../load/knee-load.ts';
import type { LoadTrack } from '../load/load-track.ts';
import type { RunnerBody } from '../load/runner-body.ts';
import type { Range } from '../stats/range.ts';
import { type Change, type TradeOff, tradeOffOf } from './change.ts';
import { onTreadmill, shortened, slowerDescents, walkedDescents } from './changed-track.ts';
import { reversed } from './reversed-track.ts';

/** What a run asks of the knees, in the two numbers a change is judged by. */
export interface WhatIfLoad {
  /** Flat-easy km. */
  readonly kneeLoadKm: Range;
  /** Peak force that 95 % of the running steps stay below, body weights; null without running. */
  readonly peakBw: number | null;
}

/** Before, after, and the price. */
export interface WhatIfResult {
  readonly before: WhatIfLoad;
  readonly after: WhatIfLoad;
  /**
   * Change of the load in per cent, - is less: mid by the headline weighting, low and high the ends of all weightings. When
   * low and high differ in sign, the weightings do not agree whether the knee gains. Null where there was no load.
   */
  readonly changePct: Range | null;
  /** Seconds longer (+) or shorter (-). */
  readonly timeS: number;
  /** The changed run along its way: flat-easy km of each interval, for a chart. */
  readonly along: Pick<LoadTrack, 'distanceM'> & Pick<KneeLoad, 'kneeLoadKm'>;
  /** What each change costs, or which tissue pays instead; in the order of the changes. */
  readonly tradeOffs: readonly TradeOff[];
}

/** A run that changes can be tried on. */
export interface WhatIf {
  /** The run as it was. */
  readonly before: WhatIfLoad;
  /**
   * The run with all these changes, made one after the other: distances mean the run as it then is. No changes give the
   * run as it was.
   * @throws RangeError when a number of a change makes no sense
   */
  apply(...changes: readonly Change[]): WhatIfResult;
}

/**
 * Makes a run ready for changes. For a panel of sliders:
 *
 *     const run = prepareWhatIf(track, runner); // once a run
 *     const { after, changePct, timeS, tradeOffs } = run.apply(
 *       { kind: 'cadence', percent: 5 },
 *       { kind: 'walk-descents', steeperThanPct: 12 },
 *     ); // at each movement
 *
 * @param track the run as it was; a whole track, or the columns of one
 * @param runner height and own cadence line, as far as known
 * @param load the load of the run as it was, for callers that have it already
 */
export function prepareWhatIf(track: LoadTrack, runner: RunnerBody, load: KneeLoad = kneeLoad(track, runner)): WhatIf {
  const before = inShort(load);
  const beforeS = movingS(track);
  return {
    before,
    apply(...changes) {
      const changed = changes.reduce((run, change) => changedTrack(run, runner, change), track);
      const cadenceFactor = changes.reduce((factor, change) => factor * cadenceFactorOf(change), 1);
      const after = changes.length === 0 ? load : kneeLoadWith(changed, runner, { cadenceFactor });
      return {
        before,
        after: inShort(after),
        changePct: changePct(load, after),
        timeS: movingS(changed) - beforeS,
        along: { distanceM: changed.distanceM, kneeLoadKm: after.kneeLoadKm },
        tradeOffs: changes.map(tradeOffOf),
      };
    },
  };
}

const inShort = ({ flatEasyKm, runningPeakBw }: KneeLoad): WhatIfLoad => ({
  kneeLoadKm: flatEasyKm,
  peakBw: runningPeakBw?.p95 ?? null,
});

function changePct({ byExponent: before }: KneeLoad, { byExponent: after }: KneeLoad): Range | null {
  if (before.p2 === 0) return null;
  const changes = (['p1', 'p2', 'p4'] as const).map((p) => 100 * (after[p] / before[p] - 1));
  return { low: Math.min(...changes), mid: 100 * (after.p2 / before.p2 - 1), high: Math.max(...changes) };
}

const cadenceFactorOf = (change: Change): number => (change.kind === 'cadence' ? 1 + change.percent / 100 : 1);

function changedTrack(track: LoadTrack, { heightM }: RunnerBody, change: Change): LoadTrack {
  switch (change.kind) {
    case 'cadence':
      if (!(Math.abs(change.percent) < 100))
        throw new RangeError(`cadence change of ${change.percent} %; needs -99 to 99`);
      return track;
    case 'walk-descents':
      return walkedDescents(track, change.steeperThanPct);
    case 'slower-descents':
      return slowerDescents(track, heightM, change.steeperThanPct, change.percent);
    case 'shorter':
      return shortened(track, change.toDistanceM);
    case 'reversed':
      return reversed(track, heightM);
    case 'surface':
      return change.surface === 'treadmill' ? onTreadmill(track, heightM, change.fromM, change.toM) : track;
  }
}

function movingS({ durationS }: LoadTrack): number {
  let sum = 0;
  for (const seconds of durationS) sum += seconds;
  return sum;
}
