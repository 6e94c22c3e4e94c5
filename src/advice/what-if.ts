/**
 * The same run with one thing changed: what the knee load, the peak and the time would have been, and what pays for it.
 * Recomputed from the track with the model itself; fast enough for a slider.
 */
import { type KneeLoad, kneeLoad, kneeLoadWith } from '../load/knee-load.ts';
import type { RunnerBody } from '../load/runner-body.ts';
import type { Range } from '../stats/range.ts';
import type { Track } from '../track/track.ts';
import { shortened, slowerDescents, walkedDescents } from './changed-track.ts';

/** One change. Percentages and grades are positive numbers unless said otherwise. */
export type Change =
  /** Step rate changed by this many per cent at the same speed; + is quicker, shorter steps. */
  | { readonly kind: 'cadence'; readonly percent: number }
  /** Running descents steeper than this grade are walked. */
  | { readonly kind: 'walk-descents'; readonly steeperThanPct: number }
  /** Running descents steeper than this grade are run slower by this many per cent (0 to 90). */
  | { readonly kind: 'slower-descents'; readonly steeperThanPct: number; readonly percent: number }
  /** The run ends at this distance. */
  | { readonly kind: 'shorter'; readonly toDistanceM: number };

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
  /** Seconds longer (+) or shorter (-). */
  readonly timeS: number;
  /** What it costs, or which tissue pays instead. */
  readonly tradeOff: string;
}

/**
 * Computes a change.
 * @param track the run as it was
 * @param runner as for {@link kneeLoad}
 * @param before the load of the run as it was, for callers that have it already
 * @throws RangeError when a number of the change makes no sense
 */
export function whatIf(
  track: Track,
  runner: RunnerBody,
  change: Change,
  before: KneeLoad = kneeLoad(track, runner),
): WhatIfResult {
  const changed = changedTrack(track, runner, change);
  const cadenceFactor = change.kind === 'cadence' ? 1 + change.percent / 100 : 1;
  const after = kneeLoadWith(changed, runner, { cadenceFactor });
  return {
    before: { kneeLoadKm: before.flatEasyKm, peakBw: before.runningPeakBw?.p95 ?? null },
    after: { kneeLoadKm: after.flatEasyKm, peakBw: after.runningPeakBw?.p95 ?? null },
    timeS: movingS(changed) - movingS(track),
    tradeOff: tradeOff(change),
  };
}

function changedTrack(track: Track, runner: RunnerBody, change: Change): Track {
  switch (change.kind) {
    case 'cadence':
      if (!(Math.abs(change.percent) < 100))
        throw new RangeError(`cadence change of ${change.percent} %; needs -99 to 99`);
      return track;
    case 'walk-descents':
      return walkedDescents(track, change.steeperThanPct);
    case 'slower-descents':
      return slowerDescents(track, runner.heightM, change.steeperThanPct, change.percent);
    case 'shorter':
      return shortened(track, change.toDistanceM);
  }
}

const movingS = (track: Track): number => track.durationS.reduce((sum, durationS) => sum + durationS, 0);

/**
 * The price in words. Cadence and effort: Anderson 2022; forefoot and calf: Willy 2016; hills: Van Hooren 2024; walking
 * down: Kuster 1993. @cite Anderson2022, VanHooren2024, Kuster1993, Hagen2023
 */
function tradeOff(change: Change): string {
  switch (change.kind) {
    case 'cadence':
      return change.percent >= 0
        ? 'Quicker, shorter steps feel like more effort at first and hand part of the work to the calf and the Achilles tendon.'
        : 'Slower, longer steps load the kneecap more with every step.';
    case 'walk-descents':
      return 'Walking a steep descent roughly halves the peak force on the kneecap, but walking takes more steps and each loads the knee for longer, so the total may not fall.';
    case 'slower-descents':
      return 'Slower descents lower the peak force on the kneecap, but more steps share the same hill, so the total changes little.';
    case 'shorter':
      return 'Fewer kilometres also mean less training for heart and muscles.';
  }
}
