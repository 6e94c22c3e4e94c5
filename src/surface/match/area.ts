/** Squares and other grounds that a map draws as an outline, and that feet cross where they like. */
import type { WayMap } from '../way-map.ts';
import { isArea } from '../way-tags.ts';
import type { Plane } from './plane.ts';

/** The places of an outline, the first and the last, which are one node. */
export interface Outline {
  readonly firstPlace: number;
  readonly lastPlace: number;
}

/** The outline that a place is part of; null where its way is a line, or an outline that the edge of the map has cut. */
export function outlineAt(map: WayMap, place: number): Outline | null {
  const way = map.placeWay[place] as number;
  if (!isArea(map.kinds[map.wayKind[way] as number] ?? {})) return null;
  let [firstPlace, lastPlace] = [place, place];
  while (map.placeWay[firstPlace - 1] === way) firstPlace--;
  while (map.placeWay[lastPlace + 1] === way) lastPlace++;
  const isClosed = lastPlace - firstPlace > 2 && map.placeNode[firstPlace] === map.placeNode[lastPlace];
  return isClosed ? { firstPlace, lastPlace } : null;
}

/** True when a place on the plane lies inside an outline: a ray from it to the east crosses the outline an odd number of times. */
export function isInside(
  map: WayMap,
  plane: Plane,
  { firstPlace, lastPlace }: Outline,
  xM: number,
  yM: number,
): boolean {
  const xOf = (place: number): number => plane.xOfLonE7(map.lonE7[map.placeNode[place] as number] as number);
  const yOf = (place: number): number => plane.yOfLatE7(map.latE7[map.placeNode[place] as number] as number);
  let inside = false;
  for (let place = firstPlace; place < lastPlace; place++) {
    const [ay, by] = [yOf(place), yOf(place + 1)];
    if (ay > yM === by > yM) continue;
    const ax = xOf(place);
    if (ax + ((yM - ay) / (by - ay)) * (xOf(place + 1) - ax) > xM) inside = !inside;
  }
  return inside;
}
