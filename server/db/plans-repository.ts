/** Planned routes. */
import type { Insertable, Selectable } from 'kysely';
import type { Database } from './database.ts';
import type { PlanTable } from './tables.ts';

/** A plan without its file. */
export type PlanRow = Omit<Selectable<PlanTable>, 'packed'>;

const COLUMNS = ['id', 'sha256', 'file_name', 'name', 'distance_m', 'created_at_ms', 'deleted_at_ms'] as const;

/** See the head of this file. Within a transaction, make one over the transaction. */
export class PlansRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All of them, also deleted ones, the latest first. */
  list(): Promise<PlanRow[]> {
    return this.#db.selectFrom('plans').select(COLUMNS).orderBy('created_at_ms', 'desc').orderBy('id').execute();
  }

  /** The plan, unless it is deleted. */
  find(id: string): Promise<PlanRow | undefined> {
    return this.#db
      .selectFrom('plans')
      .select(COLUMNS)
      .where('id', '=', id)
      .where('deleted_at_ms', 'is', null)
      .executeTakeFirst();
  }

  /** The packed file of a plan, or undefined. */
  async packed(id: string): Promise<Uint8Array | undefined> {
    return (await this.#db.selectFrom('plans').select('packed').where('id', '=', id).executeTakeFirst())?.packed;
  }

  /** Keeps a plan; one of the same file comes back and keeps its name. */
  async insert(plan: Insertable<PlanTable>): Promise<void> {
    const { packed, created_at_ms } = plan;
    await this.#db
      .insertInto('plans')
      .values(plan)
      .onConflict((row) => row.column('id').doUpdateSet({ packed, created_at_ms, deleted_at_ms: null }))
      .execute();
  }

  /** Gives it another name. */
  async rename(id: string, name: string): Promise<void> {
    await this.#db.updateTable('plans').set({ name }).where('id', '=', id).execute();
  }

  /** Deletes it, or takes that back. @returns whether anything changed. */
  async setDeleted(id: string, atMs: number | null): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('plans')
      .set({ deleted_at_ms: atMs })
      .where('id', '=', id)
      .where('deleted_at_ms', atMs === null ? 'is not' : 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Deletes for good what was deleted before a moment. */
  async purge(beforeMs: number): Promise<void> {
    await this.#db
      .deleteFrom('plans')
      .where('deleted_at_ms', 'is not', null)
      .where('deleted_at_ms', '<', beforeMs)
      .execute();
  }
}
