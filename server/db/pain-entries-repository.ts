/** The pain log. */
import type { Selectable } from 'kysely';
import type { NewPainEntry, StoredPainEntry } from '#contract/runner';
import type { PainEntry } from '#core';
import type { Database } from './database.ts';
import type { PainEntryTable } from './tables.ts';

const asEntry = (row: Selectable<PainEntryTable>): StoredPainEntry => ({
  id: row.id,
  date: row.date,
  runId: row.run_id,
  side: row.side,
  place: row.place,
  before: row.before_run,
  during: row.during_run,
  hourAfter: row.hour_after,
  nextMorning: row.next_morning,
  note: row.note,
});

const asColumns = (entry: NewPainEntry) => ({
  date: entry.date,
  run_id: entry.runId,
  side: entry.side,
  place: entry.place,
  before_run: entry.before,
  during_run: entry.during,
  hour_after: entry.hourAfter,
  next_morning: entry.nextMorning,
  note: entry.note,
});

/** See the head of this file. Within a transaction, make one over the transaction. */
export class PainEntriesRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All entries, the earliest first. */
  async list(): Promise<StoredPainEntry[]> {
    const rows = await this.#db.selectFrom('pain_entries').selectAll().orderBy('date').orderBy('id').execute();
    return rows.map(asEntry);
  }

  /** All entries as a review takes them, the earliest first. */
  async forReview(): Promise<PainEntry[]> {
    const rows = await this.#db
      .selectFrom('pain_entries')
      .leftJoin('runs', 'runs.id', 'pain_entries.run_id')
      .selectAll('pain_entries')
      .select('runs.sha256')
      .orderBy('date')
      .orderBy('pain_entries.id')
      .execute();
    return rows.map((row) => {
      const { id: _, runId: __, ...entry } = asEntry(row);
      return { ...entry, runSha256: row.sha256 };
    });
  }

  /** Stores an entry and gives it its id. */
  async insert(entry: NewPainEntry): Promise<StoredPainEntry> {
    const row = await this.#db
      .insertInto('pain_entries')
      .values(asColumns(entry))
      .returningAll()
      .executeTakeFirstOrThrow();
    return asEntry(row);
  }

  /** Replaces an entry; undefined when there is none. */
  async replace(id: number, entry: NewPainEntry): Promise<StoredPainEntry | undefined> {
    const row = await this.#db
      .updateTable('pain_entries')
      .set(asColumns(entry))
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row && asEntry(row);
  }

  /** Deletes an entry. True when there was one. */
  async remove(id: number): Promise<boolean> {
    const { numDeletedRows } = await this.#db.deleteFrom('pain_entries').where('id', '=', id).executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
