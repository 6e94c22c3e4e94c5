/** Runs that were deleted and can come back. A run and other recordings of it go and come together. */
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { BROUGHT_RUNS } from './imports-repository.ts';
import type { RunRow } from './runs-repository.ts';

/** What the trash shows of a run. */
export type TrashRow = Pick<RunRow, 'id' | 'title' | 'file_name' | 'started_at_ms' | 'distance_m'> & {
  readonly deleted_at_ms: number;
};

/** A run that left or came back: what it touches depends on when it was. */
export type MovedRow = Pick<RunRow, 'id' | 'led_by' | 'led_when_deleted' | 'started_at_ms' | 'file_sha256'>;

/** Columns of {@link MovedRow}. */
const MOVED = ['id', 'led_by', 'led_when_deleted', 'started_at_ms', 'file_sha256'] as const;

const IS_LEADER = sql<0 | 1>`led_by is null`;

/** See the head of this file. Within a transaction, make one over the transaction. */
export class TrashRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** How many runs lie in the trash. */
  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('runs')
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('deleted_at_ms', 'is not', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** What lies in the trash, the latest first. */
  async list(): Promise<TrashRow[]> {
    return this.#db
      .selectFrom('runs')
      .select(['id', 'title', 'file_name', 'started_at_ms', 'distance_m'])
      .select((run) => run.ref('deleted_at_ms').$notNull().as('deleted_at_ms'))
      .where('deleted_at_ms', 'is not', null)
      .orderBy('deleted_at_ms', 'desc')
      .orderBy('started_at_ms', 'desc')
      .execute();
  }

  /** Puts a run and its other recordings in. @returns those that were not there yet. */
  putRun(id: string, atMs: number): Promise<MovedRow[]> {
    return this.#db
      .updateTable('runs')
      .set({ deleted_at_ms: atMs, led_when_deleted: IS_LEADER })
      .where((run) => run.or([run('id', '=', id), run('led_by', '=', id)]))
      .where('deleted_at_ms', 'is', null)
      .returning(MOVED)
      .execute();
  }

  /** Puts the runs in that an import brought and that are still there. */
  putImport(importId: string, atMs: number): Promise<MovedRow[]> {
    return this.#db
      .updateTable('runs')
      .set({ deleted_at_ms: atMs, led_when_deleted: IS_LEADER })
      .where('file_sha256', 'in', (query) =>
        query
          .selectFrom('import_files')
          .select('sha256')
          .where('import_id', '=', importId)
          .where(BROUGHT_RUNS)
          .$narrowType<{ sha256: string }>(),
      )
      .where('deleted_at_ms', 'is', null)
      .returning(MOVED)
      .execute();
  }

  /** Takes a run and its other recordings out again. */
  restore(id: string): Promise<MovedRow[]> {
    return this.#db
      .updateTable('runs')
      .set({ deleted_at_ms: null })
      .where((run) => run.or([run('id', '=', id), run('led_by', '=', id)]))
      .where('deleted_at_ms', 'is not', null)
      .returning(MOVED)
      .execute();
  }

  /** Takes the runs of a file out again. */
  restoreFile(fileSha256: string): Promise<MovedRow[]> {
    return this.#db
      .updateTable('runs')
      .set({ deleted_at_ms: null })
      .where('file_sha256', '=', fileSha256)
      .where('deleted_at_ms', 'is not', null)
      .returning(MOVED)
      .execute();
  }

  /** Deletes for good what was put in before a moment, or one run whenever it was. */
  purge(which: { readonly beforeMs: number } | { readonly id: string }): Promise<MovedRow[]> {
    const query = this.#db.deleteFrom('runs').where('deleted_at_ms', 'is not', null);
    const chosen =
      'id' in which
        ? query.where((run) => run.or([run('id', '=', which.id), run('led_by', '=', which.id)]))
        : query.where('deleted_at_ms', '<', which.beforeMs);
    return chosen.returning(MOVED).execute();
  }
}
