/** Tags of a way on the map that tell what the ground is, and whether feet may use it. Keys as OpenStreetMap writes them. */
export const KEPT_TAGS = [
  'highway',
  'leisure',
  'sport',
  'surface',
  'footway:surface',
  'cycleway:surface',
  'sidewalk:surface',
  'sidewalk:both:surface',
  'sidewalk:left:surface',
  'sidewalk:right:surface',
  'tracktype',
  'smoothness',
  'bridge',
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
    'raceway',
    'construction',
    'proposed',
    'planned',
    'razed',
    'abandoned',
  ],
  ...[
    'disused',
    'demolished',
    'dismantled',
    'platform',
    'elevator',
    'corridor',
    'rest_area',
    'services',
    'emergency_bay',
    'no',
  ],
]);

const OPEN_TO_FEET: ReadonlySet<string> = new Set(['yes', 'designated', 'permissive', 'official', 'destination']);
const CLOSED: ReadonlySet<string> = new Set(['no', 'private', 'use_sidepath']);

/** True for a running track of a sports ground. */
export const isRunningTrack = (tags: Readonly<Record<string, string | undefined>>): boolean =>
  tags.leisure === 'track' && /(^|;)\s*(running|athletics)\s*(;|$)/.test(tags.sport ?? '');

/**
 * True when feet may use the way: a street, path or track that is not closed to them, or a running track.
 * @param tags all tags of the way
 */
export function isForFeet(tags: Readonly<Record<string, string | undefined>>): boolean {
  if (isRunningTrack(tags)) return true;
  const { highway, foot, access, motorroad } = tags;
  if (highway === undefined || NOT_FOR_FEET.has(highway) || motorroad === 'yes') return false;
  if (foot !== undefined) return OPEN_TO_FEET.has(foot) || !CLOSED.has(foot);
  return access === undefined || !CLOSED.has(access);
}

/** The tags that are kept, in a fixed order. */
export function keepTags(tags: Readonly<Record<string, string | undefined>>): WayTags {
  const kept: Partial<Record<(typeof KEPT_TAGS)[number], string>> = {};
  for (const key of KEPT_TAGS) {
    const value = tags[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}
