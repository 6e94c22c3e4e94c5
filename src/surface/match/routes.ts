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
  const open = new Map<number, number>([[map.placeNode[from.place] as number, from.alongM]]);
  const end = map.placeNode[from.place + 1] as number;
  open.set(end, Math.min(open.get(end) ?? Number.POSITIVE_INFINITY, from.segmentM - from.alongM));
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

function apartM(map: WayMap, plane: Plane, a: number, b: number): number {
  const east = plane.xOfLonE7(map.lonE7[a] as number) - plane.xOfLonE7(map.lonE7[b] as number);
  const north = plane.yOfLatE7(map.latE7[a] as number) - plane.yOfLatE7(map.latE7[b] as number);
  return Math.hypot(east, north);
}

/** Metres along ways from one candidate to another; infinite where it is out of reach. */
export function routeM(map: WayMap, reach: Reach, from: Candidate, to: Candidate): number {
  const direct = from.place === to.place ? Math.abs(from.alongM - to.alongM) : Number.POSITIVE_INFINITY;
  const viaStart = (reach.get(map.placeNode[to.place] as number) ?? Number.POSITIVE_INFINITY) + to.alongM;
  const viaEnd =
    (reach.get(map.placeNode[to.place + 1] as number) ?? Number.POSITIVE_INFINITY) + to.segmentM - to.alongM;
  return Math.min(direct, viaStart, viaEnd);
}
