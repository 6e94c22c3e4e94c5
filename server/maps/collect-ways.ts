/** Turns ways and nodes, as a map source tells them, into the columns of a way map. Looks at the source twice to hold little at a time. */
import { isForFeet, keepTags, type WayMap, type WayTags } from '#core';
import { GrowingArray } from './growing-array.ts';
import type { RawWay } from './pbf-block.ts';

/** Something that tells ways and nodes, each as often as it is asked. */
export interface WaySource {
  eachWay(take: (way: RawWay) => void): void;
  /** Place in 1e-7 degrees. */
  eachNode(take: (id: number, lonE7: number, latE7: number) => void): void;
}

/** The columns, without the index over space. */
export type WayColumns = Omit<WayMap, 'segmentsIn' | 'part'>;

interface FoundWays {
  readonly ids: GrowingArray;
  readonly kinds: GrowingArray;
  /** Where each way's nodes begin in `nodeIds`. */
  readonly starts: GrowingArray;
  readonly nodeIds: GrowingArray;
  readonly kindTable: WayTags[];
}

function findWays(source: WaySource): FoundWays {
  const found: FoundWays = {
    ...{ ids: new GrowingArray(), kinds: new GrowingArray(), starts: new GrowingArray(), nodeIds: new GrowingArray() },
    kindTable: [],
  };
  const numberOfKind = new Map<string, number>();
  source.eachWay(({ id, nodeIds, tags }) => {
    if (nodeIds.length < 2 || !isForFeet(tags)) return;
    const kept = keepTags(tags);
    const key = JSON.stringify(kept);
    let kind = numberOfKind.get(key);
    if (kind === undefined) {
      kind = found.kindTable.push(kept) - 1;
      numberOfKind.set(key, kind);
    }
    found.ids.push(id);
    found.kinds.push(kind);
    found.starts.push(found.nodeIds.length);
    for (const node of nodeIds) found.nodeIds.push(node);
  });
  found.starts.push(found.nodeIds.length);
  return found;
}

/** The numbers that occur, each once, rising. */
function distinctSorted(numbers: Float64Array): Float64Array {
  const sorted = numbers.slice().sort();
  let length = 0;
  for (const value of sorted) if (length === 0 || sorted[length - 1] !== value) sorted[length++] = value;
  return sorted.slice(0, length);
}

/** Index of the first number that is not below `value`. */
function lowerBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stands for a node that the source does not hold, as at the edge of an extract. No place has this longitude. */
const ABSENT = -(2 ** 31);

function placeNodes(source: WaySource, nodeIds: Float64Array): { lonE7: Int32Array; latE7: Int32Array } {
  const lonE7 = new Int32Array(nodeIds.length).fill(ABSENT);
  const latE7 = new Int32Array(nodeIds.length);
  // Sources tell nodes by rising number nearly always, so that the next one is close to the last.
  let at = 0;
  source.eachNode((id, lon, lat) => {
    if (at > 0 && (nodeIds[at - 1] as number) >= id) at = lowerBound(nodeIds, id);
    while (at < nodeIds.length && (nodeIds[at] as number) < id) at++;
    if (nodeIds[at] !== id) return;
    lonE7[at] = lon;
    latE7[at] = lat;
  });
  return { lonE7, latE7 };
}

/** Places by node: where each node's begin, and the places in that order. */
function placesByNode(placeNode: Uint32Array, nodeCount: number): { nodeStart: Uint32Array; nodePlaces: Uint32Array } {
  const nodeStart = new Uint32Array(nodeCount + 1);
  for (const node of placeNode) nodeStart[node + 1] = (nodeStart[node + 1] as number) + 1;
  for (let n = 0; n < nodeCount; n++) nodeStart[n + 1] = (nodeStart[n + 1] as number) + (nodeStart[n] as number);
  const next = nodeStart.slice();
  const nodePlaces = new Uint32Array(placeNode.length);
  for (const [place, node] of placeNode.entries()) {
    const slot = next[node] as number;
    nodePlaces[slot] = place;
    next[node] = slot + 1;
  }
  return { nodeStart, nodePlaces };
}

/**
 * Collects the ways that feet may use. A way that misses nodes, as at the edge of an extract, is cut there and never
 * drawn straight across.
 */
export function collectWays(source: WaySource): WayColumns {
  const found = findWays(source);
  const nodeIds = distinctSorted(found.nodeIds.view());
  const { lonE7, latE7 } = placeNodes(source, nodeIds);
  const starts = found.starts.view();
  const mentioned = found.nodeIds.view();
  const placeNode = new GrowingArray();
  const placeWay = new GrowingArray();
  const wayId = new GrowingArray();
  const wayKind = new GrowingArray();
  for (let w = 0; w < found.ids.length; w++) {
    const end = starts[w + 1] as number;
    let piece: number[] = [];
    for (let i = starts[w] as number; i <= end; i++) {
      const node = i < end ? lowerBound(nodeIds, mentioned[i] as number) : -1;
      if (node >= 0 && lonE7[node] !== ABSENT) {
        piece.push(node);
        continue;
      }
      if (piece.length > 1) {
        for (const there of piece) {
          placeNode.push(there);
          placeWay.push(wayId.length);
        }
        wayId.push(found.ids.view()[w] as number);
        wayKind.push(found.kinds.view()[w] as number);
      }
      piece = [];
    }
  }
  const nodes = Uint32Array.from(placeNode.view());
  return {
    ...{ lonE7, latE7, placeNode: nodes, placeWay: Uint32Array.from(placeWay.view()) },
    ...placesByNode(nodes, nodeIds.length),
    ...{ wayId: wayId.view().slice(), wayKind: Uint32Array.from(wayKind.view()), kinds: found.kindTable },
  };
}
