import { sql } from 'kysely';
import type { BoxE7 } from '#core';
import type { Database } from './database.ts';

/** Boxes round the runs outside the trash, 1e-7 degrees, the latest run first; those without a position are left out. */
export async function runBoxes(db: Database): Promise<BoxE7[]> {
  const box = sql<string | null>`json_extract(facts, '$.boundsE7')`;
  const rows = await db
    .selectFrom('runs')
    .select(box.as('box'))
    .where('deleted_at_ms', 'is', null)
    .orderBy('started_at_ms', 'desc')
    .execute();
  return rows.flatMap((row) => (row.box === null ? [] : [JSON.parse(row.box) as BoxE7]));
}
