/** Load and cadence over weeks, from the facts of all runs. */
import type { Database } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';
import type { TrendTask } from '../jobs/analysis-task.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';

/** Longest summing up, milliseconds. Assumption: a hundred times what ten years of runs take. */
const TREND_TIMEOUT_MS = 30_000;

/** How far ahead of the clock a run may start, milliseconds: a day, for clocks and time zones that differ. */
const MOST_AHEAD_MS = 86_400_000;

/** See the head of this file. */
export class Trends {
  readonly #db: Database;
  readonly #pool: WorkerPool;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970, UTC. */
  constructor(db: Database, pool: WorkerPool, now: () => number) {
    this.#db = db;
    this.#pool = pool;
    this.#now = now;
  }

  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  weeks(): Promise<Uint8Array> {
    return this.#sumUp('weeks');
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  cadence(): Promise<Uint8Array> {
    return this.#sumUp('cadence');
  }

  async #sumUp(kind: TrendTask['kind']): Promise<Uint8Array> {
    const profile = await new ProfileRepository(this.#db).forReview();
    // One watch with a wrong year would else stretch every chart over decades of empty weeks.
    const past = await new RunsRepository(this.#db).history({ ...EVER, untilMs: this.#now() + MOST_AHEAD_MS + 1 });
    return this.#pool.run({ kind, past, profile }, TREND_TIMEOUT_MS);
  }
}
