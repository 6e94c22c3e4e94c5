/** Puts a new reading of a run in place of the old one. */
import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../db/database.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import type { ReadAnswer } from './analysis-task.ts';
import { touchedBy } from './reach.ts';
import { decodeReading } from './reading-codec.ts';
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
  answer: ReadAnswer,
  cadenceUnit: RunRow['cadence_unit'],
  readAtMs: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const runs = new RunsRepository(trx);
    const before = await runs.reading(run.id);
    await runs.replaceReading(run.id, runColumns(answer, cadenceUnit, readAtMs), answer.encoded);
    // Other maps and terrain leave most runs as they are; what was said of them then stays true.
    if (before !== undefined && isSameReading(before, answer.encoded)) return;
    await runs.touch(touchedBy(run.started_at_ms));
    await runs.touch(touchedBy(answer.facts.startedAtMs));
  });
}

/** Compared open: equal numbers need not be packed into equal bytes. */
const isSameReading = (before: Uint8Array, now: Uint8Array): boolean =>
  isDeepStrictEqual(decodeReading(before), decodeReading(now));
