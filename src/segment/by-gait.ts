import { gaitName } from '../track/gait.ts';
import type { Track } from '../track/track.ts';
import { extent } from './cut.ts';
import type { GaitSegment } from './segment.ts';

/** Cuts the whole recording, rests included, where the gait changes. */
export function byGait(track: Track): GaitSegment[] {
  const segments: GaitSegment[] = [];
  let start = 0;
  for (let i = 1; i <= track.length; i++) {
    if (i < track.length && track.gait[i] === track.gait[start]) continue;
    segments.push({ type: gaitName(track.gait[start] as number), ...extent(track, start, i) });
    start = i;
  }
  return segments;
}
