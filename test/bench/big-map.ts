/** A made-up region whose .osm.pbf file has about 100 MB: a rough lattice, a third of whose nodes lie on ways. */
import { seeded } from '../support/lay-track.ts';
import type { MapNode, MapWay } from '../support/small-map.ts';

const COLUMNS = 3600;
const ROWS = 6000;
const SPACING_M = 12;
/** How far nodes of streets lie off the lattice, metres; and the others, which a file orders by age and not by place. */
const ROUGH_M = 5;
const STRAY_M = 2000;
/** Each third row of nodes is a street; the others stand for houses and fields, which a real extract is full of. */
const ROWS_A_STREET = 3;
const COLUMNS_A_STREET = 12;
const NODES_A_WAY = 24;

const idAt = (column: number, row: number): number => 1 + row * COLUMNS + column;

/** Nodes by rising number. */
export function* bigMapNodes(): Generator<MapNode> {
  const random = seeded(1);
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const offM = row % ROWS_A_STREET === 0 ? ROUGH_M : STRAY_M;
      const eastM = column * SPACING_M + offM * random();
      yield { id: idAt(column, row), eastM, northM: row * SPACING_M + offM * random() };
    }
  }
}

const KINDS = [
  { highway: 'residential', surface: 'asphalt' },
  { highway: 'track', tracktype: 'grade2' },
  { highway: 'path', surface: 'ground' },
  { highway: 'footway' },
];

/** Streets along rows and columns; they meet where both run. */
export function* bigMapWays(): Generator<MapWay> {
  let id = 1;
  const way = (nodeIds: number[]): MapWay => ({ id: id++, nodeIds, tags: KINDS[id % KINDS.length] as MapWay['tags'] });
  for (let row = 0; row < ROWS; row += ROWS_A_STREET) {
    for (let from = 0; from + 1 < COLUMNS; from += NODES_A_WAY) {
      const length = Math.min(NODES_A_WAY + 1, COLUMNS - from);
      yield way(Array.from({ length }, (_, i) => idAt(from + i, row)));
    }
  }
  for (let column = 0; column < COLUMNS; column += COLUMNS_A_STREET) {
    for (let from = 0; from + ROWS_A_STREET < ROWS; from += NODES_A_WAY * ROWS_A_STREET) {
      const length = Math.min(NODES_A_WAY + 1, Math.ceil((ROWS - from) / ROWS_A_STREET));
      yield way(Array.from({ length }, (_, i) => idAt(column, from + i * ROWS_A_STREET)));
    }
  }
}
