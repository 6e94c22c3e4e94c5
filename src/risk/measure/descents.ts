import { DESCENT_FROM_PCT } from '../../segment/by-grade.ts';
import type { Extent, GradeSegment } from '../../segment/segment.ts';

/** A way down, steep parts included. */
export interface Descent extends Extent {
  /** Distance-weighted, per cent, below 0. */
  readonly meanGradePct: number;
}

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
