/** Archives that files of an import are still being taken out of, and what their lists say. */
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely';
import { type Database, unsynced } from './database.ts';
import type { ImportLabelTable, ImportSourceTable } from './tables.ts';

/** A source as stored. */
export type SourceRow = Selectable<ImportSourceTable>;
/** A source to be stored. */
export type NewSource = Pick<Insertable<ImportSourceTable>, 'name' | 'path' | 'is_ours'>;
/** What a list says of one run. */
export type Label = Omit<Selectable<ImportLabelTable>, 'import_id'>;

/** Rows that one statement stores: few statements, and far from the most values that SQLite takes in one. */
const ROWS_TOGETHER = 200;

/** Watch and service may count a start differently, milliseconds. Assumption, as exports of one run in several formats show. */
const SAME_START_MS = 5000;

/** See the head of this file. Within a transaction, make one over the transaction. */
export class SourcesRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Stores the sources of an import. */
  async insert(importId: string, sources: readonly NewSource[]): Promise<void> {
    for (const source of sources) {
      await this.#db
        .insertInto('import_sources')
        .values({ ...source, import_id: importId })
        .execute();
    }
  }

  /** The one to go on with. */
  next(): Promise<SourceRow | undefined> {
    return this.#db
      .selectFrom('import_sources')
      .selectAll()
      .where('state', '=', 'waiting')
      .orderBy('id')
      .executeTakeFirst();
  }

  /** All that wait. */
  waiting(): Promise<SourceRow[]> {
    return this.#db.selectFrom('import_sources').selectAll().where('state', '=', 'waiting').execute();
  }

  /** The sources of imports, in the order given. */
  ofImports(importIds: readonly string[]): Promise<SourceRow[]> {
    return this.#db
      .selectFrom('import_sources')
      .selectAll()
      .where('import_id', 'in', importIds)
      .orderBy('id')
      .execute();
  }

  /** Notes how many files its list names. */
  async expect(id: number, expected: number): Promise<void> {
    await this.#db.updateTable('import_sources').set({ expected }).where('id', '=', id).execute();
  }

  /** Notes how many files have been taken. False when the import was cancelled meanwhile. */
  async note(id: number, taken: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('import_sources')
      .set({ taken })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Nothing more is to be taken of it. */
  async finish(id: number): Promise<void> {
    await this.#db.updateTable('import_sources').set({ state: 'done' }).where('id', '=', id).execute();
  }

  /** Nothing more is to be taken of the sources of an import. */
  async cancel(importId: string): Promise<void> {
    await this.#db
      .updateTable('import_sources')
      .set({ state: 'done' })
      .where('import_id', '=', importId)
      .where('state', '=', 'waiting')
      .execute();
  }

  /** Keeps what a list says until the import is through. */
  async insertLabels(importId: string, labels: readonly Label[]): Promise<void> {
    for (let from = 0; from < labels.length; from += ROWS_TOGETHER) {
      const rows = labels.slice(from, from + ROWS_TOGETHER).map((label) => ({ ...label, import_id: importId }));
      await this.#db.insertInto('import_labels').values(rows).execute();
    }
  }

  /** Joins names, shoes and descriptions to the runs of imports that are through. What a run has already stays. */
  async applyLabels(): Promise<void> {
    const through = sql`
      select distinct import_id from import_labels as l
      where not exists (select 1 from import_sources s where s.import_id = l.import_id and s.state = 'waiting')
        and not exists (select 1 from import_files f where f.import_id = l.import_id and f.state in ('queued', 'working'))`;
    // Found first and joined then, by a cross join, which keeps its order: SQLite would go through all labels for each file.
    const join = (found: RawBuilder<unknown>) => sql`
      with told as materialized (${found})
      update runs set title = coalesce(runs.title, told.title), gear = coalesce(runs.gear, told.gear),
        description = coalesce(runs.description, told.description)
      from told where runs.id = told.run_id`;
    await unsynced(this.#db, async (trx) => {
      await join(sql`
        select f.run_id, l.title, l.gear, l.description from import_labels l
        cross join import_files f on f.import_id = l.import_id and f.name = l.file
        where l.import_id in (${through}) and f.run_id is not null`).execute(trx);
      await join(sql`
        select r.id as run_id, l.title, l.gear, l.description from import_labels l
        cross join runs r on r.started_at_ms between l.started_at_ms - ${SAME_START_MS} and l.started_at_ms + ${SAME_START_MS}
        where l.import_id in (${through})`).execute(trx);
      await sql`delete from import_labels where import_id in (${through})`.execute(trx);
    });
  }
}
