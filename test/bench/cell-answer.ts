/** The answer of an Overpass-compatible service for one cell of a map, as it would come over the net. */
import { askedBox, type Cell } from '../../server/maps/cells.ts';
import type { WayMap } from '../../src/surface/way-map.ts';

/** Ways that touch the cell with all their nodes, as JSON. */
export function cellAnswer(map: WayMap, cell: Cell): string {
  const ways = new Set(map.segmentsIn(askedBox(cell)).map((place) => map.placeWay[place] as number));
  const nodesOf = new Map<number, number[]>([...ways].map((way) => [way, []]));
  for (const [place, way] of map.placeWay.entries()) nodesOf.get(way)?.push(map.placeNode[place] as number);
  const nodes = new Set([...nodesOf.values()].flat());
  const elements = [
    ...[...nodesOf].map(([way, own]) => ({
      ...{ type: 'way', id: map.wayId[way], nodes: own },
      tags: map.kinds[map.wayKind[way] as number],
    })),
    ...[...nodes].map((node) => ({
      ...{ type: 'node', id: node },
      ...{ lat: (map.latE7[node] as number) / 1e7, lon: (map.lonE7[node] as number) / 1e7 },
    })),
  ];
  return JSON.stringify({ elements });
}
