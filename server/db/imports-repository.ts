/** Drops of files and the queue made of them. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Database } from './database.ts';
import type { FileState, ImportFileTable, ImportTable } from './tables.ts';

/** A drop as stored. */
export type ImportRow = Selectable<ImportTable>;
/** A file of a drop as stored. */
export type ImportFileRow = Selectable<ImportFileTable>;
/** A file of a drop to be stored. */
export type NewImportFile = Omit<Insertable<ImportFileTable>, 'id' | 'import_id' | 'attempts' | 'as_run'>;

/** How many files of a drop came to one outcome. */
export type OutcomeCount = Pick<ImportFileRow, 'import_id' | 'state' | 'code'> & { readonly count: number };

/** How many runs of a drop are there, and how many of them wait for their first review. */
export type RunCount = Pick<ImportFileRow, 'import_id'> & { readonly runs: number };

/** Holds of a file that brought runs in, also where no report came of one of them. */
export const BROUGHT_RUNS = sql<boolean>`(import_files.state = 'imported' or import_files.code = 'review-failed')`;

/** How the work on a file ended. */
export interface FileOutcome {
  readonly state: Exclude<FileState, 'queued' | 'working'>;
  readonly code: string | null;
  readonly reason: string | null;
  /** The run, the first where the file holds several. */
  readonly runId: string | null;
  /** The runner may say that it was a run all the same; the file is kept for that. */
  readonly mayOverrule?: true;
}

