/** The maps of the data folder as the page sees them; has runs read again where a map changed. */
import { rm } from 'node:fs/promises';
import type { MapList } from '#contract/maps';
import type { GroundChanges } from '../jobs/ground-changes.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';
import { logFailure } from '../log.ts';
import { type MapFolder, MapNameError, nameOf } from '../maps/map-folder.ts';

/** Longest making of a map, milliseconds. Assumption: ten times what the largest extract that is taken needs. */
const ADD_TIMEOUT_MS = 3_600_000;

const PERMILLE = 1000;

/** What maps work with. */
export interface MapsParts {
  readonly changes: GroundChanges;
  readonly maps: MapFolder;
  readonly pool: WorkerPool;
  /** Called when runs have to be read again. */
  readonly onChange: () => void;
}

/** A map under way. */
interface Adding {
  readonly name: string;
  /** Shared with the worker: thousandths done. */
  readonly progress: Int32Array<SharedArrayBuffer>;
  /** Why it failed; null otherwise. */
  reason: string | null;
}

/** See the head of this file. */
export class Maps {
  readonly #parts: MapsParts;
  #adding: Adding | null = null;

  constructor(parts: MapsParts) {
    this.#parts = parts;
  }

  /** What is here, and what is being made. */
  list(): MapList {
    const adding = this.#adding;
    return {
      maps: this.#parts.maps.list().map(({ name, bytes, facts }) => ({ name, bytes, ways: facts?.ways ?? null })),
      adding: adding && {
        name: adding.name,
        state: adding.reason === null ? 'adding' : 'failed',
        percent: Math.floor((100 * Atomics.load(adding.progress, 0)) / PERMILLE),
        reason: adding.reason,
      },
    };
  }

  /** Why an extract of this name cannot be taken now, as a sentence without its full stop; null when it can. */
  whyNotAdd(source: string): string | null {
    if (this.#adding?.reason === null)
      return `the map "${this.#adding.name}" is still being made; wait until it is done`;
    try {
      nameOf(source);
      return null;
    } catch (error) {
      if (error instanceof MapNameError) return error.message.replace(/\.$/, '');
      throw error;
    }
  }

  /** Begins to make a map of an extract, which is deleted afterwards. */
  add(extractPath: string, source: string): void {
    const adding: Adding = { name: nameOf(source), progress: new Int32Array(new SharedArrayBuffer(4)), reason: null };
    this.#adding = adding;
    void this.#make(adding, extractPath, source);
  }

  /** False when there is no such map. */
  async remove(name: string): Promise<boolean> {
    try {
      this.#parts.maps.remove(name);
    } catch (error) {
      if (error instanceof MapNameError) return false;
      throw error;
    }
    await this.#notice();
    return true;
  }

  async #notice(): Promise<void> {
    await this.#parts.changes.notice();
    this.#parts.onChange();
  }

  async #make(adding: Adding, path: string, source: string): Promise<void> {
    try {
      const task = {
        kind: 'map',
        path,
        folder: this.#parts.maps.dataFolder,
        source,
        progress: adding.progress,
      } as const;
      const made = await this.#parts.pool.run(task, ADD_TIMEOUT_MS);
      if (made.ok) {
        await this.#notice();
        this.#adding = null;
      } else adding.reason = made.error;
    } catch (error) {
      logFailure(`map ${adding.name}`, error);
      adding.reason = 'Kneewise failed on this map; that is a fault of Kneewise. A smaller region may work.';
    } finally {
      await rm(path, { force: true });
    }
  }
}
