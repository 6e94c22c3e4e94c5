import { SURFACE_CLASSES, type SurfaceClass } from '../surface/surface.ts';
import type { Track } from '../track/track.ts';
import { cutByLabel } from './cut.ts';
import type { SurfaceSegment } from './segment.ts';

/** Cuts the run where the surface changes. What the file says is `recorded`; what it does not say stays unknown. */
export function bySurface(track: Track): SurfaceSegment[] {
  return cutByLabel(track, (i) => track.surface[i] as number, 0).map(({ label, ...where }) => {
    const type = SURFACE_CLASSES[label] as SurfaceClass;
    return { type, ...where, certainty: type === 'unknown' ? 'unknown' : 'recorded' };
  });
}
