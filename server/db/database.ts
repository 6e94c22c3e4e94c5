/** Opens the database of a data folder, ready for use. */
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { openSqlite, queriesOver } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Typed queries over the data folder's tables. */
export type Database = Kysely<Tables>;

/** Name of the SQLite file in the data folder. */
export const DATABASE_FILE = 'kneewise.sqlite';

/**
 * @param dataFolder Absolute path of an existing folder.
 * @returns Queries over the migrated database; `destroy()` closes it.
 * @throws {MigrationError} when the database cannot be brought to this version.
 */
export function openDatabase(dataFolder: string): Database {
  const connection = openSqlite(join(dataFolder, DATABASE_FILE));
  try {
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  return queriesOver<Tables>(connection);
}
