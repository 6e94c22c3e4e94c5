/** The maps of a data folder: which there are, and their ways, opened when they are first asked for. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BoxE7 } from '#core';
import { addMap } from './add-map.ts';
import { loadMapFile, type MapFacts, MapFileError, openMap } from './map-file.ts';

/** Ending of a map's file. */
const ENDING = '.ways';

/** A name that is a file's name everywhere and cannot lead out of the folder. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,79}$/u;

/** The name cannot be used, or no map has it; the message says so. */
export class MapNameError extends Error {
  override readonly name = 'MapNameError';
}

/** A map of the folder. */
export interface StoredMap {
  readonly name: string;
  readonly bytes: number;
  /** Null for a file that this version cannot read; it has to be removed and added again. */
  readonly facts: MapFacts | null;
}

interface LoadedMap {
  readonly data: SharedArrayBuffer;
  readonly facts: MapFacts | null;
  readonly writtenAtMs: number;
}

/** See the head of this file. */
export class MapFolder {
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  readonly #path: string;
  readonly #loaded = new Map<string, LoadedMap>();

  /** @param dataFolder Absolute path of the data folder; nothing is made in it until a map is added. */
  constructor(dataFolder: string) {
    this.dataFolder = dataFolder;
    this.#path = join(dataFolder, 'maps');
  }

  /** What is here, by name. */
  list(): StoredMap[] {
    return this.#names().map((name) => {
      const { data, facts } = this.#load(name);
      return { name, bytes: data.byteLength, facts };
    });
  }

  /** The bytes of every sound map, by name, for `openMap` in whatever thread. Read once, and again when the file changed. */
  load(): SharedArrayBuffer[] {
    return this.#names().flatMap((name) => {
      const { data, facts } = this.#load(name);
      return facts === null ? [] : [data];
    });
  }

  /**
   * Makes a map of an extract, in place of one of the same name.
   *
   * @param from An `.osm.pbf` file.
   * @param source What the extract is called; the map is named after it.
   * @param tellShare Called with how much is done, 0 to 1.
   * @returns The map's name.
   * @throws {MapNameError | MapFormatError | MapFileError}
   */
  add(from: string, source: string, tellShare?: (share: number) => void): string {
    const name = nameOf(source);
    mkdirSync(this.#path, { recursive: true });
    addMap(from, this.#file(name), source, tellShare);
    return name;
  }

  /** @throws {MapNameError} when there is no such map. */
  remove(name: string): void {
    if (!NAME.test(name) || !existsSync(this.#file(name))) throw new MapNameError(`There is no map called "${name}".`);
    rmSync(this.#file(name));
    this.#loaded.delete(name);
  }

  /** The sound maps that are here now, for `GroundChanges`. */
  present(): { readonly name: string; readonly writtenAtMs: number; readonly box: BoxE7 }[] {
    return this.#names().flatMap((name) => {
      const { facts, writtenAtMs } = this.#load(name);
      return facts ? [{ name: `map ${name}`, writtenAtMs, box: facts.box }] : [];
    });
  }

  #names(): string[] {
    if (!existsSync(this.#path)) return [];
    const files = readdirSync(this.#path).filter((file) => file.endsWith(ENDING));
    return files.map((file) => file.slice(0, -ENDING.length)).sort();
  }

  #file(name: string): string {
    return join(this.#path, `${name}${ENDING}`);
  }

  #load(name: string): LoadedMap {
    const writtenAtMs = statSync(this.#file(name)).mtimeMs;
    const known = this.#loaded.get(name);
    if (known?.writtenAtMs === writtenAtMs) return known;
    const data = loadMapFile(this.#file(name));
    const loaded = { data, facts: factsOf(data), writtenAtMs };
    this.#loaded.set(name, loaded);
    return loaded;
  }
}

function factsOf(data: SharedArrayBuffer): MapFacts | null {
  try {
    return openMap(data).facts;
  } catch (error) {
    if (error instanceof MapFileError) return null;
    throw error;
  }
}

/**
 * The name of a map: that of its extract without path and endings.
 * @throws {MapNameError} when nothing is left that can be a name.
 */
export function nameOf(source: string): string {
  const name = source.replace(/^.*[\\/]/, '').replace(/(\.osm)?(\.pbf)?$/i, '');
  if (!NAME.test(name)) {
    throw new MapNameError(`"${source}" gives no name for a map. Rename the file to letters and digits.`);
  }
  return name;
}
