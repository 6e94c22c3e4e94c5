/**
 * Brings stored sums and readings up to date in the background: one run at a time, the earliest first, because later
 * runs are judged by earlier ones.
 */
import { ENGINE_VERSION } from '#core';
import type { Database } from '../db/database.ts';
import { ImportsRepository } from '../db/imports-repository.ts';
import { OneAtATime } from '../db/one-at-a-time.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { logFailure } from '../log.ts';
import { whenThereIsRoom } from '../storage-trouble.ts';
import type { SumsAnswer } from './analysis-task.ts';
import type { GroundChanges } from './ground-changes.ts';
import type { ImportBell } from './import-bell.ts';
import { touchedBy } from './reach.ts';
import { storeReadAgain } from './read-again.ts';
import type { Reader } from './reader.ts';
import type { Reviewer } from './reviewer.ts';
import { PoolClosedError } from './worker-pool.ts';

const REVIEW_FAILED =
  'The file was read, but no report came of it; that is a fault of Kneewise. The file is kept and tried again with the next version.';

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
  readonly #turns = new OneAtATime();
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

  /** Works out the sums of one run, when the one under way is done, and stores them. */
  refresh(run: RunRow): Promise<void> {
    return this.#turns.run(() => this.#refresh(run));
  }

  /** Reads a run again, when the one under way is done, if another engine version read it or with other ground. */
  async ensureRead(run: RunRow): Promise<void> {
    const { db, changes } = this.#parts;
    if (!(await changes.notice()) && run.engine_version === ENGINE_VERSION) return;
    await this.#turns.run(async () => {
      const now = await new RunsRepository(db).findAny(run.id);
      if (now && now.engine_version !== ENGINE_VERSION) await this.#readAgain(now);
    });
  }

  async #refresh(run: RunRow): Promise<void> {
    const { db, reviewer } = this.#parts;
    let sums: SumsAnswer;
    try {
      sums = await reviewer.review(run, 'sums');
    } catch (error) {
      if (error instanceof PoolClosedError) throw error;
      return this.#fail(run, error);
    }
    await db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      const { low, mid, high } = sums.kneeLoadKm;
      await runs.storeSums(run.id, run.context_version, {
        load_low_km: low,
        load_mid_km: mid,
        load_high_km: high,
        severity: sums.severity,
        flags: JSON.stringify(sums.flags),
      });
      // Later reviews that saw another load of this run are behind now.
      const changed = run.load_low_km !== low || run.load_mid_km !== mid || run.load_high_km !== high;
      const { fromMs, untilMs } = touchedBy(run.started_at_ms);
      if (changed) await runs.touchReviewed({ fromMs: fromMs + 1, untilMs });
    });
    await this.#ringFor(run.id);
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    const next = () => whenThereIsRoom('bringing reports up to date', signal, () => this.#next());
    while (this.#wanted && !signal.aborted) {
      this.#wanted = false;
      await this.#parts.changes.notice();
      while (!signal.aborted && !this.#parts.importing() && (await next()));
    }
  }

  async #next(): Promise<boolean> {
    const runs = new RunsRepository(this.#parts.db);
    const old = await runs.nextToReadAgain(ENGINE_VERSION);
    if (old) {
      await this.ensureRead(old);
      return true;
    }
    const behind = await runs.nextToReview();
    if (behind) await this.refresh(behind);
    return behind !== undefined;
  }

  async #readAgain(run: RunRow): Promise<void> {
    const { db, reader, now } = this.#parts;
    try {
      const outcome = await reader.readAgain(run);
      if (outcome.ok) return await storeReadAgain(db, run, outcome.value, run.cadence_unit, now());
      logFailure(`run ${run.id} keeps its old reading`, outcome.error.message);
    } catch (error) {
      if (error instanceof PoolClosedError) throw error;
      logFailure(`run ${run.id} keeps its old reading`, error);
    }
    await new RunsRepository(db).noteEngine(run.id, ENGINE_VERSION);
  }

  async #fail(run: RunRow, error: unknown): Promise<void> {
    logFailure(`review of run ${run.id}`, error);
    const message = error instanceof Error ? error.message : String(error);
    await new RunsRepository(this.#parts.db).storeReviewError(run.id, run.context_version, message);
    if (run.load_mid_km === null) {
      await new ImportsRepository(this.#parts.db).failFilesOf(run.id, 'review-failed', REVIEW_FAILED);
    }
    await this.#ringFor(run.id);
  }

  async #ringFor(runId: string): Promise<void> {
    for (const importId of await new ImportsRepository(this.#parts.db).importsOf(runId))
      this.#parts.bell.ring(importId);
  }
}
