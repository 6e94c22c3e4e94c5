import type { Track } from '../track/track.ts';
import { byGait } from './by-gait.ts';
import { byGrade } from './by-grade.ts';
import { bySurface } from './by-surface.ts';
import type { Segments } from './segment.ts';

/** The cuts that follow from the file alone. */
export const cutSegments = (track: Track): Segments => ({
  grade: byGrade(track),
  surface: bySurface(track),
  gait: byGait(track),
});
