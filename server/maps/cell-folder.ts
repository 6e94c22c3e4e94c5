/** The answers of an online map that a data folder keeps: a map file for each cell of the grid that was asked for. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BoxE7, touches } from '#core';
import { type Cell, cellBox, cellName } from './cells.ts';
import { collectWays, type WaySource } from './collect-ways.ts';
import { loadMapFile, MapFileError, openMap, writeMapFile } from './map-file.ts';

const ENDING = '.ways';
const NAME = /^(-?\d+)_(-?\d+)\.ways$/;

/** See the head of this file. */
export class CellFolder {
  readonly #path: string;

  /** @param dataFolder Absolute path of the data folder; nothing is made in it until a cell is kept. */
  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'maps', 'online');
  }

  /** How many cells are kept, and their bytes. */
  size(): { readonly cells: number; readonly bytes: number } {
    const cells = this.cells();
    return { cells: cells.length, bytes: cells.reduce((sum, cell) => sum + statSync(this.#file(cell)).size, 0) };
  }

  /** The cells that are kept. */
  cells(): Cell[] {
    if (!existsSync(this.#path)) return [];
    return readdirSync(this.#path).flatMap((file) => {
      const [, column, row] = NAME.exec(file) ?? [];
      return column === undefined || row === undefined ? [] : [{ column: Number(column), row: Number(row) }];
    });
  }

  /** Keeps what is known of a cell, in place of what was. */
  keep(cell: Cell, source: WaySource): void {
    mkdirSync(this.#path, { recursive: true });
    writeMapFile(this.#file(cell), collectWays(source), cellName(cell), cellBox(cell));
  }

  /** Opens the maps of a box one by one: only the one in use is in memory. */
  *mapsIn(box: BoxE7): Generator<ReturnType<typeof openMap>> {
    const near = this.cells().filter((cell) => touches(cellBox(cell), box));
    near.sort((a, b) => a.row - b.row || a.column - b.column);
    for (const cell of near) {
      const map = this.#openOrDrop(cell);
      if (map) yield map;
    }
  }

  /** Forgets all of them. */
  clear(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }

  /** A file of another version goes: unlike an extract, it can be asked for again. One that went since it was looked for is none. */
  #openOrDrop(cell: Cell): ReturnType<typeof openMap> | null {
    try {
      return openMap(loadMapFile(this.#file(cell)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      if (!(error instanceof MapFileError)) throw error;
      rmSync(this.#file(cell), { force: true });
      return null;
    }
  }

  #file(cell: Cell): string {
    return join(this.#path, `${cellName(cell)}${ENDING}`);
  }
}
