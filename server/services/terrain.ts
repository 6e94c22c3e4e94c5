/** The terrain tiles of the data folder as the page sees them; has runs read again where one came or went. */
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { TerrainList } from '#contract/terrain';
import type { GroundChanges } from '../jobs/ground-changes.ts';
import { type TerrainFolder, TileNameError } from '../terrain/terrain-folder.ts';

/** What terrain works with. */
export interface TerrainParts {
  readonly folder: TerrainFolder;
  readonly changes: GroundChanges;
  /** Called when runs have to be read again. */
  readonly onChange: () => void;
}

/** See the head of this file. */
export class Terrain {
  readonly #parts: TerrainParts;

  constructor(parts: TerrainParts) {
    this.#parts = parts;
  }

  /** What is here. */
  list(): TerrainList {
    return { tiles: this.#parts.folder.list() };
  }

  /**
   * Takes in the tiles of a file, which is deleted afterwards.
   *
   * @param sentPath where it lies
   * @param name what its sender calls it; a tile says by its name where it lies
   * @returns why nothing of it was taken; null when at least one tile was
   */
  async add(sentPath: string, name: string): Promise<string | null> {
    const folder = await mkdtemp(join(dirname(sentPath), 'terrain-'));
    try {
      const path = join(folder, basename(`/${name}`).replace(/^\.+$/, 'tile'));
      await rename(sentPath, path);
      let refusal: string | null = null;
      let added = 0;
      for await (const tile of this.#parts.folder.add(path)) {
        if (tile.ok) added++;
        else refusal ??= tile.message;
      }
      if (added === 0) return refusal;
      await this.#notice();
      return null;
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(sentPath, { force: true });
    }
  }

  /** False when there is no such tile. */
  async remove(name: string): Promise<boolean> {
    try {
      this.#parts.folder.remove(name);
    } catch (error) {
      if (error instanceof TileNameError) return false;
      throw error;
    }
    await this.#notice();
    return true;
  }

  async #notice(): Promise<void> {
    await this.#parts.changes.notice();
    this.#parts.onChange();
  }
}
