/** Works off the queue of uploaded files: each becomes a run, a duplicate, or a refusal with its reason. */
import { type Database, unsynced } from '../db/database.ts';
import { type FileOutcome, type ImportFileRow, ImportsRepository } from '../db/imports-repository.ts';
import { isOriginalNeeded } from '../db/needed-originals.ts';
import type { Originals } from '../db/originals.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { logFailure } from '../log.ts';
import { whenStorageAllows } from '../storage-trouble.ts';
import { duplicateOf } from './duplicate.ts';
import type { ImportBell } from './import-bell.ts';
import type { Reader } from './reader.ts';
import { type Decision, isRefusal, type QueuedFile, settleFiles } from './settle-files.ts';
import { PoolClosedError } from './worker-pool.ts';

/** Files that are taken and stored together: few waits for the disk, and still soon on the page. Assumption. */
const BATCH_FILES = 8;
/** While one batch is stored, the workers read another, and find a third when they are through. Measured: a fourth gains nothing. */
const MOST_LANES = 3;

/** A file that was begun this often and never finished took the server down with it. Assumption: nobody stops it so often by hand. */
const MOST_ATTEMPTS = 20;

const refused = (state: 'failed' | 'not-a-run', code: string, reason: string): FileOutcome => ({
  state,
  code,
  reason,
  runId: null,
});

const OUR_FAULT = refused(
  'failed',
  'reading-failed',
  'Kneewise failed on this file; that is a fault of Kneewise. The file itself may be fine.',
);

const GONE = refused(
  'failed',
  'original-missing',
  'The bytes of this file are no longer in the data folder. Give the file again.',
);

/** What the parser calls files of settings, of sleep and of planned routes, which an account export holds by the thousand. */
const NO_ACTIVITY = / file$|^planned route$/;

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
    while (!this.#stopped && this.#lanes.size < MOST_LANES) {
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
    const { signal } = this.#stopping;
    const claim = (trx: Database) => new ImportsRepository(trx).claim(BATCH_FILES);
    while (!this.#stopped) {
      this.#wanted = false;
      const files = await whenStorageAllows('the import', signal, () => unsynced(this.#parts.db, claim));
      if (!files || files.length === 0) return;
      this.#ring(files);
      const decided = await Promise.all(files.map((file) => this.#decide(withBytes(file))));
      await this.#settle(decided.filter((decision) => decision !== null));
      this.#ring(files);
    }
  }

  #ring(files: readonly ImportFileRow[]): void {
    for (const importId of new Set(files.map((file) => file.import_id))) this.#parts.bell.ring(importId);
  }

  /** What is to become of a file; null when it is given back to the queue because the server stops. */
  async #decide(file: QueuedFile): Promise<Decision | null> {
    const { signal } = this.#stopping;
    const giveBack = async () => {
      await new ImportsRepository(this.#parts.db).release(file.id);
      return null;
    };
    try {
      return (await whenStorageAllows('the import', signal, () => this.#read(file))) ?? (await giveBack());
    } catch (error) {
      if (error instanceof PoolClosedError) return giveBack();
      if (error instanceof Error && error.message.startsWith('ENOENT')) return { file, outcome: GONE };
      logFailure(`file ${file.id} of import ${file.import_id}`, error);
      return { file, outcome: OUR_FAULT };
    }
  }

  async #read(file: QueuedFile): Promise<Decision> {
    const { sha256 } = file;
    const runs = await new RunsRepository(this.#parts.db).ofFile(sha256);
    const [known] = runs;
    if (known && runs.length >= known.runs_in_file) {
      const inTrash = runs.find((run) => run.deleted_at_ms !== null);
      return inTrash ? { file, back: inTrash } : { file, outcome: duplicateOf(known) };
    }
    if (file.attempts > MOST_ATTEMPTS) {
      const reason = `Kneewise stopped ${MOST_ATTEMPTS} times while reading this file and leaves it alone now.`;
      return { file, outcome: refused('failed', 'reading-failed', reason) };
    }
    const read = await this.#parts.reader.read({ sha256, treatAsRun: file.as_run === 'told' });
    if (read.ok) return { file, runs: read.value };
    const { code, message, sport, mayOverrule } = read.error;
    const state = code === 'not-a-run' ? 'not-a-run' : 'failed';
    const told = state === 'not-a-run' && NO_ACTIVITY.test(sport ?? '') ? 'not-an-activity' : code;
    return { file, outcome: { ...refused(state, told, message), ...(mayOverrule ? { mayOverrule } : {}) } };
  }

  /** Stores what was decided; what cannot be stored with the others is tried alone, so that it fails alone. */
  async #settle(decisions: readonly Decision[]): Promise<void> {
    const { db, now } = this.#parts;
    const { signal } = this.#stopping;
    try {
      await whenStorageAllows('the import', signal, () => settleFiles(db, decisions, now()));
    } catch (error) {
      const [first] = decisions;
      if (decisions.length > 1) for (const decision of decisions) await this.#settle([decision]);
      else if (first && !('outcome' in first)) {
        logFailure(`file ${first.file.id} of import ${first.file.import_id}`, error);
        await this.#settle([{ file: first.file, outcome: OUR_FAULT }]);
      } else throw error;
      return;
    }
    await whenStorageAllows('the import', signal, () => this.#forget(decisions));
  }

  /** Removes the bytes of refused files that nothing needs. */
  async #forget(decisions: readonly Decision[]): Promise<void> {
    const { db, originals } = this.#parts;
    for (const decision of decisions) {
      if (!isRefusal(decision)) continue;
      const { sha256 } = decision.file;
      await originals.exclusively(async () => {
        if (!(await isOriginalNeeded(db, sha256))) await originals.remove(sha256);
      });
    }
  }
}

function withBytes(file: ImportFileRow): QueuedFile {
  const { sha256 } = file;
  if (sha256 === null) throw new Error('a queued file has no fingerprint');
  return { ...file, sha256 };
}
