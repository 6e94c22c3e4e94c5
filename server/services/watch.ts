/** Which folder is watched, and what is taken from it. */
import { isAbsolute } from 'node:path';
import type { WatchState } from '#contract/data';
import type { Database } from '../db/database.ts';
import { SettingsRepository } from '../db/settings-repository.ts';
import { WatchFolder } from '../jobs/watch-folder.ts';
import type { Imports } from './imports.ts';

/** See the head of this file. */
export class Watch {
  readonly #settings: SettingsRepository;
  readonly #fromEnvironment: string | null;
  readonly #folder: WatchFolder;

  /** @param fromEnvironment Absolute path that the environment names; null leaves it to the page. */
  constructor(db: Database, imports: Imports, fromEnvironment: string | null) {
    const settings = new SettingsRepository(db);
    this.#settings = settings;
    this.#fromEnvironment = fromEnvironment;
    this.#folder = new WatchFolder({
      folder: () => this.#path(),
      isTaken: (path, look) => settings.isTaken(path, look),
      // Rows first: after a stop between the two the same bytes come again and are told to be here already.
      take: async (files) => {
        await imports.acceptPaths(files, 'watch');
        await settings.noteTaken(files);
      },
    });
  }

  /** Begins to look. */
  start(): void {
    this.#folder.start();
  }

  /** Looks no further. */
  stop(): Promise<void> {
    return this.#folder.stop();
  }

  /** Looks once, now. */
  look(): Promise<void> {
    return this.#folder.look();
  }

  /** Which folder, who says so, and what is wrong. */
  async state(): Promise<WatchState> {
    const path = await this.#path();
    const setBy = this.#fromEnvironment !== null ? 'environment' : path === null ? null : 'page';
    return { path, setBy, problem: path === null ? null : this.#folder.problem };
  }

  /** Watches another folder, or none. False when the environment has the say or the path is not absolute. */
  async set(path: string | null): Promise<boolean> {
    if (this.#fromEnvironment !== null || (path !== null && !isAbsolute(path))) return false;
    await this.#settings.put('watch-folder', path);
    await this.#folder.look();
    return true;
  }

  async #path(): Promise<string | null> {
    return this.#fromEnvironment ?? (await this.#settings.get('watch-folder'));
  }
}
