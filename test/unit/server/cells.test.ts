import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CellFolder } from '../../../server/maps/cell-folder.ts';
import { askedBox, cellBox, cellsOf } from '../../../server/maps/cells.ts';
import { mapLookup } from '../../../server/maps/map-lookup.ts';
import { OverpassAnswerError, overpassSource } from '../../../server/maps/overpass.ts';
import { emptyFolder } from '../../support/built-server.ts';

const deg = (west: number, south: number, east: number, north: number) => ({
  minLon: west * 1e7,
  minLat: south * 1e7,
  maxLon: east * 1e7,
  maxLat: north * 1e7,
});

function source(answer: unknown) {
  const path = join(emptyFolder(), 'answer.json');
  writeFileSync(path, typeof answer === 'string' ? answer : JSON.stringify(answer));
  return overpassSource(path);
}

describe('the grid of an online map', () => {
  it('snaps the box of a run outward to whole cells, on both sides of 0', () => {
    expect(cellsOf(deg(-30.06, 0.01, -30.01, 0.06))).toEqual([
      { column: -602, row: 0 },
      { column: -601, row: 0 },
      { column: -602, row: 1 },
      { column: -601, row: 1 },
    ]);
    expect(cellBox({ column: -602, row: 0 })).toEqual(deg(-30.1, 0, -30.05, 0.05));
    expect(cellsOf(deg(-0.01, -0.01, -0.01, -0.01))).toEqual([{ column: -1, row: -1 }]);
  });

  it('asks for a little more than the cell, so that ways beyond its edge are known', () => {
    expect(askedBox({ column: 0, row: 0 })).toEqual(deg(-0.005, -0.005, 0.055, 0.055));
  });

  it('asks for nothing where a stray position blows the box up to a country', () => {
    expect(cellsOf(deg(0, 0, 8.7, 49.4))).toEqual([]);
  });
});

describe('the answer of an online map', () => {
  it.each([
    ['no JSON', '<html>log in</html>', 'not the JSON'],
    ['some other JSON', { ok: true }, 'not that of an Overpass-compatible service'],
    ['an answer that was given up half-way', { elements: [], remark: 'runtime error: Query timed out' }, 'gave up'],
    ['a way without a number', { elements: [{ type: 'way', nodes: [1, 2] }] }, 'a way that is none'],
    ['a node beyond the pole', { elements: [{ type: 'node', id: 1, lat: 91, lon: 0 }] }, 'a node that is none'],
    ['ways without nodes', { elements: [{ type: 'way', id: 1, nodes: [1, 2] }] }, 'without their nodes'],
  ])('is refused when it is %s', (_, answer, words) => {
    expect(() => source(answer)).toThrow(OverpassAnswerError);
    expect(() => source(answer)).toThrow(words);
  });

  it('is kept as a map that has the say in its own cell alone', () => {
    const folder = emptyFolder();
    const cells = new CellFolder(folder);
    const nodes = [0.01, 0.02].map((lat, i) => ({ type: 'node', id: i + 1, lat, lon: 0.01 }));
    const way = { type: 'way', id: 7, nodes: [1, 2], tags: { highway: 'path', surface: 'dirt' } };
    cells.keep({ column: 0, row: 0 }, source({ elements: [way, ...nodes] }));
    const [map, ...others] = mapLookup([], folder)(deg(0.01, 0.01, 0.02, 0.02));
    expect(others).toEqual([]);
    expect([...(map?.wayId ?? [])]).toEqual([7]);
    expect(map?.kinds).toEqual([{ highway: 'path', surface: 'dirt' }]);
    expect(map?.part).toEqual(deg(0, 0, 0.05, 0.05));
    expect([...mapLookup([], folder)(deg(1, 1, 1.01, 1.01))]).toEqual([]);
  });

  it('is thrown away, to be asked for again, when another version wrote it', () => {
    const folder = emptyFolder();
    const cells = new CellFolder(folder);
    cells.keep({ column: 0, row: 0 }, source({ elements: [] }));
    writeFileSync(join(folder, 'maps/online/0_0.ways'), 'KNEEWAYSxxxx');
    expect([...cells.mapsIn(deg(0, 0, 1, 1))]).toEqual([]);
    expect(cells.cells()).toEqual([]);
  });

  it('is none when it goes between being looked for and being opened', () => {
    const cells = new CellFolder(emptyFolder());
    for (const column of [0, 1]) cells.keep({ column, row: 0 }, source({ elements: [] }));
    const maps = cells.mapsIn(deg(0, 0, 1, 1));
    expect(maps.next().done).toBe(false);
    cells.clear();
    expect(maps.next().done).toBe(true);
  });

  it('is kept also where there is no way at all, so that it is not asked for again', () => {
    const folder = emptyFolder();
    const cells = new CellFolder(folder);
    cells.keep({ column: 3, row: -2 }, source({ elements: [] }));
    expect(cells.cells()).toEqual([{ column: 3, row: -2 }]);
    const [map] = cells.mapsIn(cellBox({ column: 3, row: -2 }));
    expect(map?.segmentsIn(cellBox({ column: 3, row: -2 }))).toEqual([]);
    cells.clear();
    expect(cells.size()).toEqual({ cells: 0, bytes: 0 });
  });
});
