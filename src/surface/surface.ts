/** What the foot met. The order is the code in `Track.surface`. */
export const SURFACE_CLASSES = [
  'unknown',
  'concrete',
  'asphalt',
  'paving-stones',
  'fine-gravel',
  'gravel',
  'dirt',
  'grass',
  'sand',
  'wood',
  'synthetic-track',
  'treadmill',
  'street',
  'trail',
] as const;

/** A class of surface. `street` and `trail` are all that a watch's sub-sport says; no finer class is guessed from them. */
export type SurfaceClass = (typeof SURFACE_CLASSES)[number];

/**
 * How the surface is known: by the watch (`recorded`), an explicit map tag (`mapped`), a rule on the road class
 * (`assumed`), the runner (`told`), or not at all (`unknown`).
 */
export type SurfaceCertainty = 'recorded' | 'mapped' | 'assumed' | 'told' | 'unknown';
