/** The places on ways that a point of the path may really be at. */
import type { WayMap } from '../way-map.ts';
import { isUnderground } from '../way-tags.ts';
import { isInside, type Outline, outlineAt } from './area.ts';
import type { PathPoint } from './path.ts';
import type { Plane } from './plane.ts';

/** A point of a way near a point of the path. */
export interface Candidate {
  /** Place at which its segment begins. */
  readonly place: number;
  readonly way: number;
  readonly xM: number;
  readonly yM: number;
  /** Metres from the beginning of the segment. */
  readonly alongM: number;
  readonly segmentM: number;
  /** Metres from the point of the path. */
  readonly offM: number;
  /** How far the segment lies in the direction of the run: 1 along or against it, 0 across. */
  readonly alignment: number;
  /** True on the carriageway of a street that carries through traffic. */
  readonly isMainRoad: boolean;
  readonly isUnderground: boolean;
  /** The ground that it lies in or at the edge of; null on a way that is a line. */
  readonly outline: Outline | null;
}

const MAIN_ROADS: ReadonlySet<string | undefined> = new Set([
  'trunk',
  'primary',
  'secondary',
  'trunk_link',
  'primary_link',
  'secondary_link',
]);

/** Ways farther off are not looked at, metres. Assumption: three times the error of a watch among houses. */
const SEARCH_M = 45;
/** Most candidates a point. Assumption: more ways than meet at a junction with its crossings. */
const MOST = 10;
/** Two candidates on one way are one if they are closer than this, metres. Assumption: below the turn of a hairpin. */
const APART_M = 25;

/** Nearest points of the ways around, the nearest first; several of one way where it comes by more than once. */
export function candidatesAt(map: WayMap, plane: Plane, point: PathPoint): Candidate[] {
  const near = map.segmentsIn({
    minLon: plane.lonE7OfX(point.xM - SEARCH_M),
    minLat: plane.latE7OfY(point.yM - SEARCH_M),
    maxLon: plane.lonE7OfX(point.xM + SEARCH_M),
    maxLat: plane.latE7OfY(point.yM + SEARCH_M),
  });
  const found = near.map((place) => onSegment(map, plane, point, place)).filter(({ offM }) => offM <= SEARCH_M);
  found.push(...insideAreas(map, plane, point, near));
  found.sort((a, b) => a.offM - b.offM || a.place - b.place);
  const kept: Candidate[] = [];
  for (const candidate of found) {
    if (kept.length === MOST) break;
    const isKnown = kept.some(
      ({ way, outline, xM, yM }) =>
        way === candidate.way && (outline !== null || Math.hypot(xM - candidate.xM, yM - candidate.yM) < APART_M),
    );
    if (!isKnown) kept.push(candidate);
  }
  return kept;
}

/** The point itself, in each area that it lies in. The map names an area by one of its segments wherever a box touches it. */
function insideAreas(map: WayMap, plane: Plane, point: PathPoint, near: readonly number[]): Candidate[] {
  const inside = new Map<number, Candidate>();
  for (const place of near) {
    const way = map.placeWay[place] as number;
    const outline = inside.has(way) ? null : outlineAt(map, place);
    if (outline === null || !isInside(map, plane, outline, point.xM, point.yM)) continue;
    const there = onSegment(map, plane, point, place);
    inside.set(way, { ...there, xM: point.xM, yM: point.yM, offM: 0 });
  }
  return [...inside.values()];
}

function onSegment(map: WayMap, plane: Plane, point: PathPoint, place: number): Candidate {
  const a = map.placeNode[place] as number;
  const b = map.placeNode[place + 1] as number;
  const ax = plane.xOfLonE7(map.lonE7[a] as number);
  const ay = plane.yOfLatE7(map.latE7[a] as number);
  const east = plane.xOfLonE7(map.lonE7[b] as number) - ax;
  const north = plane.yOfLatE7(map.latE7[b] as number) - ay;
  const segmentM = Math.hypot(east, north);
  const dot = segmentM > 0 ? ((point.xM - ax) * east + (point.yM - ay) * north) / segmentM : 0;
  const alongM = Math.min(Math.max(dot, 0), segmentM);
  const share = segmentM > 0 ? alongM / segmentM : 0;
  const way = map.placeWay[place] as number;
  const xM = ax + share * east;
  const yM = ay + share * north;
  const tags = map.kinds[map.wayKind[way] as number] ?? {};
  const outline = outlineAt(map, place);
  return {
    ...{ place, way, xM, yM, alongM, segmentM, outline },
    isMainRoad: MAIN_ROADS.has(tags.highway),
    isUnderground: isUnderground(tags),
    offM: Math.hypot(point.xM - xM, point.yM - yM),
    // An area has no direction of its own.
    alignment: outline ? 1 : segmentM > 0 ? Math.abs(point.eastward * east + point.northward * north) / segmentM : 0,
  };
}