/** See the head of this file. Within a transaction, make one over the transaction. */
export class ImportsRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Stores a drop with its files. */
  async insert(row: Insertable<ImportTable>, files: readonly NewImportFile[]): Promise<void> {
    await this.#db.insertInto('imports').values(row).execute();
    await this.insertFiles(row.id, files);
  }

  /** Adds files to a drop. */
  async insertFiles(importId: string, files: readonly NewImportFile[]): Promise<void> {
    for (const file of files) {
      await this.#db
        .insertInto('import_files')
        .values({ ...file, import_id: importId })
        .execute();
    }
  }

  /** The drop, or undefined. */
  find(id: string): Promise<ImportRow | undefined> {
    return this.#db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The files of a drop, in the order given. */
  files(importId: string): Promise<ImportFileRow[]> {
    return this.#db.selectFrom('import_files').selectAll().where('import_id', '=', importId).orderBy('id').execute();
  }

  /** The drops, the latest first. */
  list(): Promise<ImportRow[]> {
    return this.#db.selectFrom('imports').selectAll().orderBy('created_at_ms', 'desc').orderBy('id').execute();
  }

  /** The files of a drop that say most: under way, unreadable, another sport, then what came last; in the order given. */
  async filesThatMatter(importId: string, most: number): Promise<ImportFileRow[]> {
    const files = this.#db.selectFrom('import_files').selectAll().where('import_id', '=', importId);
    // One by one, so that an index finds each: to rank all files of a large import at each look takes long.
    const byRank = [
      files.where('state', '=', 'working').orderBy('id', 'desc'),
      files.where('state', '=', 'failed').where('code', '!=', 'cancelled').orderBy('id', 'desc'),
      files.where('state', '=', 'not-a-run').where('code', '=', 'not-a-run').orderBy('id', 'desc'),
      files.where('state', '=', 'imported').orderBy('id', 'desc'),
      files.orderBy('id', 'desc'),
    ];
    const rows = new Map<number, ImportFileRow>();
    for (const query of byRank) {
      if (rows.size >= most) break;
      for (const row of await query.limit(most).execute()) {
        if (rows.size < most) rows.set(row.id, row);
      }
    }
    return [...rows.values()].sort((a, b) => a.id - b.id);
  }

  /** How many files there are of each outcome, over the drops asked for. */
  outcomes(importIds: readonly string[]): Promise<OutcomeCount[]> {
    return this.#db
      .selectFrom('import_files')
      .select(['import_id', 'state', 'code'])
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('import_id', 'in', importIds)
      .groupBy(['import_id', 'state', 'code'])
      .execute();
  }

  /** How many files wait to be read. */
  async countQueued(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('import_files')
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('state', '=', 'queued')
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Takes the waiting files of a drop out of the queue. @returns the fingerprints of their bytes. */
  async cancelQueued(importId: string, reason: string): Promise<string[]> {
    const rows = await this.#db
      .updateTable('import_files')
      .set({ state: 'failed', code: 'cancelled', reason })
      .where('import_id', '=', importId)
      .where('state', '=', 'queued')
      .returning('sha256')
      .execute();
    return rows.flatMap(({ sha256 }) => sha256 ?? []);
  }

  /** Notes that the runs of a drop were put in the trash. */
  async noteUndone(importId: string, atMs: number): Promise<void> {
    await this.#db.updateTable('imports').set({ undone_at_ms: atMs }).where('id', '=', importId).execute();
  }

  /** How many runs of drops are there, those in the trash left out; a drop without any has no row. */
  runsOf(importIds: readonly string[]): Promise<RunCount[]> {
    return (
      this.#db
        .selectFrom('import_files')
        .innerJoin('runs', 'runs.file_sha256', 'import_files.sha256')
        .select('import_files.import_id')
        .select(sql<number>`count(distinct runs.id)`.as('runs'))
        .where('import_files.import_id', 'in', importIds)
        // Said twice, because an index knows the state.
        .where('import_files.state', 'in', ['imported', 'failed'])
        .where(BROUGHT_RUNS)
        .where('runs.deleted_at_ms', 'is', null)
        .groupBy('import_files.import_id')
        .execute()
    );
  }

  /** Which drops brought runs of which no report came yet, nor failed. */
  async unreviewed(importIds: readonly string[]): Promise<string[]> {
    // A cross join keeps its order: an index holds the few runs that are behind, and the first one answers.
    const { rows } = await sql<{ import_id: string }>`
      select distinct import_files.import_id from runs cross join import_files on import_files.sha256 = runs.file_sha256
      where runs.reviewed_version < runs.context_version and runs.load_mid_km is null and runs.review_error is null
        and runs.deleted_at_ms is null and import_files.state = 'imported'
        and import_files.import_id in (${sql.join(importIds)})
      limit ${importIds.length}`.execute(this.#db);
    return rows.map(({ import_id }) => import_id);
  }

  /** The drops that runs came in with. */
  async importsOf(runIds: readonly string[]): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('import_files')
      .innerJoin('runs', 'runs.file_sha256', 'import_files.sha256')
      .select('import_id')
      .distinct()
      .where('runs.id', 'in', runIds)
      .where('import_files.run_id', 'is not', null)
      .execute();
    return rows.map((row) => row.import_id);
  }

  /**
   * Takes the next files of the queue. One whose bytes are being worked on under another name waits. One that was begun
   * before goes alone, when no other is left: should it stop the server, it neither keeps others from being read nor
   * takes them down with it.
   *
   * @param most at least 1.
   */
  async claim(most: number): Promise<ImportFileRow[]> {
    const fresh = await this.#claim(most, 'fresh');
    return fresh.length > 0 ? fresh : this.#claim(1, 'begun');
  }

  async #claim(most: number, which: 'fresh' | 'begun'): Promise<ImportFileRow[]> {
    const chosen = this.#db
      .selectFrom('import_files as file')
      .select('id')
      .where('state', '=', 'queued')
      .where('attempts', which === 'fresh' ? '=' : '>', 0)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('import_files as other')
              .select('other.id')
              .whereRef('other.sha256', '=', 'file.sha256')
              .where((same) =>
                same.or([
                  same('other.state', '=', 'working'),
                  same.and([same('other.state', '=', 'queued'), same('other.id', '<', same.ref('file.id'))]),
                ]),
              ),
          ),
        ),
      )
      .orderBy(which === 'fresh' ? 'id' : 'attempts')
      .orderBy('id')
      .limit(most);
    const files = await this.#db
      .updateTable('import_files')
      .set((file) => ({ state: 'working', attempts: file('attempts', '+', 1) }))
      .where('id', 'in', chosen)
      .returningAll()
      .execute();
    return files.sort((a, b) => a.id - b.id);
  }

  /** Gives a claimed file back to the queue as if it had not been begun. */
  async release(fileId: number): Promise<void> {
    await this.#db
      .updateTable('import_files')
      .set((file) => ({ state: 'queued', attempts: file('attempts', '-', 1) }))
      .where('id', '=', fileId)
      .execute();
  }

  /** Notes how the work on a file ended. */
  async finish(fileId: number, outcome: FileOutcome): Promise<void> {
    const { state, code, reason, runId, mayOverrule } = outcome;
    await this.#db
      .updateTable('import_files')
      .set({ state, code, reason, run_id: runId, ...(mayOverrule ? { as_run: 'possible' } : {}) })
      .where('id', '=', fileId)
      .execute();
  }

  /** Marks a file that brought runs in as failed, because no report came of one of them. */
  async failFileOf(sha256: string, code: string, reason: string): Promise<void> {
    await this.#db
      .updateTable('import_files')
      .set({ state: 'failed', code, reason })
      .where('sha256', '=', sha256)
      .where('state', '=', 'imported')
      .execute();
  }

  /** Takes that back when all its runs have a report. */
  async unfailFileOf(sha256: string, code: string): Promise<void> {
    const without = this.#db.selectFrom('runs').select('id').where('file_sha256', '=', sha256);
    await this.#db
      .updateTable('import_files')
      .set({ state: 'imported', code: null, reason: null })
      .where('sha256', '=', sha256)
      .where('code', '=', code)
      .where(({ not, exists }) => not(exists(without.where('load_mid_km', 'is', null))))
      .execute();
  }

  /** After a crash or stop: what was being worked on is queued again. */
  async requeueInterrupted(): Promise<void> {
    await this.#db.updateTable('import_files').set({ state: 'queued' }).where('state', '=', 'working').execute();
  }

  /**
   * Queues a refused file again as what the runner says that it was: a run.
   *
   * @returns whether there was such a file that may be read so.
   */
  async queueAsRun(importId: string, fileId: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('import_files')
      .set({ state: 'queued', code: null, reason: null, as_run: 'told', attempts: 0 })
      .where('id', '=', fileId)
      .where('import_id', '=', importId)
      .where('state', '=', 'not-a-run')
      .where('as_run', '=', 'possible')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}
