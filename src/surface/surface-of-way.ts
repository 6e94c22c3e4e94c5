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
  concrete: ['concrete', 'concrete:plates', 'concrete:lanes', 'concrete_plates', 'concrete_lanes', 'cement'],
  asphalt: ['asphalt', 'asphalt:lanes', 'chipseal', 'tarmac', 'bitumen'],
  'paving-stones': [
    ...['paving_stones', 'paving_stone', 'paving_stones:lanes', 'sett', 'cobblestone', 'cobblestone:flattened'],
    ...['unhewn_cobblestone', 'bricks', 'brick', 'grass_paver', 'stone_slabs', 'stepping_stones', 'tiles'],
  ],
  'fine-gravel': [
    ...[
      'compacted',
      'fine_gravel',
      'stone_dust',
      'crushed_limestone',
      'decomposed_granite',
      'cinder',
      'cinders',
      'ash',
    ],
    'grit',
  ],
  gravel: ['gravel', 'pebblestone', 'pebbles', 'shingle', 'shells', 'scree', 'rocks', 'stones'],
  dirt: ['dirt', 'earth', 'ground', 'mud', 'soil', 'clay', 'laterite', 'woodchips', 'bark', 'leaves'],
  grass: ['grass'],
  sand: ['sand'],
  wood: ['wood', 'boardwalk'],
  'synthetic-track': ['tartan', 'acrylic', 'rubber', 'rubbercrumb', 'polyurethane', 'artificial_turf'],
};

const CLASS_OF_VALUE: ReadonlyMap<string, SurfaceClass> = new Map(
  Object.entries(VALUES).flatMap(([type, values]) => values.map((value) => [value, type as SurfaceClass] as const)),
);

/** Grounds that are none of our classes: what a way of that kind is usually made of must not be assumed instead. */
const OF_NO_CLASS: ReadonlySet<string> = new Set([
  'metal',
  'metal_grid',
  'plastic',
  'glass',
  'carpet',
  'ice',
  'snow',
  'salt',
]);

/** Words that leave the class open in one direction, and what is assumed then. */
const OPEN_VALUES: Readonly<Record<string, (tags: WayTags) => WaySurface>> = {
  paved: pavedSurface,
  sealed: pavedSurface,
  unpaved: unpavedSurface,
  unsealed: unpavedSurface,
  stone: stoneSurface,
  rock: () => assumed('dirt', 'rock'),
  bare_rock: () => assumed('dirt', 'rock'),
};

/**
 * Tags that name a surface, the one nearest to a runner's feet first: the foot part of a shared way, the pavement of a
 * street (both sides together), the way itself, and last the part for bicycles.
 */
const SURFACE_TAGS: readonly (readonly (keyof WayTags)[])[] = [
  ['footway:surface'],
  ['sidewalk:both:surface'],
  ['sidewalk:surface'],
  ['sidewalk:left:surface', 'sidewalk:right:surface'],
  ['footway:left:surface', 'footway:right:surface'],
  ['surface'],
  ['surface:left', 'surface:right'],
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
  const byType = BY_TRACKTYPE.get(tags.tracktype?.split(';')[0]?.trim() ?? '');
  if (byType) return byType;
  if (UNMADE.has(tags.highway)) {
    if (tags.smoothness === 'excellent' || tags.smoothness === 'good') return assumed('asphalt', 'smooth');
    if (tags.smoothness === 'intermediate') return assumed('fine-gravel', 'nearly-smooth');
  }
  return USUAL.get(tags.highway ?? '') ?? NOT_KNOWN;
}

/** `paved` leaves the material open; what else is known of the way decides, and where that says nothing or unpaved, asphalt. */
function pavedSurface(tags: WayTags): WaySurface {
  const isStones = assumedSurface(tags).type === 'paving-stones';
  return assumed(isStones ? 'paving-stones' : 'asphalt', 'paved');
}

/** `unpaved` leaves gravel and dirt open; what else is known of the way decides, and where that says paved or nothing, fine gravel. */
function unpavedSurface(tags: WayTags): WaySurface {
  const { type } = assumedSurface(tags);
  const isPaved = type === 'asphalt' || type === 'paving-stones' || type === 'unknown';
  return assumed(isPaved ? 'fine-gravel' : type, 'unpaved');
}

/** `stone` is said of slabs and of bare rock: slabs where the way is made, rock where it is not. */
function stoneSurface({ highway }: WayTags): WaySurface {
  return UNMADE.has(highway) ? assumed('dirt', 'rock') : assumed('paving-stones', 'stone');
}

/** The values of tags, each once, as the map's makers agreed to write them: small letters, `_` for a blank. */
function valuesOf(tags: WayTags, keys: readonly (keyof WayTags)[]): string[] {
  const values = keys.flatMap((key) => tags[key]?.split(/[;|,/]/) ?? []);
  return [...new Set(values.map((value) => value.trim().toLowerCase().replaceAll(/[ -]/g, '_')))];
}

/** What values of one or more tags say together; null when they are words that say nothing. */
function namedSurface(values: readonly string[], tags: WayTags): WaySurface | null {
  const types = values.flatMap((value) => CLASS_OF_VALUE.get(value) ?? []);
  const [first] = types;
  if (first !== undefined) {
    const isOne = types.length === values.length && types.every((type) => type === first);
    return isOne ? { type: first, certainty: 'mapped', rule: 'none' } : assumed(first, 'mixed');
  }
  const open = values.find((value) => Object.hasOwn(OPEN_VALUES, value));
  if (open !== undefined) return OPEN_VALUES[open]?.(tags) ?? null;
  return values.some((value) => OF_NO_CLASS.has(value)) ? NOT_KNOWN : null;
}

/**
 * The ground of a way by its tags: named by a surface tag (`mapped`), or assumed by a rule that is told.
 * @param tags as kept of the map
 * @returns `unknown` where the tags say nothing, as on steps, or name a ground that is none of our classes, as metal
 */
export function surfaceOfWay(tags: WayTags): WaySurface {
  for (const keys of SURFACE_TAGS) {
    const named = namedSurface(valuesOf(tags, keys), tags);
    if (named) return named;
  }
  return assumedSurface(tags);
}
