import { sql } from 'kysely';
import type { BoxE7 } from '#core';
import type { Database } from './database.ts';

/** Has the runs read again that touch a box, 1e-7 degrees: what is known of the ground there changed. */
export async function readAgainIn(db: Database, box: BoxE7): Promise<void> {
  const bound = (name: keyof BoxE7) => sql<number>`json_extract(facts, ${`$.boundsE7.${name}`})`;
  await db
    .updateTable('runs')
    .set({ engine_version: '' })
    .where(bound('minLon'), '<=', box.maxLon)
    .where(bound('maxLon'), '>=', box.minLon)
    .where(bound('minLat'), '<=', box.maxLat)
    .where(bound('maxLat'), '>=', box.minLat)
    .execute();
}
