/** The terrain tiles of a data folder: which there are, and a lookup that opens each when a run first asks for it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  type BoxE7,
  openTile,
  type TerrainLookup,
  type TerrainTile,
  terrainLookup,
  tileCornerOf,
  tileName,
} from '#core';
import { membersOf } from '../archive/members.ts';

const ENDING = '.hgt';

/** Units of a box in a degree, which is a tile's edge. */
const E7 = 1e7;

/** Tiles kept open: a run may cross the corner where four meet. At most 26 MB each. */
const MOST_OPEN = 4;

/** There is no tile of that name; the message says so. */
export class TileNameError extends Error {
  override readonly name = 'TileNameError';
}

/** A tile of the folder. */
export interface StoredTile {
  /** Its south-western corner, such as `N42E001`. */
  readonly name: string;
  readonly bytes: number;
}

/** What became of a file that was to be added. */
export type AddedTile =
  | { readonly ok: true; readonly file: string; readonly name: string }
  | { readonly ok: false; readonly file: string; readonly message: string };

const NO_TILE =
  'This is no terrain tile: a file such as N42E001.hgt with 1201 × 1201 or 3601 × 3601 heights, also packed as .zip or .gz, is needed.';

/** See the head of this file. */
export class TerrainFolder {
  readonly #path: string;
  readonly #open = new Map<string, { readonly tile: TerrainTile | null; readonly writtenAtMs: number }>();

  /** @param dataFolder Absolute path of the data folder; nothing is made in it until a tile is added. */
  constructor(dataFolder: string) {
    this.#path = join(dataFolder, 'terrain');
  }

  /** What is here, by name. */
  list(): StoredTile[] {
    return this.#names().map((name) => ({ name, bytes: statSync(this.#file(name)).size }));
  }

  /** The tiles that are here now, for `GroundChanges`. */
  present(): { readonly name: string; readonly writtenAtMs: number; readonly box: BoxE7 }[] {
    return this.#names().flatMap((name) => {
      const corner = tileCornerOf(name);
      if (corner === null) return [];
      const [minLon, minLat] = [corner.westDeg * E7, corner.southDeg * E7];
      const box = { minLon, minLat, maxLon: minLon + E7, maxLat: minLat + E7 };
      return [{ name: `terrain ${name}`, writtenAtMs: statSync(this.#file(name)).mtimeMs, box }];
    });
  }

  /** Altitude by the tiles that are here now; undefined where there is none. */
  lookup(): TerrainLookup | undefined {
    if (this.#names().length === 0) return undefined;
    return terrainLookup((corner) => this.#tile(tileName(corner)));
  }

  /**
   * Takes in a tile, or all tiles in a folder and the folders inside it; each in place of one of the same corner.
   *
   * @param from A file or folder; `.hgt` as it is or packed as ZIP or gzip.
   * @yields What became of each file that looks like a tile, and of a file that was named itself.
   * @throws What is the machine's fault: a path that does not exist, a full disk.
   */
  async *add(from: string): AsyncGenerator<AddedTile> {
    const files = statSync(from).isDirectory() ? tileFilesIn(from) : [from];
    mkdirSync(this.#path, { recursive: true });
    const scratch = await mkdtemp(join(tmpdir(), 'kneewise-'));
    try {
      for (const file of files) yield* this.#addFile(file, scratch);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  }

  /** @throws {TileNameError} when there is no such tile. */
  remove(name: string): void {
    const known = this.#names().find((one) => one === name.toUpperCase());
    if (known === undefined) throw new TileNameError(`There is no terrain tile called "${name}".`);
    rmSync(this.#file(known));
  }

  async *#addFile(path: string, scratch: string): AsyncGenerator<AddedTile> {
    const wants = (name: string): boolean => tileCornerOf(basename(name)) !== null;
    let found = false;
    for await (const member of membersOf({ name: basename(path), path, scratch, wants })) {
      const isPacked = member.name !== basename(path);
      // Of what lies beside a tile in an archive, a note of its makers say, nothing needs telling.
      if (isPacked && !wants(member.name)) continue;
      found = true;
      const file = isPacked ? `${path}/${member.name}` : path;
      yield member.ok ? this.#keep(file, member.bytes) : { ok: false, file, message: member.error.message };
    }
    if (!found) yield { ok: false, file: path, message: NO_TILE };
  }

  #keep(file: string, bytes: Uint8Array): AddedTile {
    const corner = tileCornerOf(basename(file));
    if (corner === null || openTile(corner, bytes) === null) return { ok: false, file, message: NO_TILE };
    const name = tileName(corner);
    // Written beside and put in place at once: a reader sees the old tile or the new one.
    writeFileSync(`${this.#file(name)}.part`, bytes);
    renameSync(`${this.#file(name)}.part`, this.#file(name));
    return { ok: true, file, name };
  }

  #tile(name: string): TerrainTile | null {
    const corner = tileCornerOf(name);
    const file = this.#file(name);
    if (corner === null || !existsSync(file)) return null;
    const writtenAtMs = statSync(file).mtimeMs;
    const known = this.#open.get(name);
    this.#open.delete(name);
    const tile = known?.writtenAtMs === writtenAtMs ? known.tile : openTile(corner, readFileSync(file));
    this.#open.set(name, { tile, writtenAtMs });
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
    return tile;
  }

  #names(): string[] {
    if (!existsSync(this.#path)) return [];
    const files = readdirSync(this.#path).filter((file) => file.endsWith(ENDING));
    return files.map((file) => file.slice(0, -ENDING.length)).sort();
  }

  #file(name: string): string {
    return join(this.#path, `${name}${ENDING}`);
  }
}

function tileFilesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && tileCornerOf(entry.name) !== null,
  );
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}
