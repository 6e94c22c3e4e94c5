/**
 * Takes new files from a folder that something else writes into: a synced watch, a download folder. Looked at every few
 * seconds, because notices of the system are lost on network drives. The files stay where they are.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { logFailure } from '../log.ts';

/** How often it is looked, milliseconds. Assumption: soon enough for somebody who waits, seldom enough for a sleeping disk. */
const LOOK_EVERY_MS = 5000;

/** A file that was seen, as it was then. */
type Look = string;

/** A file to take. */
export interface FoundFile {
  readonly name: string;
  readonly path: string;
}

/** What watching works with. */
export interface WatchParts {
  /** Absolute path of the folder, or null when none is watched. */
  readonly folder: () => Promise<string | null>;
  /** True for a file that was taken as it is now; remembered over restarts. */
  readonly isTaken: (path: string, look: Look) => Promise<boolean>;
  /** Takes files. */
  readonly take: (files: readonly (FoundFile & { readonly look: Look })[]) => Promise<void>;
}

const lookOf = async (path: string): Promise<Look> => {
  const { size, mtimeMs } = await stat(path);
  return `${size} ${Math.round(mtimeMs)}`;
};

/** See the head of this file. */
export class WatchFolder {
  readonly #parts: WatchParts;
  readonly #growing = new Map<string, Look>();
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #problem: string | null = null;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  /** Why nothing is taken at the moment; null when all is well. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Begins to look. */
  start(): void {
    const again = () => {
      this.#looking = this.look().catch((error: unknown) => logFailure('the watched folder', error));
      void this.#looking.then(() => {
        if (this.#timer) this.#timer = setTimeout(again, LOOK_EVERY_MS);
      });
    };
    this.#timer = setTimeout(again, LOOK_EVERY_MS);
  }

  /** Looks no further and waits for the look under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#looking;
  }

  /** Looks once; a file that is as it was at the look before has stopped growing and is taken. */
  async look(): Promise<void> {
    const folder = await this.#parts.folder();
    const paths = folder === null ? [] : await this.#filesUnder(folder);
    const ready: (FoundFile & { look: Look })[] = [];
    for (const name of paths) {
      const path = join(folder ?? '', name);
      const look = await lookOf(path).catch(() => null);
      if (look === null || (await this.#parts.isTaken(path, look))) continue;
      if (this.#growing.get(path) === look) ready.push({ name, path, look });
      this.#growing.set(path, look);
    }
    if (ready.length === 0) return;
    await this.#parts.take(ready);
    for (const { path } of ready) this.#growing.delete(path);
  }

  async #filesUnder(folder: string): Promise<string[]> {
    try {
      const entries = await readdir(folder, { withFileTypes: true, recursive: true });
      this.#problem = null;
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort();
    } catch (error) {
      this.#problem = `The folder ${folder} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). Nothing is taken from it until it can.`;
      return [];
    }
  }
}
