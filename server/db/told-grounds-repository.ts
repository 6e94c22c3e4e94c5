/** What the runner has said of the ground. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { SurfaceClass, ToldPoint, ToldStretch } from '#core';
import type { Database } from './database.ts';
import type { ToldGroundTable } from './tables.ts';

/** A stretch this long from the start is the whole run. Assumption: another engine may measure the run a little longer. */
const WHOLE_SHARE = 0.99;

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

  /** Keeps one word for the whole of each of these runs; it counts for them alone. */
  async insertWhole(runIds: readonly string[], surface: SurfaceClass): Promise<void> {
    await this.#db
      .insertInto('told_grounds')
      .columns(['run_sha256', 'surface', 'from_m', 'to_m', 'path'])
      .expression((from) =>
        from
          .selectFrom('runs')
          .select([
            'sha256',
            sql.val(surface).as('surface'),
            sql.lit(0).as('from_m'),
            // Whole metres beyond the end, so that the last sample lies within.
            sql<number>`cast(distance_m as integer) + 1`.as('to_m'),
            sql.lit('[]').as('path'),
          ])
          .where('id', 'in', runIds),
      )
      .execute();
  }

  /** Forgets the last word on the whole of each of these runs. @returns the ids of those that had one */
  async removeLastWhole(runIds: readonly string[]): Promise<string[]> {
    const last = await this.#db
      .selectFrom('runs')
      .innerJoin('told_grounds', 'told_grounds.run_sha256', 'runs.sha256')
      .select(({ fn }) => ['runs.id as runId', fn.max('told_grounds.id').as('wordId')])
      .where('runs.id', 'in', runIds)
      .where('from_m', '=', 0)
      .where('to_m', '>=', sql<number>`${sql.lit(WHOLE_SHARE)} * distance_m`)
      .groupBy('runs.id')
      .execute();
    const wordIds = last.map(({ wordId }) => wordId);
    await this.#db.deleteFrom('told_grounds').where('id', 'in', wordIds).execute();
    return last.map(({ runId }) => runId);
  }

  /** Forgets a stretch. */
  async remove(id: number): Promise<void> {
    await this.#db.deleteFrom('told_grounds').where('id', '=', id).execute();
  }
}
