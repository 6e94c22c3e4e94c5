/** What a runner asks about habits rather than about one run: the next run, pain patterns, care. */
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';
import type { HabitTask } from '../jobs/analysis-task.ts';
import { HISTORY_REACH_DAYS } from '../jobs/reach.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';

/** Longest answer, milliseconds. Assumption: a hundred times what ten years of runs take. */
const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;
/** Days of runs that changes are tried on, and how many at most. Assumption: what a runner still remembers, in under a second. */
const CARE_DAYS = 28;
const CARE_RUNS = 8;

/** See the head of this file. All answers are JSON bytes, and true now. */
export class Habits {
  readonly #db: Database;
  readonly #pool: WorkerPool;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970, UTC. */
  constructor(db: Database, pool: WorkerPool, now: () => number) {
    this.#db = db;
    this.#pool = pool;
    this.#now = now;
  }

  /** How far the next run can go. */
  nextRun(): Promise<Uint8Array> {
    return this.#ask('next-run', HISTORY_REACH_DAYS);
  }

  /** What pain tends to follow. */
  painPatterns(): Promise<Uint8Array> {
    return this.#ask('pain-patterns', null);
  }

  /** Advice for this runner, and the article. */
  care(): Promise<Uint8Array> {
    return this.#ask('care', HISTORY_REACH_DAYS);
  }

  /** @param days how far back to look; null for all */
  async #ask(kind: HabitTask['kind'], days: number | null): Promise<Uint8Array> {
    const atMs = this.#now();
    const untilMs = atMs + DAY_MS;
    // One transaction, so that all parts are of one moment.
    const task = await this.#db.transaction().execute(async (trx): Promise<HabitTask> => {
      const runs = new RunsRepository(trx);
      const past = await runs.history({ fromMs: days === null ? EVER.fromMs : atMs - days * DAY_MS, untilMs });
      const profile = await new ProfileRepository(trx).forReview();
      const painLog = await new PainEntriesRepository(trx).forReview();
      const readings =
        kind === 'care' ? await runs.latestReadings({ fromMs: atMs - CARE_DAYS * DAY_MS, untilMs }, CARE_RUNS) : [];
      return { kind, past, profile, painLog, readings, atMs };
    });
    return this.#pool.run(task, TIMEOUT_MS);
  }
}
