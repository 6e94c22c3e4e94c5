/** Brings stored sums and readings up to date in the background, the earliest runs first. */
import { ENGINE_VERSION, type Result } from '#core';
import { type Database, unsynced } from '../db/database.ts';
import { ImportsRepository } from '../db/imports-repository.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { logFailure } from '../log.ts';
import { whenStorageAllows } from '../storage-trouble.ts';
import type { SumsAnswer } from './analysis-task.ts';
import type { GroundChanges } from './ground-changes.ts';
import type { ImportBell } from './import-bell.ts';
import { storeReadAgain } from './read-again.ts';
import type { FreshReading, Reader } from './reader.ts';
import type { Reviewer } from './reviewer.ts';
import { PoolClosedError } from './worker-pool.ts';

/** Code of a file that was read, but whose run has no report. */
const REVIEW_FAILED = 'review-failed';
const FAILED =
  'The file was read, but no report came of it; that is a fault of Kneewise. The file is kept and tried again with the next version.';
const OF_SEVERAL_FAILED =
  'The file holds several runs, and no report came of one of them; that is a fault of Kneewise. The others are in the list; that one is kept and tried again with the next version.';

/** Runs that a worker reviews together and whose sums are stored together. Assumption: a stop loses little, and no page waits long. */
const REVIEWED_TOGETHER = 64;
/** As many times so many are asked for ahead, so that the workers go on while some are stored. */
const ASKED_AHEAD = 5;
/** Runs that are looked for at once: at their end the workers wait a moment. */
const LOOKED_FOR = 8 * REVIEWED_TOGETHER;
const READ_TOGETHER = 8;

/** Maps and terrain may come and go by the command line while the server runs; this often they are looked for, milliseconds. */
const LOOK_EVERY_MS = 30_000;

/** What the refresher works with. */
export interface RefresherParts {
  readonly db: Database;
  readonly reader: Reader;
  readonly reviewer: Reviewer;
  readonly changes: GroundChanges;
  readonly bell: ImportBell;
  /** True while files wait: their runs would touch the sums again. */
  readonly importing: () => boolean;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** See the head of this file. */
export class Refresher {
  readonly #parts: RefresherParts;
  #lane: Promise<void> | null = null;
  readonly #look: NodeJS.Timeout;
  #wanted = false;
  readonly #stopping = new AbortController();

  constructor(parts: RefresherParts) {
    this.#parts = parts;
    this.#look = setInterval(() => this.wake(), LOOK_EVERY_MS);
    this.#look.unref();
  }

