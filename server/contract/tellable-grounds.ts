/** What a page chooses from: apart from the schemas, so that it need not load what checks them. */
import type { SurfaceClass } from '#core';

/** Grounds that a runner may name. */
export const TELLABLE_GROUNDS = [
  'asphalt',
  'concrete',
  'paving-stones',
  'fine-gravel',
  'gravel',
  'dirt',
  'grass',
  'sand',
  'wood',
  'synthetic-track',
  'treadmill',
] as const satisfies readonly SurfaceClass[];

/** One of them. */
export type TellableGround = (typeof TELLABLE_GROUNDS)[number];
