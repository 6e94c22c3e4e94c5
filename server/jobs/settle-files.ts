/** Stores what became of files: the runs, their readings and the end of the work in one transaction, so that a kill leaves all or nothing of it. */
import { type Database, unsynced } from '../db/database.ts';
import { type FileOutcome, type ImportFileRow, ImportsRepository } from '../db/imports-repository.ts';
import { type NewRun, type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { TrashRepository } from '../db/trash-repository.ts';
import { backFromTrash, sameRunAs } from './duplicate.ts';
import { touchedByAny } from './reach.ts';
import type { FreshReading } from './reader.ts';
import { runColumns } from './run-columns.ts';
import { runIdOf } from './run-id.ts';
import { joinSameRun, takeBack } from './same-run.ts';

/** A file of the queue with bytes. */
export type QueuedFile = ImportFileRow & { readonly sha256: string };

/** What is to become of a file: runs that were read in it, a run that comes back from the trash, or what there is to tell of it. */
export type Decision = { readonly file: QueuedFile } & (
  | { readonly runs: readonly FreshReading[] }
  | { readonly back: RunRow }
  | { readonly outcome: FileOutcome }
);

const NOT_REVIEWED = {
  ...{ load_low_km: null, load_mid_km: null, load_high_km: null },
  ...{ severity: null, flags: null, review_error: null },
};

function newRun(file: QueuedFile, answer: FreshReading, runsInFile: number, nowMs: number): NewRun {
  const { sha256 } = answer.facts;
  return {
    ...{ id: runIdOf(sha256), sha256, file_sha256: file.sha256, runs_in_file: runsInFile },
    ...{ treated_as_run: file.as_run === 'told' ? 1 : 0, file_name: file.name, bytes: file.bytes },
    ...runColumns(answer, null, nowMs),
    ...NOT_REVIEWED,
  };
}

/** Work on a transaction; `startsMs` gathers when the runs started that came or came back. */
interface Settling {
  readonly trx: Database;
  readonly startsMs: number[];
  readonly nowMs: number;
}

async function storeRuns({ trx, startsMs, nowMs }: Settling, file: QueuedFile, answers: readonly FreshReading[]) {
  const runs = new RunsRepository(trx);
  const reason = answers.length > 1 ? `The file holds ${answers.length} runs; each is in the list.` : null;
  const runId = answers[0] ? runIdOf(answers[0].facts.sha256) : null;
  let outcome: FileOutcome = { state: 'imported', code: null, reason, runId };
  for (const answer of answers) {
    const run = newRun(file, answer, answers.length, nowMs);
    // Of a file with several runs some may have been deleted; the others are still there.
    if (await runs.findAny(run.id)) continue;
    await runs.insert(run, answer.encoded);
    startsMs.push(run.started_at_ms);
    const same = await joinSameRun(runs, run.id, answer.facts);
    if (same && answers.length === 1) outcome = sameRunAs(same, run.id);
  }
  return outcome;
}

async function bringBack({ trx, startsMs }: Settling, run: RunRow): Promise<FileOutcome> {
  const back = await new TrashRepository(trx).restoreFile(run.file_sha256);
  await takeBack(new RunsRepository(trx), back);
  startsMs.push(...back.map(({ started_at_ms }) => started_at_ms));
  return backFromTrash(run);
}

/** Whether the bytes of the file may go once this is stored: then it can not be read again. */
export const isRefusal = (decision: Decision): boolean =>
  'outcome' in decision && decision.outcome.state !== 'duplicate';

/**
 * Stores several decisions, all or none. A power cut may take them back, and the files are read again; a refusal stays.
 *
 * @param nowMs Milliseconds since 1970, UTC.
 */
export async function settleFiles(db: Database, decisions: readonly Decision[], nowMs: number): Promise<void> {
  const store = async (trx: Database): Promise<void> => {
    const settling: Settling = { trx, startsMs: [], nowMs };
    const imports = new ImportsRepository(trx);
    for (const decision of decisions) {
      const { file } = decision;
      if ('outcome' in decision) await imports.finish(file.id, decision.outcome);
      else if ('back' in decision) await imports.finish(file.id, await bringBack(settling, decision.back));
      else await imports.finish(file.id, await storeRuns(settling, file, decision.runs));
    }
    const runs = new RunsRepository(trx);
    for (const span of touchedByAny(settling.startsMs)) await runs.touch(span);
  };
  await (decisions.some(isRefusal) ? db.transaction().execute(store) : unsynced(db, store));
}
