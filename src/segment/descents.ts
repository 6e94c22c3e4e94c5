import { median } from '../stats/stats.ts';
import type { Track } from '../track/track.ts';
import { DESCENT_FROM_PCT } from './by-grade.ts';
import type { Extent, GradeSegment } from './segment.ts';

/** A way down, steep parts included. */
export interface Descent extends Extent {
  /** Distance-weighted, per cent, below 0. */
  readonly meanGradePct: number;
}

/**
 * Standard error of grade (median over the run, percentage points) above which a descent cannot be told from noise.
 * Assumption: descents begin at −3 %.
 */
export const MAX_GRADE_ERROR_PCT = 3;

/**
 * A hill loses at least so many metres in one go, and so many for each percentage point that grade errs: less may be nothing
 * but the wander of satellites' heights. Assumptions, tried on made-up wander of 3 to 8 m (docs/methods/planted-events.md).
 */
const LEAST_HILL_M = 15;
const LEAST_HILL_M_PER_POINT = 10;

const isDown = ({ type }: GradeSegment): boolean => type === 'descent' || type === 'steep-descent';
const lengthM = ({ startM, endM }: Pick<Extent, 'startM' | 'endM'>): number => endM - startM;

function join(a: Descent, b: Descent): Descent {
  const totalM = lengthM(a) + lengthM(b);
  const meanGradePct =
    totalM > 0 ? (a.meanGradePct * lengthM(a) + b.meanGradePct * lengthM(b)) / totalM : a.meanGradePct;
  return { ...a, endIndex: b.endIndex, endS: b.endS, endM: b.endM, meanGradePct };
}

/** The ways down of −3 % or steeper on the whole, the longest first; a gentle and a steep part that touch are one. */
export function descents(segments: readonly GradeSegment[]): Descent[] {
  const found: Descent[] = [];
  for (const segment of segments) {
    if (!isDown(segment)) continue;
    const descent = { ...segment, meanGradePct: segment.meanGradePct ?? 0 };
    const last = found.at(-1);
    if (last && last.endIndex === descent.startIndex) found[found.length - 1] = join(last, descent);
    else found.push(descent);
  }
  // A cut swallows short bits that are too short to stand alone; what is level on the whole is no way down.
  const down = found.filter(({ meanGradePct }) => meanGradePct <= DESCENT_FROM_PCT);
  return down.sort((a, b) => lengthM(b) - lengthM(a) || a.startIndex - b.startIndex);
}

/** Metres that a way down loses from its start to its end. */
const lostM = (way: Descent): number => -(lengthM(way) * way.meanGradePct) / 100;

/**
 * Metres lost on hills: ways down of −3 % or steeper that lose 15 m or more in one go, 26 m where heights come from satellites.
 * Heights that wander by some metres over minutes add hundreds of metres to the descent of a level run but hardly such a way,
 * so that runs with rough and with good heights can be compared.
 * @param segments of the track, by grade
 * @returns null without altitude, and where it is too rough to tell a hill
 */
export function downhillM(
  { gradeErrorPct }: Pick<Track, 'gradeErrorPct'>,
  segments: readonly GradeSegment[],
): number | null {
  const errorPct = median(gradeErrorPct);
  if (!(errorPct <= MAX_GRADE_ERROR_PCT)) return null;
  const leastM = Math.max(LEAST_HILL_M, LEAST_HILL_M_PER_POINT * errorPct);
  const hills = descents(segments)
    .map(lostM)
    .filter((metres) => metres >= leastM);
  return hills.reduce((sum, metres) => sum + metres, 0);
}
