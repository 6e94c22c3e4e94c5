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
  'track',
  'street',
  'trail',
] as const;

/** A class of surface. `track`, `street` and `trail` are all that a watch's sub-sport says; no finer class is guessed from them. */
export type SurfaceClass = (typeof SURFACE_CLASSES)[number];

/** Ground that gives way or is uneven under the foot; the rest is paved, or made for running. */
export const UNPAVED: ReadonlySet<SurfaceClass> = new Set(['fine-gravel', 'gravel', 'dirt', 'grass', 'sand', 'trail']);

/**
 * How the surface is known: by the watch (`recorded`), an explicit map tag (`mapped`), a rule on the road class
 * (`assumed`), the runner (`told`), or not at all (`unknown`).
 */
export type SurfaceCertainty = (typeof SURFACE_CERTAINTIES)[number];

/** The order is the code in `Track.surfaceCertainty`. */
export const SURFACE_CERTAINTIES = ['unknown', 'recorded', 'assumed', 'mapped', 'told'] as const;

/** FIT's words for where a run took place, as parsed from any format, to a class; any other word tells no surface. */
const SURFACE_BY_SUB_SPORT: Readonly<Record<string, SurfaceClass>> = {
  treadmill: 'treadmill',
  indoor_running: 'treadmill',
  virtual_activity: 'treadmill',
  track: 'track',
  trail: 'trail',
  street: 'street',
};

/**
 * The surface that a file tells by its sub-sport.
 * @param subSport FIT's snake_case word, or null
 * @returns `unknown` when it tells none
 */
export const surfaceOfSubSport = (subSport: string | null): SurfaceClass =>
  (subSport !== null && SURFACE_BY_SUB_SPORT[subSport]) || 'unknown';
