/**
 * The only module that knows which SQLite library is in use. Main thread only: the library aborts the process when a
 * worker is ended in the middle of a statement.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { troubleOf } from '../storage-trouble.ts';

/** How long a statement waits for another connection, milliseconds; nothing else is answered meanwhile. Assumption: longer than any write of ours. */
const BUSY_TIMEOUT_MS = 1000;

/**
 * `synchronous = FULL`: with WAL, NORMAL may lose the last commits on power loss. A pain entry or an import that was
 * acknowledged must not go, and one fsync a commit is small beside reading a file.
 */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma trusted_schema = off;
`;

/** A bare connection, for migrations and pragmas. */
export type SqliteConnection = InstanceType<typeof DatabaseSync>;

/**
 * Opens (or creates) a database file.
 *
 * @param path Absolute path.
 * @returns A connection in WAL mode with foreign keys on.
 * @throws When the file cannot be opened or is no database.
 */
export function openSqlite(path: string): SqliteConnection {
  const connection = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  connection.exec(PRAGMAS);
  return connection;
}

/** A full disk makes SQLite roll back by itself; to ask for it again would be an error that hides the first. */
function rollBack(connection: SqliteConnection) {
  if (connection.isTransaction) connection.exec('rollback');
  return { changes: 0, lastInsertRowid: 0 };
}

/** Statements that are kept ready: about as many as there are different ones in the program. */
const MOST_STATEMENTS = 200;

/**
 * Gives Kysely the shape that it expects of a driver: `reader`, and parameters as one array. Statements are kept, because
 * to prepare one takes longer than most take to run.
 */
function asDriver(connection: SqliteConnection): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  const prepare = (sql: string): SqliteStatement => {
    const statement = connection.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters),
      run: (parameters) => (sql === 'rollback' ? rollBack(connection) : statement.run(...parameters)),
      // One of its own: it may still be read from when the same is asked again.
      iterate: (parameters) => connection.prepare(sql).iterate(...parameters),
    };
  };
  return {
    close: () => connection.close(),
    prepare(sql) {
      const statement = statements.get(sql) ?? prepare(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

/**
 * Typed queries over an open connection.
 *
 * @returns A query builder; its `destroy()` closes the connection.
 */
export function queriesOver<Tables>(connection: SqliteConnection): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: asDriver(connection) }) });
}

/**
 * Takes a lock file that the system gives free when the process ends, however it ends.
 *
 * @param path Absolute path of the lock file; created when missing.
 * @returns A function that gives the lock back, or null when another process holds it.
 * @throws what else keeps the file from being opened.
 */
export function takeLock(path: string): (() => void) | null {
  const connection = new DatabaseSync(path, { timeout: 0 });
  try {
    connection.exec('pragma locking_mode = exclusive; begin exclusive;');
    return () => connection.close();
  } catch (error) {
    connection.close();
    if (troubleOf(error)?.kind === 'database-locked') return null;
    throw error;
  }
}
