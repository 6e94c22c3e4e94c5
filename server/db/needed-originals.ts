/** Which stored bytes are still needed: by a run, or by a file of the queue. */
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Fingerprints of the files that were refused for good, so that {@link isOriginalNeeded} is false for them. */
export async function refusedOriginals(db: Database): Promise<string[]> {
  const needed = new Set(await neededOriginals(db));
  const rows = await db
    .selectFrom('import_files')
    .select('sha256')
    .distinct()
    .where('state', 'in', ['failed', 'not-a-run'])
    .execute();
  return rows.flatMap(({ sha256 }) => (sha256 === null || needed.has(sha256) ? [] : [sha256]));
}

/** Fingerprints of all stored bytes that {@link isOriginalNeeded} is true for. */
export async function neededOriginals(db: Database): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select file_sha256 as sha256 from runs union select sha256 from import_files
    where sha256 is not null and (state in ('queued', 'working') or (state = 'not-a-run' and as_run = 'possible'))
    order by 1`.execute(db);
  return rows.map(({ sha256 }) => sha256);
}

/** True while a run, a waiting file, or a refused one that the runner may still call a run needs the stored bytes. */
export async function isOriginalNeeded(db: Database, sha256: string): Promise<boolean> {
  const run = await db.selectFrom('runs').select('id').where('file_sha256', '=', sha256).executeTakeFirst();
  if (run) return true;
  const file = await db
    .selectFrom('import_files')
    .select('id')
    .where('sha256', '=', sha256)
    .where((is) =>
      is.or([
        is('state', 'in', ['queued', 'working']),
        is.and([is('state', '=', 'not-a-run'), is('as_run', '=', 'possible')]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return file !== undefined;
}
