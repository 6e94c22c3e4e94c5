/** What keeps the data safe, in one hand, with what has to be done about it every hour. */
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Restored } from '#contract/data';
import type { DataFolder } from '../db/data-folder.ts';
import { logFailure } from '../log.ts';
import { Backups } from './backups.ts';
import type { Plans } from './plans.ts';
import { restore } from './restore.ts';
import type { Runner } from './runner.ts';
import type { Runs } from './runs.ts';
import type { Trash } from './trash.ts';
import type { Watch } from './watch.ts';
import { wholeExport } from './whole-export.ts';

const MINUTE_MS = 60_000;
/** How long after a start the first round is made, and how long between two, milliseconds. Assumption. */
const FIRST_ROUND_MS = MINUTE_MS;
const ROUND_MS = 60 * MINUTE_MS;

/** What keeping works with. */
export interface DataKeepingParts {
  readonly folder: DataFolder;
  readonly runs: Runs;
  readonly runner: Runner;
  readonly trash: Trash;
  readonly plans: Plans;
  readonly watch: Watch;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** See the head of this file. */
export class DataKeeping {
  readonly backups: Backups;
  readonly watch: Watch;
  readonly #parts: DataKeepingParts;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: DataKeepingParts) {
    this.#parts = parts;
    this.watch = parts.watch;
    this.backups = new Backups(parts.folder, parts.now);
  }

  /** Everything as one ZIP, as it is made, and what to call it. */
  readonly exportAll = async (): Promise<{ name: string; zip: Readable }> => {
    const now = this.#parts.now();
    const zip = await wholeExport(this.#parts, now);
    return { name: `kneewise-${new Date(now).toISOString().slice(0, 10)}.zip`, zip };
  };

  /** Restores from a file that came in, and lets that go. @throws {RestoreError} */
  readonly restore = async (path: string): Promise<Restored> => {
    try {
      const restored = await restore(this.#parts.folder, path);
      await this.#parts.runs.touchAll();
      return restored;
    } finally {
      await rm(path, { force: true });
    }
  };

  /** Begins the hourly rounds: a backup a day, and what was in the trash long enough goes. */
  start(): void {
    this.#timer = setTimeout(() => void this.#round(), FIRST_ROUND_MS).unref();
  }

  /** Ends the rounds. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #round(): Promise<void> {
    try {
      await this.backups.makeWhenDue();
      await this.#parts.trash.purge('overdue');
      await this.#parts.plans.purgeOverdue();
    } catch (error) {
      logFailure('the hourly round', error);
    }
    if (this.#timer) this.#timer = setTimeout(() => void this.#round(), ROUND_MS).unref();
  }
}
