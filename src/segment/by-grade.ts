import type { Track } from '../track/track.ts';
import { cutByLabel, extent, isMoving } from './cut.ts';
import type { Extent, GradeSegment } from './segment.ts';

/** Grade from which ground climbs, per cent. Assumption: no study gives a limit; above the error of a barometric grade. */
export const CLIMB_FROM_PCT = 3;
/** Grade down to which ground is flat, per cent; below it is the descent that the long-downhill factor counts. As above. */
export const DESCENT_FROM_PCT = -3;
/** Grade from which a descent is steep, per cent. Assumption: no study gives a limit. */
export const STEEP_DESCENT_FROM_PCT = -8;

/** A stretch must have this way to stand alone, in windows of the grade regression. Assumption: shorter is not resolved. */
const MIN_WINDOWS = 1;

const TYPES = ['climb', 'flat', 'descent', 'steep-descent', 'unknown'] as const;

function gradeType(gradePct: number): (typeof TYPES)[number] {
  if (Number.isNaN(gradePct)) return 'unknown';
  if (gradePct >= CLIMB_FROM_PCT) return 'climb';
  if (gradePct <= STEEP_DESCENT_FROM_PCT) return 'steep-descent';
  return gradePct <= DESCENT_FROM_PCT ? 'descent' : 'flat';
}

/**
 * Cuts the run where the ground changes. A stretch is named by its own mean grade, so that one too short to stand alone
 * never hides in a neighbour of another name.
 */
export function byGrade(track: Track): GradeSegment[] {
  const label = (i: number): number => TYPES.indexOf(gradeType(track.gradePct[i] as number));
  const minM = MIN_WINDOWS * (track.gradeWindowM ?? 0);
  const segments: GradeSegment[] = [];
  for (const { label: _, ...where } of cutByLabel(track, label, minM)) {
    let segment = named(track, where);
    // Joining two of one name keeps the name: the mean of both lies between their means.
    const before = segments.at(-1);
    if (before?.type === segment.type) {
      segments.pop();
      segment = named(track, extent(track, before.startIndex, segment.endIndex));
    }
    segments.push(segment);
  }
  return segments;
}

function named(track: Track, where: Extent): GradeSegment {
  const mean = meanGradePct(track, where.startIndex, where.endIndex);
  return { type: gradeType(mean ?? Number.NaN), ...where, meanGradePct: mean };
}

/** Distance-weighted mean grade of the moving intervals in `[start, end)`, per cent; null when none has a grade. */
function meanGradePct(track: Track, start: number, end: number): number | null {
  let sum = 0;
  let way = 0;
  for (let i = start; i < end && i + 1 < track.length; i++) {
    const grade = track.gradePct[i] as number;
    if (!isMoving(track, i) || Number.isNaN(grade)) continue;
    const step = (track.distanceM[i + 1] as number) - (track.distanceM[i] as number);
    sum += grade * step;
    way += step;
  }
  return way > 0 ? sum / way : null;
}
