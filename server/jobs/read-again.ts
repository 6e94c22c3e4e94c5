/** Puts new readings of runs in place of the old ones. */
import type { Database } from '../db/database.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { touchedByAny } from './reach.ts';
import type { FreshReading } from './reader.ts';
import { runColumns } from './run-columns.ts';

/** A run that was read again. */
export interface NewReading {
  /** The run as it was. */
  readonly run: RunRow;
  readonly answer: FreshReading;
  /** The runner's word that the reading went by. */
  readonly cadenceUnit: RunRow['cadence_unit'];
}

/** @param readAtMs Milliseconds since 1970, UTC. */
export async function storeReadAgain(db: Database, readings: readonly NewReading[], readAtMs: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const runs = new RunsRepository(trx);
    for (const { run, answer, cadenceUnit } of readings) {
      await runs.replaceReading(run.id, runColumns(answer, cadenceUnit, readAtMs), answer.encoded);
    }
    const startsMs = readings.flatMap(({ run, answer }) => [run.started_at_ms, answer.facts.startedAtMs]);
    for (const span of touchedByAny(startsMs)) await runs.touch(span);
  });
}
