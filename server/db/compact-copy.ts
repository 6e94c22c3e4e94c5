/**
 * The database without what can be worked out again: a copy small enough to be made often. Runs come without their
 * readings and are read again from the originals where the copy is put to use.
 */
import { type Kysely, sql } from 'kysely';
import { DATABASE_FILE, type Database } from './database.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { openSqlite, type SqliteConnection } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** Tables whose rows follow from the originals. */
const WORKED_OUT: ReadonlySet<string> = new Set(['readings']);

async function tablesOf(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' order by name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_') && !WORKED_OUT.has(name));
}

/** Replaces the rows of one schema by those of another; both are at one version. All or nothing. */
async function moveRows(connection: Kysely<Tables>, from: string, into: string): Promise<void> {
  const tables = await tablesOf(connection);
  await connection.transaction().execute(async (trx) => {
    // Runs point at runs, and tables at each other: only the whole has to fit.
    await sql`pragma defer_foreign_keys = on`.execute(trx);
    // All go before any comes: a row that goes would take those with it that point at it.
    for (const table of tables) await sql`delete from ${sql.id(into, table)}`.execute(trx);
    // With a condition, because SQLite copies a bare table page by page and forgets the references that it mends.
    for (const table of tables) {
      await sql`insert into ${sql.id(into, table)} select * from ${sql.id(from, table)} where true`.execute(trx);
    }
    await sql`update ${sql.id(into, 'runs')} set engine_version = ''`.execute(trx);
    // What was still being taken out of archives lies elsewhere: nobody may go on with it here, or remove it there.
    await sql`update ${sql.id(into, 'import_sources')} set state = 'done', is_ours = 0`.execute(trx);
  });
}

/** Runs a step with another database beside ours, under the name `copy`. */
function withCopy(db: Database, path: string, step: (connection: Kysely<Tables>) => Promise<void>): Promise<void> {
  return db.connection().execute(async (connection) => {
    await sql`attach database ${path} as copy`.execute(connection);
    try {
      await step(connection);
    } finally {
      await sql`detach database copy`.execute(connection);
    }
  });
}

/** The file is a database of another program. */
export class ForeignDatabaseError extends Error {
  override readonly name = 'ForeignDatabaseError';
}

/** Tables that are there since the first version. */
const OURS = "select count(*) as n from sqlite_schema where type = 'table' and name in ('runs', 'imports', 'profile')";

function refuseForeign(connection: SqliteConnection): void {
  const [row] = connection.prepare(OURS).all() as { n: number }[];
  if (schemaVersion(connection) === 0 || row?.n !== 3) throw new ForeignDatabaseError('not a database of Kneewise');
}

/** Brings a database file to the newest schema; makes it when it is missing. @throws when it is damaged or newer than this program. */
function prepare(path: string, isNew: boolean): void {
  const connection = openSqlite(path);
  try {
    const [row] = connection.prepare('pragma quick_check(1)').all() as Record<string, unknown>[];
    if (row?.quick_check !== 'ok') throw new Error(`${DATABASE_FILE} is damaged: ${String(row?.quick_check)}`);
    if (!isNew) refuseForeign(connection);
    migrate(connection);
    // One file alone: what is copied elsewhere must not need a second one.
    connection.exec('pragma wal_checkpoint(truncate); pragma journal_mode = delete;');
  } finally {
    connection.close();
  }
}

/** Writes a copy to a new file. */
export async function writeCopy(db: Database, path: string): Promise<void> {
  prepare(path, true);
  await withCopy(db, path, (connection) => moveRows(connection, 'main', 'copy'));
}

/** Puts a copy, also one of an older version, in place of everything in the database. The file of the copy is changed. */
export async function readCopy(db: Database, path: string): Promise<void> {
  prepare(path, false);
  await withCopy(db, path, async (connection) => {
    await sql`delete from readings`.execute(connection);
    await moveRows(connection, 'copy', 'main');
  });
}
