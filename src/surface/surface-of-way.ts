import type { AssumptionId } from './assumptions.ts';
import type { SurfaceClass } from './surface.ts';
import { isRunningTrack, type WayTags } from './way-tags.ts';

/** What the ground of a way is, and how that is known. */
export interface WaySurface {
  readonly type: SurfaceClass;
  readonly certainty: 'mapped' | 'assumed' | 'unknown';
  /** Why it is assumed; `none` otherwise. */
  readonly rule: AssumptionId;
}

/** Values of the map's surface tags that name one of our classes. */
const VALUES: Readonly<Partial<Record<SurfaceClass, readonly string[]>>> = {
  concrete: ['concrete', 'concrete:plates', 'concrete:lanes', 'cement'],
  asphalt: ['asphalt', 'chipseal', 'tarmac'],
  'paving-stones': [
    ...['paving_stones', 'paving_stones:lanes', 'sett', 'cobblestone', 'cobblestone:flattened', 'unhewn_cobblestone'],
    ...['bricks', 'brick', 'grass_paver', 'stone_slabs', 'tiles'],
  ],
  'fine-gravel': ['compacted', 'fine_gravel', 'stone_dust'],
  gravel: ['gravel', 'pebblestone', 'crushed_limestone', 'shells', 'rock', 'stone', 'rocks', 'stones'],
  dirt: ['dirt', 'earth', 'ground', 'mud', 'soil', 'clay', 'woodchips', 'bark'],
  grass: ['grass'],
  sand: ['sand'],
  wood: ['wood', 'boardwalk'],
  'synthetic-track': ['tartan', 'acrylic', 'rubber', 'artificial_turf', 'plastic'],
};

const CLASS_OF_VALUE: ReadonlyMap<string, SurfaceClass> = new Map(
  Object.entries(VALUES).flatMap(([type, values]) => values.map((value) => [value, type as SurfaceClass] as const)),
);

/**
 * Tags that name a surface, the one nearest to a runner's feet first: the foot part of a shared way, the pavement of a
 * street (both sides together), the way itself, and last the part for bicycles.
 */
const SURFACE_TAGS: readonly (readonly (keyof WayTags)[])[] = [
  ['footway:surface'],
  ['sidewalk:both:surface'],
  ['sidewalk:surface'],
  ['sidewalk:left:surface', 'sidewalk:right:surface'],
  ['surface'],
  ['cycleway:surface'],
];

const assumed = (type: SurfaceClass, rule: AssumptionId): WaySurface => ({ type, certainty: 'assumed', rule });
const NOT_KNOWN: WaySurface = { type: 'unknown', certainty: 'unknown', rule: 'none' };

const STREETS = [
  ...['trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', 'living_street', 'service'],
  ...['trunk_link', 'primary_link', 'secondary_link', 'tertiary_link'],
];

/** The surface that is usual on each class of way; a class that is not here tells none. */
const USUAL: ReadonlyMap<string, WaySurface> = new Map([
  ...STREETS.map((highway) => [highway, assumed('asphalt', 'street')] as const),
  ['footway', assumed('asphalt', 'footway')],
  ['cycleway', assumed('asphalt', 'footway')],
  ['pedestrian', assumed('paving-stones', 'pedestrian')],
  ['path', assumed('dirt', 'path')],
  ['bridleway', assumed('dirt', 'path')],
  ['track', assumed('dirt', 'track')],
]);

const BY_TRACKTYPE: ReadonlyMap<string, WaySurface> = new Map([
  ['grade1', assumed('asphalt', 'tracktype-1')],
  ['grade2', assumed('fine-gravel', 'tracktype-2')],
  ['grade3', assumed('gravel', 'tracktype-3')],
  ['grade4', assumed('dirt', 'tracktype-soft')],
  ['grade5', assumed('dirt', 'tracktype-soft')],
]);

const UNMADE: ReadonlySet<string | undefined> = new Set(['path', 'track', 'bridleway']);

/** What the rest of the tags lets one assume, the strongest hint first. */
function assumedSurface(tags: WayTags): WaySurface {
  if (isRunningTrack(tags)) return assumed('synthetic-track', 'running-track');
  if (tags.bridge === 'boardwalk') return assumed('wood', 'boardwalk');
  const byType = BY_TRACKTYPE.get(tags.tracktype ?? '');
  if (byType) return byType;
  if (UNMADE.has(tags.highway)) {
    if (tags.smoothness === 'excellent' || tags.smoothness === 'good') return assumed('asphalt', 'smooth');
    if (tags.smoothness === 'intermediate') return assumed('fine-gravel', 'nearly-smooth');
  }
  return USUAL.get(tags.highway ?? '') ?? NOT_KNOWN;
}

/** `unpaved` leaves gravel and dirt open; what else is known of the way decides, and where that says paved or nothing, fine gravel. */
function unpavedSurface(tags: WayTags): WaySurface {
  const { type } = assumedSurface(tags);
  const isPaved = type === 'asphalt' || type === 'paving-stones' || type === 'unknown';
  return assumed(isPaved ? 'fine-gravel' : type, 'unpaved');
}

/**
 * The ground of a way by its tags: named by a surface tag (`mapped`), or assumed by a rule that is told.
 * @param tags as kept of the map
 * @returns `unknown` where the tags say nothing, as on steps
 */
export function surfaceOfWay(tags: WayTags): WaySurface {
  for (const keys of SURFACE_TAGS) {
    const values = new Set(keys.flatMap((key) => tags[key]?.split(/[;|]/) ?? []).map((value) => value.trim()));
    const types = [...values].flatMap((value) => CLASS_OF_VALUE.get(value) ?? []);
    const [first] = types;
    if (first !== undefined)
      return values.size === 1 ? { type: first, certainty: 'mapped', rule: 'none' } : assumed(first, 'mixed');
    if (values.has('paved')) return assumed('asphalt', 'paved');
    if (values.has('unpaved')) return unpavedSurface(tags);
  }
  return assumedSurface(tags);
}
