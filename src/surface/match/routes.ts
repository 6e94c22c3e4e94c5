/** Shortest ways between places of the map, as far as a step of a run can reach. */
import type { WayMap } from '../way-map.ts';
import type { Candidate } from './candidates.ts';
import type { Plane } from './plane.ts';

/** Metres to each node that can be reached from a candidate. */
export type Reach = ReadonlyMap<number, number>;

/**
 * Nodes within reach of a candidate (Dijkstra). Feet go both ways.
 * @param mostM how far to look, metres
 */
export function reachFrom(map: WayMap, plane: Plane, from: Candidate, mostM: number): Reach {
  const reach = new Map<number, number>();
  const open = new Map<number, number>();
  for (const [node, metres] of doorsOf(map, plane, from))
    open.set(node, Math.min(open.get(node) ?? Number.POSITIVE_INFINITY, metres));
  for (;;) {
    let node = -1;
    let metres = mostM;
    for (const [other, distance] of open) {
      if (distance > metres) continue;
      node = other;
      metres = distance;
    }
    if (node < 0) return reach;
    open.delete(node);
    reach.set(node, metres);
    for (let k = map.nodeStart[node] as number; k < (map.nodeStart[node + 1] as number); k++) {
      const place = map.nodePlaces[k] as number;
      for (const next of [place - 1, place + 1]) {
        if (map.placeWay[next] !== map.placeWay[place]) continue;
        const neighbour = map.placeNode[next] as number;
        if (reach.has(neighbour)) continue;
        const distance = metres + apartM(map, plane, node, neighbour);
        if (distance <= mostM && distance < (open.get(neighbour) ?? Number.POSITIVE_INFINITY)) {
          open.set(neighbour, distance);
        }
      }
    }
  }
}

/** The nodes by which a candidate is left or reached, with the metres to each: the ends of its segment; of an area, its whole outline. */
function doorsOf(map: WayMap, plane: Plane, at: Candidate): (readonly [node: number, metres: number])[] {
  const nodeAt = (place: number): number => map.placeNode[place] as number;
  if (at.outline === null)
    return [
      [nodeAt(at.place), at.alongM],
      [nodeAt(at.place + 1), at.segmentM - at.alongM],
    ];
  const { firstPlace, lastPlace } = at.outline;
  return Array.from({ length: lastPlace - firstPlace }, (_, k) => {
    const node = nodeAt(firstPlace + k);
    const east = plane.xOfLonE7(map.lonE7[node] as number) - at.xM;
    const north = plane.yOfLatE7(map.latE7[node] as number) - at.yM;
    return [node, Math.hypot(east, north)] as const;
  });
}

function apartM(map: WayMap, plane: Plane, a: number, b: number): number {
  const east = plane.xOfLonE7(map.lonE7[a] as number) - plane.xOfLonE7(map.lonE7[b] as number);
  const north = plane.yOfLatE7(map.latE7[a] as number) - plane.yOfLatE7(map.latE7[b] as number);
  return Math.hypot(east, north);
}

/** Metres along ways, and straight across areas, from one candidate to another; infinite where it is out of reach. */
export function routeM(map: WayMap, plane: Plane, reach: Reach, from: Candidate, to: Candidate): number {
  if (from.outline && from.way === to.way) return Math.hypot(from.xM - to.xM, from.yM - to.yM);
  let least = from.place === to.place ? Math.abs(from.alongM - to.alongM) : Number.POSITIVE_INFINITY;
  for (const [node, metres] of doorsOf(map, plane, to))
    least = Math.min(least, (reach.get(node) ?? Number.POSITIVE_INFINITY) + metres);
  return least;
}
