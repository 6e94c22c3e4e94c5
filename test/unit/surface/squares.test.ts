/** Squares of a real extract, each crossed straight between two of its entries that lie farthest apart. */
import { describe, expect, it } from 'vitest';
import { matchWays, NO_WAY } from '../../../src/surface/match/match-ways.ts';
import { surfaceOfWay } from '../../../src/surface/surface-of-way.ts';
import type { WayMap } from '../../../src/surface/way-map.ts';
import { isArea } from '../../../src/surface/way-tags.ts';
import { seeded } from '../../support/lay-track.ts';
import { HEIDELBERG, mapOfExtract } from '../../support/made-map.ts';
import { hasRealData } from '../../support/real-data.ts';

const M_PER_E7 = 0.0111195;
/** Smaller ones are crossed in a few steps. */
const LEAST_ACROSS_M = 30;
const SPEED_MPS = 3;

interface Crossing {
  readonly way: number;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly metres: number;
}

const at = (map: WayMap, node: number) => [map.lonE7[node] as number, map.latE7[node] as number] as const;

function metresBetween([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
  return Math.hypot((lonA - lonB) * Math.cos(((latA / 1e7) * Math.PI) / 180), latA - latB) * M_PER_E7;
}

/** Nodes of a closed outline that other ways lead to. */
function entriesOf(map: WayMap, way: number): number[] {
  const first = map.placeWay.indexOf(way);
  const nodes = map.placeNode.subarray(first, map.placeWay.lastIndexOf(way) + 1);
  if (nodes[0] !== nodes.at(-1)) return [];
  return [...new Set(nodes)].filter((node) => {
    const places = map.nodePlaces.subarray(map.nodeStart[node], map.nodeStart[node + 1]);
    return places.some((place) => map.placeWay[place] !== way);
  });
}

function crossings(map: WayMap): Crossing[] {
  return [...map.wayId.keys()].flatMap((way) => {
    if (!isArea(map.kinds[map.wayKind[way] as number] ?? {})) return [];
    const entries = entriesOf(map, way).map((node) => at(map, node));
    const pairs = entries.flatMap((from) => entries.map((to) => ({ way, from, to, metres: metresBetween(from, to) })));
    const farthest = pairs.toSorted((a, b) => b.metres - a.metres)[0];
    return farthest && farthest.metres >= LEAST_ACROSS_M ? [farthest] : [];
  });
}

function run({ from, to, metres, way }: Crossing, noiseM: number) {
  const random = seeded(way);
  const error = () => (random() + random() + random() - 1.5) * 2 * (noiseM / M_PER_E7);
  const length = Math.floor(metres / SPEED_MPS) + 1;
  const along = (axis: 0 | 1) =>
    Float64Array.from(
      { length },
      (_, i) => (from[axis] + ((to[axis] - from[axis]) * i) / (length - 1) + error()) / 1e7,
    );
  return { length, timeS: Float64Array.from({ length }, (_, i) => i), lonDeg: along(0), latDeg: along(1) };
}

describe.skipIf(!hasRealData)('squares of a real map (skipped without ../shared/data)', () => {
  it.each([3, 8])('are crossed on ground of the right class, with noise of %i m', (noiseM) => {
    const map = mapOfExtract(HEIDELBERG);
    const classOf = (way: number) => surfaceOfWay(map.kinds[map.wayKind[way] as number] ?? {}).type;
    const squares = crossings(map);
    let [right, points] = [0, 0];
    for (const square of squares) {
      const ways = (matchWays(run(square, noiseM), map) as Int32Array).slice(0, -1);
      points += ways.length;
      right += ways.filter((way) => way !== NO_WAY && classOf(way) === classOf(square.way)).length;
    }
    expect(squares.length).toBeGreaterThan(50);
    expect(right / points).toBeGreaterThanOrEqual(0.85);
  });
});
