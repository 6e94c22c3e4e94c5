/** Tags of a way on the map that tell what the ground is, and whether feet may use it. Keys as OpenStreetMap writes them. */
export const KEPT_TAGS = [
  'highway',
  'leisure',
  'sport',
  'surface',
  'surface:left',
  'surface:right',
  'footway:surface',
  'footway:left:surface',
  'footway:right:surface',
  'cycleway:surface',
  'sidewalk:surface',
  'sidewalk:both:surface',
  'sidewalk:left:surface',
  'sidewalk:right:surface',
  'tracktype',
  'smoothness',
  'bridge',
  'tunnel',
  'area',
  'footway',
] as const;

/** Tags of one way; a tag that the way lacks is left out. */
export type WayTags = Readonly<Partial<Record<(typeof KEPT_TAGS)[number], string>>>;

/** Kinds of `highway` that feet do not use: closed to them, not built, or no way at all. */
const NOT_FOR_FEET: ReadonlySet<string> = new Set([
  ...[
    'motorway',
    'motorway_link',
    'bus_guideway',
    'busway',
    'raceway',
    'escape',
    'emergency_bay',
    'via_ferrata',
    'ladder',
  ],
  ...['construction', 'proposed', 'planned', 'razed', 'abandoned', 'disused', 'demolished', 'dismantled'],
  ...['platform', 'elevator', 'corridor', 'rest_area', 'services', 'no'],
]);

const CLOSED: ReadonlySet<string> = new Set(['no', 'private', 'use_sidepath']);

/** Surfaces that only a track for running has. Many are drawn without their sport. */
const RUNNING_SURFACES: ReadonlySet<string | undefined> = new Set(['tartan', 'rubber', 'polyurethane']);

type AnyTags = Readonly<Record<string, string | undefined>>;

/** True for a running track of a sports ground. */
export const isRunningTrack = ({ leisure, sport, surface }: AnyTags): boolean =>
  leisure === 'track' &&
  (sport === undefined ? RUNNING_SURFACES.has(surface) : /(^|;)\s*(running|athletics)\s*(;|$)/.test(sport));

/**
 * True when feet may use the way: a street, path or track in the open that is not closed to them, or a running track.
 * @param tags all tags of the way
 */
export function isForFeet(tags: AnyTags): boolean {
  if (isRunningTrack(tags)) return true;
  const { highway, foot, access, motorroad, indoor } = tags;
  if (highway === undefined || NOT_FOR_FEET.has(highway) || motorroad === 'yes') return false;
  if (indoor !== undefined && indoor !== 'no') return false;
  return !CLOSED.has(foot ?? access ?? '');
}

/** True for a square or the like, drawn as an outline: feet cross it anywhere. */
export const isArea = ({ highway, area }: AnyTags): boolean => highway !== undefined && area === 'yes';

/** True for a way under the ground, where no watch has a position. A passage through a house is none. */
export const isUnderground = ({ tunnel }: AnyTags): boolean => tunnel === 'yes';

/** The tags that are kept, in a fixed order. */
export function keepTags(tags: AnyTags): WayTags {
  const kept: Partial<Record<(typeof KEPT_TAGS)[number], string>> = {};
  for (const key of KEPT_TAGS) {
    const value = tags[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}