  /** Looks for runs to bring up to date; call after any change. */
  wake(): void {
    this.#wanted = true;
    if (this.#lane || this.#stopping.signal.aborted) return;
    this.#lane = this.#work()
      .catch((error: unknown) => {
        if (!(error instanceof PoolClosedError)) logFailure('the refresher stopped', error);
      })
      .finally(() => {
        this.#lane = null;
        if (this.#wanted) this.wake();
      });
  }

  /** Begins no further run and waits for the one under way. Close the workers first to not wait long. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#look);
    await this.#lane;
  }

  /**
   * Works out the sums of runs and stores them.
   *
   * @param runs In order of their start, at least one; those behind the first may be left for another time.
   * @param reviewer That of somebody who waits; left out for the one of the background.
   */
  async refresh(runs: readonly RunRow[], reviewer = this.#parts.reviewer): Promise<void> {
    const ask = (share: readonly RunRow[]) => {
      const answer = reviewer.sums(share);
      // Behind one that fails the others are left for another time.
      answer.catch(() => undefined);
      return { share, answer };
    };
    const [waiting, asked] = [sharesOf(runs, REVIEWED_TOGETHER), [] as ReturnType<typeof ask>[]];
    do {
      asked.push(...waiting.splice(0, ASKED_AHEAD - asked.length).map(ask));
      const next = asked.shift();
      if (next) await this.#storeSums(next.share, await next.answer);
    } while (asked.length > 0);
  }

  async #storeSums(runs: readonly RunRow[], outcomes: readonly Result<SumsAnswer, string>[]): Promise<void> {
    const { db, bell } = this.#parts;
    const told = await unsynced(db, async (trx) => {
      for (const [i, outcome] of outcomes.entries()) {
        const run = runs[i] as RunRow;
        if (outcome.ok) await storeSums(trx, run, outcome.value);
        else await storeFailure(trx, run, outcome.error);
      }
      return new ImportsRepository(trx).importsOf(runs.map(({ id }) => id));
    });
    for (const importId of told) bell.ring(importId);
  }

  /**
   * Reads a run again if another engine version read it or with other ground.
   *
   * @param reader That of somebody who waits.
   */
  async ensureRead(run: RunRow, reader: Reader): Promise<void> {
    const { db, changes } = this.#parts;
    if (!(await changes.notice()) && run.engine_version === ENGINE_VERSION) return;
    const now = await new RunsRepository(db).findAny(run.id);
    if (now && now.engine_version !== ENGINE_VERSION) await this.#readAgain([now], reader);
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    const next = () => whenStorageAllows('bringing reports up to date', signal, () => this.#next());
    while (this.#wanted && !signal.aborted) {
      this.#wanted = false;
      await this.#parts.changes.notice();
      while (!signal.aborted && !this.#parts.importing() && (await next()));
    }
  }

  async #next(): Promise<boolean> {
    const { db, reader } = this.#parts;
    const runs = new RunsRepository(db);
    const old = await runs.nextToReadAgain(ENGINE_VERSION, READ_TOGETHER);
    if (old.length > 0) {
      await this.#readAgain(old, reader);
      return true;
    }
    const behind = await runs.nextToReview(LOOKED_FOR);
    if (behind.length > 0) await this.refresh(behind);
    return behind.length > 0;
  }

  async #readAgain(runs: readonly RunRow[], reader: Reader): Promise<void> {
    const { db, now, changes } = this.#parts;
    const { version } = changes;
    const readings = await Promise.all(runs.map(async (run) => ({ run, answer: await this.#answerOf(run, reader) })));
    const read = readings.flatMap(({ run, answer }) =>
      answer ? [{ run, answer, cadenceUnit: run.cadence_unit }] : [],
    );
    await storeReadAgain(db, read, now());
    // Where the ground changed meanwhile, that may be why there is no answer, and the run is read once more.
    if (changes.version !== version) return;
    const repository = new RunsRepository(db);
    for (const { run, answer } of readings) if (!answer) await repository.noteEngine(run.id, ENGINE_VERSION);
  }

  /** What reading a run again came to; null when it keeps its old reading. */
  async #answerOf(run: RunRow, reader: Reader): Promise<FreshReading | null> {
    try {
      const outcome = await reader.readAgain(run);
      if (outcome.ok) return outcome.value;
      logFailure(`run ${run.id} keeps its old reading`, outcome.error.message);
    } catch (error) {
      if (error instanceof PoolClosedError) throw error;
      logFailure(`run ${run.id} keeps its old reading`, error);
    }
    return null;
  }
}

const sharesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

async function storeSums(trx: Database, run: RunRow, sums: SumsAnswer): Promise<void> {
  const { low, mid, high } = sums.kneeLoadKm;
  await new RunsRepository(trx).storeSums(run.id, run.context_version, {
    load_low_km: low,
    load_mid_km: mid,
    load_high_km: high,
    severity: sums.severity,
    flags: JSON.stringify(sums.flags),
  });
  if (run.review_error !== null) await new ImportsRepository(trx).unfailFileOf(run.file_sha256, REVIEW_FAILED);
}

async function storeFailure(trx: Database, run: RunRow, message: string): Promise<void> {
  logFailure(`review of run ${run.id}`, message);
  await new RunsRepository(trx).storeReviewError(run.id, run.context_version, message);
  if (run.load_mid_km !== null) return;
  const reason = run.runs_in_file > 1 ? OF_SEVERAL_FAILED : FAILED;
  await new ImportsRepository(trx).failFileOf(run.file_sha256, REVIEW_FAILED, reason);
}
