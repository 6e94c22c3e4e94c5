/** A planned run cut where the ground changes: what each stretch asks of the knees, and whether walking it would help. */
import type { KneeLoad } from '../load/knee-load.ts';
import { byGrade, STEEP_DESCENT_FROM_PCT } from '../segment/by-grade.ts';
import type { GradeSegment } from '../segment/segment.ts';
import { GAITS, type Track } from '../track/track.ts';

/** From this descent on walking is looked at, per cent, positive: where a descent is called steep. */
export const WALK_FROM_PCT = -STEEP_DESCENT_FROM_PCT;

/** What walking the steep parts of a stretch would change. */
export interface WalkedStretch {
  /** Knee load spared, flat-easy km; negative where walking adds load. */
  readonly savedKm: number;
  /** Highest peak force of a step, body weights: as planned, and walked. */
  readonly peakBw: number;
  readonly walkedPeakBw: number;
  /** Seconds longer. */
  readonly timeS: number;
}

/** One stretch of a planned run. */
export interface PlanStretch {
  readonly fromM: number;
  readonly toM: number;
  readonly type: GradeSegment['type'];
  /** Mean, per cent; null where the altitude is not known. */
  readonly gradePct: number | null;
  /** How most of it is covered. */
  readonly gait: 'run' | 'walk';
  /** Mean speed, metres a second. */
  readonly speedMps: number;
  /** Flat-easy km, mid estimate. */
  readonly kneeLoadKm: number;
  /** The same for each km of the stretch; 1 is flat easy running. */
  readonly perKm: number;
  /** Null where nothing steep is run downhill. */
  readonly walked: WalkedStretch | null;
}

/** A planned run with its load. */
export interface LoadedPlan {
  readonly track: Track;
  readonly load: KneeLoad;
}

const RUN = GAITS.indexOf('run');

/** Sums over the intervals `[from, to)`. */
function sums({ track, load }: LoadedPlan, from: number, to: number) {
  let [kneeLoadKm, seconds, runM, metres, peakBw] = [0, 0, 0, 0, 0];
  for (let i = from; i < to && i + 1 < track.length; i++) {
    const stepM = (track.distanceM[i + 1] as number) - (track.distanceM[i] as number);
    kneeLoadKm += load.kneeLoadKm[i] as number;
    seconds += track.durationS[i] as number;
    metres += stepM;
    if (track.gait[i] === RUN) runM += stepM;
    peakBw = Math.max(peakBw, load.peakBw[i] as number);
  }
  return { kneeLoadKm, seconds, runM, metres, peakBw };
}

function walkedStretch(plan: LoadedPlan, walked: LoadedPlan, { startIndex, endIndex }: GradeSegment) {
  let isChanged = false;
  for (let i = startIndex; i < endIndex; i++) isChanged ||= plan.track.gait[i] !== walked.track.gait[i];
  if (!isChanged) return null;
  const [before, after] = [sums(plan, startIndex, endIndex), sums(walked, startIndex, endIndex)];
  return {
    savedKm: before.kneeLoadKm - after.kneeLoadKm,
    peakBw: before.peakBw,
    walkedPeakBw: after.peakBw,
    timeS: after.seconds - before.seconds,
  };
}

/**
 * The stretches of a planned run, from start to end, without a gap.
 * @param walked the same run with its steep descents walked
 */
export function planStretches(plan: LoadedPlan, walked: LoadedPlan): PlanStretch[] {
  return byGrade(plan.track).map((segment) => {
    const { kneeLoadKm, seconds, runM, metres } = sums(plan, segment.startIndex, segment.endIndex);
    return {
      fromM: segment.startM,
      toM: segment.endM,
      type: segment.type,
      gradePct: segment.meanGradePct,
      gait: 2 * runM >= metres ? 'run' : 'walk',
      speedMps: metres / seconds,
      kneeLoadKm,
      perKm: (1000 * kneeLoadKm) / metres,
      walked: walkedStretch(plan, walked, segment),
    };
  });
}
