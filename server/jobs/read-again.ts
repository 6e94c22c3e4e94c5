/** Puts a new reading of a run in place of the old one. */
import type { Database } from '../db/database.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { touchedBy } from './reach.ts';
import type { FreshReading } from './reader.ts';
import { runColumns } from './run-columns.ts';

/**
 * @param run The run as it was.
 * @param answer What reading it again came to.
 * @param cadenceUnit The runner's word that the reading went by.
 * @param readAtMs Milliseconds since 1970, UTC.
 */
export async function storeReadAgain(
  db: Database,
  run: RunRow,
  answer: FreshReading,
  cadenceUnit: RunRow['cadence_unit'],
  readAtMs: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const runs = new RunsRepository(trx);
    await runs.replaceReading(run.id, runColumns(answer, cadenceUnit, readAtMs), answer.encoded);
    await runs.touch(touchedBy(run.started_at_ms));
    await runs.touch(touchedBy(answer.facts.startedAtMs));
  });
}
