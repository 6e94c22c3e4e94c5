/** Opens the database of a data folder, ready for use. */
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
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

/**
 * A transaction that does not wait for the disk: for work that is done again should a power cut take it back. Whatever is
 * stored later and waited for takes it along, so that nothing is ever kept without what came before it.
 */
export function unsynced<T>(db: Database, work: (trx: Database) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`pragma synchronous = normal`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`pragma synchronous = full`.execute(connection);
    }
  });
}

/** A text that is another one after any row was changed, by this connection or by another program. */
export async function changeMark(db: Database): Promise<string> {
  const { rows } = await sql<{ own: number; others: number }>`
    select total_changes() as own, data_version as others from pragma_data_version`.execute(db);
  return `${rows[0]?.own} ${rows[0]?.others}`;
}

/** What SQLite itself finds wrong with the pages and references; empty when all is well. */
export async function checkDatabase(db: Database): Promise<string[]> {
  try {
    return await findDamage(db);
  } catch (error) {
    // Where the damage is bad enough, even the search for it fails.
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function findDamage(db: Database): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check(5)`.execute(db);
  const references = await sql<{ table: string }>`pragma foreign_key_check`.execute(db);
  return [
    ...pages.rows.map((row) => row.integrity_check).filter((told) => told !== 'ok'),
    ...new Set(references.rows.map(({ table }) => `rows of ${table} point at nothing`)),
  ];
}

/** Closes the database, with everything in its one file: whoever copies the folder then copies all of it. */
export async function closeDatabase(db: Database): Promise<void> {
  // A disk that is full now keeps the log beside the file, which loses nothing.
  await sql`pragma wal_checkpoint(truncate)`.execute(db).catch(() => undefined);
  await db.destroy();
}
