/** What the runner has said of the ground. */
import type { Insertable, Selectable } from 'kysely';
import type { SurfaceClass, ToldPoint, ToldStretch } from '#core';
import type { Database } from './database.ts';
import type { ToldGroundTable } from './tables.ts';

/** One stretch as stored. */
export type ToldGroundRow = Selectable<ToldGroundTable>;

const asStretch = (row: ToldGroundRow): ToldStretch => ({
  surface: row.surface as SurfaceClass,
  runSha256: row.run_sha256,
  fromM: row.from_m,
  toM: row.to_m,
  path: JSON.parse(row.path) as ToldPoint[],
});

/** See the head of this file. Within a transaction, make one over the transaction. */
export class ToldGroundsRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** All stretches as reading takes them, in the order told. */
  async forReading(): Promise<ToldStretch[]> {
    const rows = await this.#db.selectFrom('told_grounds').selectAll().orderBy('id').execute();
    return rows.map(asStretch);
  }

  /** Those that were told on one run, in the order told. */
  ofRun(sha256: string): Promise<ToldGroundRow[]> {
    return this.#db.selectFrom('told_grounds').selectAll().where('run_sha256', '=', sha256).orderBy('id').execute();
  }

  /** The stretch, or undefined. */
  find(id: number): Promise<ToldGroundRow | undefined> {
    return this.#db.selectFrom('told_grounds').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Keeps a stretch. */
  async insert(row: Insertable<ToldGroundTable>): Promise<void> {
    await this.#db.insertInto('told_grounds').values(row).execute();
  }

  /** Forgets a stretch. */
  async remove(id: number): Promise<void> {
    await this.#db.deleteFrom('told_grounds').where('id', '=', id).execute();
  }
}
