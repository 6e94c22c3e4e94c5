import { ASSUMPTIONS } from '../surface/assumptions.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, type SurfaceCertainty, type SurfaceClass } from '../surface/surface.ts';
import type { Track } from '../track/track.ts';
import { cutByLabel } from './cut.ts';
import type { SurfaceSegment } from './segment.ts';

/** Cuts the run where the surface changes, or how it is known. Nothing is joined: a mapped stretch never takes in an assumed one. */
export function bySurface(track: Track): SurfaceSegment[] {
  const { surface, surfaceCertainty, surfaceRule } = track;
  const types = SURFACE_CLASSES.length;
  const certainties = SURFACE_CERTAINTIES.length;
  const label = (i: number): number =>
    (surface[i] as number) + types * ((surfaceCertainty[i] as number) + certainties * (surfaceRule[i] as number));
  return cutByLabel(track, label, 0).map(({ label: code, ...where }) => {
    const why = ASSUMPTIONS[Math.floor(code / types / certainties)]?.why;
    return {
      type: SURFACE_CLASSES[code % types] as SurfaceClass,
      ...where,
      certainty: SURFACE_CERTAINTIES[Math.floor(code / types) % certainties] as SurfaceCertainty,
      why: why ? why : null,
    };
  });
}
