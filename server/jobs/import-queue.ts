/** Works off the queue of uploaded files: each becomes a run, a duplicate, or a refusal with its reason. */
import type { Database } from '../db/database.ts';
import { type FileOutcome, type ImportFileRow, ImportsRepository } from '../db/imports-repository.ts';
import type { Originals } from '../db/originals.ts';
import { type NewRun, type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { TrashRepository } from '../db/trash-repository.ts';
import { logFailure } from '../log.ts';
import { isFullDisk, whenThereIsRoom } from '../storage-trouble.ts';
import { backFromTrash, duplicateOf, sameRunAs } from './duplicate.ts';
import type { ImportBell } from './import-bell.ts';
import { touchedBy } from './reach.ts';
import type { FreshReading, Reader } from './reader.ts';
import { runColumns } from './run-columns.ts';
import { runIdOf } from './run-id.ts';
import { joinSameRun } from './same-run.ts';
import { PoolClosedError } from './worker-pool.ts';

/** A file that was begun this often and never finished took the server down with it. Assumption: nobody stops it so often by hand. */
const MOST_ATTEMPTS = 20;

const refused = (state: 'failed' | 'not-a-run', code: string, reason: string): FileOutcome => ({
  state,
  code,
  reason,
  runId: null,
});

/** What the parser calls files of settings, of sleep and of planned routes, which an account export holds by the thousand. */
const NO_ACTIVITY = / file$|^planned route$/;

const NOT_REVIEWED = {
  ...{ load_low_km: null, load_mid_km: null, load_high_km: null },
  ...{ severity: null, flags: null, review_error: null },
};

/** What the queue works with. */
export interface ImportQueueParts {
  readonly db: Database;
  readonly originals: Originals;
  readonly reader: Reader;
  readonly bell: ImportBell;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when the last waiting file is done. */
  readonly onDrained: () => void;
}

/** See the head of this file. */
export class ImportQueue {
  readonly #parts: ImportQueueParts;
  readonly #lanes = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #wanted = false;

  constructor(parts: ImportQueueParts) {
    this.#parts = parts;
  }

  /** True while files are worked on. */
  get busy(): boolean {
    return this.#lanes.size > 0;
  }

  /** Looks for files to do; call after adding some. */
  wake(): void {
    this.#wanted = true;
    // One lane more than workers: its file is ready when a worker comes free.
    while (!this.#stopped && this.#lanes.size <= this.#parts.reader.width) {
      const lane: Promise<void> = this.#work()
        .catch((error: unknown) => logFailure('the import queue stopped', error))
        .finally(() => this.#leave(lane));
      this.#lanes.add(lane);
    }
  }

  /** Takes no further files and waits for those under way. Close the workers first to not wait long. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#lanes);
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  #leave(lane: Promise<void>): void {
    this.#lanes.delete(lane);
    if (this.#stopped) return;
    if (this.#wanted) this.wake();
    else if (this.#lanes.size === 0) this.#parts.onDrained();
  }

  async #work(): Promise<void> {
    const imports = new ImportsRepository(this.#parts.db);
    while (!this.#stopped) {
      this.#wanted = false;
      const { signal } = this.#stopping;
      const file = await whenThereIsRoom('the import', signal, () => imports.claimNext());
      if (!file) return;
      this.#parts.bell.ring(file.import_id);
      try {
        await this.#one(file);
      } catch (error) {
        if (error instanceof PoolClosedError) return imports.release(file.id);
        if (isFullDisk(error)) {
          await whenThereIsRoom('the import', signal, () => imports.release(file.id));
          continue;
        }
        logFailure(`file ${file.id} of import ${file.import_id}`, error);
        const reason = 'Kneewise failed on this file; that is a fault of Kneewise. The file itself may be fine.';
        const outcome = refused('failed', 'reading-failed', reason);
        await whenThereIsRoom('the import', signal, () => this.#finish(file, outcome));
      }
      this.#parts.bell.ring(file.import_id);
    }
  }

  async #one(file: ImportFileRow): Promise<void> {
    const { sha256 } = file;
    if (sha256 === null) throw new Error('a queued file has no fingerprint');
    const runs = await new RunsRepository(this.#parts.db).ofFile(sha256);
    const [known] = runs;
    if (known && runs.length >= known.runs_in_file) {
      const inTrash = runs.find((run) => run.deleted_at_ms !== null);
      return inTrash ? this.#bringBack(file, inTrash) : this.#finish(file, duplicateOf(known));
    }
    if (file.attempts > MOST_ATTEMPTS) {
      const reason = `Kneewise stopped ${MOST_ATTEMPTS} times while reading this file and leaves it alone now.`;
      return this.#finish(file, refused('failed', 'reading-failed', reason));
    }
    const outcome = await this.#parts.reader.read({ sha256, treatAsRun: file.as_run === 'told' });
    if (outcome.ok) return this.#store({ ...file, sha256 }, outcome.value);
    const { code, message, sport, mayOverrule } = outcome.error;
    const state = code === 'not-a-run' ? 'not-a-run' : 'failed';
    const told = state === 'not-a-run' && NO_ACTIVITY.test(sport ?? '') ? 'not-an-activity' : code;
    return this.#finish(file, { ...refused(state, told, message), ...(mayOverrule ? { mayOverrule } : {}) });
  }

  /** The runs, their readings and the end of the work in one transaction: a kill leaves all or nothing of it. */
  async #store(file: ImportFileRow & { sha256: string }, answers: readonly FreshReading[]): Promise<void> {
    const runId = answers[0] ? runIdOf(answers[0].facts.sha256) : null;
    const reason = answers.length > 1 ? `The file holds ${answers.length} runs; each is in the list.` : null;
    let outcome: FileOutcome = { state: 'imported', code: null, reason, runId };
    await this.#parts.db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      for (const answer of answers) {
        const run = this.#newRun(file, answer, answers.length);
        // Of a file with several runs some may have been deleted; the others are still there.
        if (await runs.findAny(run.id)) continue;
        await runs.insert(run, answer.encoded);
        await runs.touch(touchedBy(run.started_at_ms));
        const same = await joinSameRun(runs, run.id, answer.facts);
        if (same && answers.length === 1) outcome = sameRunAs(same, run.id);
      }
      await new ImportsRepository(trx).finish(file.id, outcome);
    });
  }

  #newRun(file: ImportFileRow & { sha256: string }, answer: FreshReading, runsInFile: number): NewRun {
    const { sha256 } = answer.facts;
    return {
      ...{ id: runIdOf(sha256), sha256, file_sha256: file.sha256, runs_in_file: runsInFile },
      ...{ treated_as_run: file.as_run === 'told' ? 1 : 0, file_name: file.name, bytes: file.bytes },
      ...runColumns(answer, null, this.#parts.now()),
      ...NOT_REVIEWED,
    };
  }

  async #bringBack(file: ImportFileRow, run: RunRow): Promise<void> {
    await this.#parts.db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      for (const { started_at_ms } of await new TrashRepository(trx).restoreFile(run.file_sha256))
        await runs.touch(touchedBy(started_at_ms));
      await new ImportsRepository(trx).finish(file.id, backFromTrash(run));
    });
  }

  async #finish(file: ImportFileRow, outcome: FileOutcome): Promise<void> {
    const imports = new ImportsRepository(this.#parts.db);
    await imports.finish(file.id, outcome);
    const { sha256 } = file;
    if (outcome.state === 'duplicate' || sha256 === null) return;
    await this.#parts.originals.exclusively(async () => {
      if (!(await imports.isNeeded(sha256))) await this.#parts.originals.remove(sha256);
    });
  }
}
