/** What the owner has set for the server: small texts under names; and which files of the watched folder were taken. */
import type { Database } from './database.ts';

/** Names of settings. `password` is a scrypt hash, never the password; `ground-seen` is kept by `GroundChanges`. */
export type SettingName = 'watch-folder' | 'password' | 'map-tiles' | 'online-map' | 'ground-seen';

/** See the head of this file. */
export class SettingsRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The value; null where it was never set. */
  async get(name: SettingName): Promise<string | null> {
    const row = await this.#db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value ?? null;
  }

  /** Sets a value; null forgets it. */
  async put(name: SettingName, value: string | null): Promise<void> {
    if (value === null) await this.#db.deleteFrom('settings').where('name', '=', name).execute();
    else {
      await this.#db
        .insertInto('settings')
        .values({ name, value })
        .onConflict((row) => row.column('name').doUpdateSet({ value }))
        .execute();
    }
  }

  /** True when the file was taken with this size and time. */
  async isTaken(path: string, look: string): Promise<boolean> {
    const row = await this.#db.selectFrom('watched_files').select('look').where('path', '=', path).executeTakeFirst();
    return row?.look === look;
  }

  /** Notes that files were taken. */
  async noteTaken(files: readonly { readonly path: string; readonly look: string }[]): Promise<void> {
    for (const { path, look } of files) {
      await this.#db
        .insertInto('watched_files')
        .values({ path, look })
        .onConflict((row) => row.column('path').doUpdateSet({ look }))
        .execute();
    }
  }
}
