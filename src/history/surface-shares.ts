import { isMoving } from '../segment/cut.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, type SurfaceCertainty, type SurfaceClass } from '../surface/surface.ts';
import type { Track } from '../track/track.ts';

/** Way on one class of ground that is known in one manner. What is mapped and what is assumed are never one share. */
export interface SurfaceShare {
  readonly type: SurfaceClass;
  readonly certainty: SurfaceCertainty;
  /** Metres while moving. */
  readonly distanceM: number;
}

const CERTAINTIES = SURFACE_CERTAINTIES.length;

/** Way on each ground by how it is known, in the order of the classes; nothing of no length. */
export function surfaceShares(track: Track): SurfaceShare[] {
  const metres = new Float64Array(SURFACE_CLASSES.length * CERTAINTIES);
  for (let i = 0; i + 1 < track.length; i++) {
    if (!isMoving(track, i)) continue;
    const slot = (track.surface[i] as number) * CERTAINTIES + (track.surfaceCertainty[i] as number);
    metres[slot] = (metres[slot] as number) + (track.distanceM[i + 1] as number) - (track.distanceM[i] as number);
  }
  return toShares(metres);
}

/** The shares of several runs together. */
export function addShares(runs: readonly (readonly SurfaceShare[])[]): SurfaceShare[] {
  const metres = new Float64Array(SURFACE_CLASSES.length * CERTAINTIES);
  for (const { type, certainty, distanceM } of runs.flat()) {
    const slot = SURFACE_CLASSES.indexOf(type) * CERTAINTIES + SURFACE_CERTAINTIES.indexOf(certainty);
    metres[slot] = (metres[slot] as number) + distanceM;
  }
  return toShares(metres);
}

function toShares(metres: Float64Array): SurfaceShare[] {
  return SURFACE_CLASSES.flatMap((type, t) =>
    SURFACE_CERTAINTIES.flatMap((certainty, c) => {
      const distanceM = metres[t * CERTAINTIES + c] as number;
      return distanceM > 0 ? [{ type, certainty, distanceM }] : [];
    }),
  );
}
