/** The grid that an online map is asked by: whole cells, so that what is asked tells no more than roughly where a run was. */
import { type BoxE7, widened } from '#core';

/** Edge of a cell, 1e-7 degrees: 0.05 degrees are 5.6 km from south to north. Assumption: hides a home, holds most of a run. */
const CELL_E7 = 500_000;

/**
 * Asked round a cell besides, 1e-7 degrees: 0.005 degrees are 560 m. Ways just over the edge have to be known, or a run along it would
 * be laid on the wrong one.
 */
const ROOM_E7 = 50_000;

/** A cell by its place in the grid: whole edges east and north of 0, 0. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/** The name of a cell, as its file has it. */
export const cellName = ({ column, row }: Cell): string => `${column}_${row}`;

/** The cell itself: where its map has the say. */
export const cellBox = ({ column, row }: Cell): BoxE7 => ({
  minLon: column * CELL_E7,
  minLat: row * CELL_E7,
  maxLon: (column + 1) * CELL_E7,
  maxLat: (row + 1) * CELL_E7,
});

/** What is asked for a cell: itself with room around. */
export const askedBox = (cell: Cell): BoxE7 => widened(cellBox(cell), ROOM_E7);

/** A box in this many cells or more holds a stray position, and asking for all would be no coarse box but a country. Assumption: a marathon from place to place fits. */
const MOST_CELLS = 100;

/** The cells that a box touches, row by row; empty where they are too many to ask for. */
export function cellsOf(box: BoxE7): Cell[] {
  const [west, east] = [Math.floor(box.minLon / CELL_E7), Math.floor(box.maxLon / CELL_E7)];
  const [south, north] = [Math.floor(box.minLat / CELL_E7), Math.floor(box.maxLat / CELL_E7)];
  if ((east - west + 1) * (north - south + 1) > MOST_CELLS) return [];
  const cells: Cell[] = [];
  for (let row = south; row <= north; row++) {
    for (let column = west; column <= east; column++) cells.push({ column, row });
  }
  return cells;
}
