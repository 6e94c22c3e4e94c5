/** Load and cadence over weeks, from the facts of all runs. */
import { changeMark, type Database } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';
import type { TrendAnswers } from '../jobs/analysis-task.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';
import { Kept } from './kept.ts';

/** Longest summing up, milliseconds. Assumption: a hundred times what ten years of runs take. */
const TREND_TIMEOUT_MS = 30_000;

/** How far ahead of the clock a run may start, milliseconds: a day, for clocks and time zones that differ. */
const MOST_AHEAD_MS = 86_400_000;

/** See the head of this file. */
export class Trends {
  readonly #db: Database;
  readonly #pool: WorkerPool;
  readonly #now: () => number;
  readonly #kept = new Kept<TrendAnswers>(1);

  /** @param now Milliseconds since 1970, UTC. */
  constructor(db: Database, pool: WorkerPool, now: () => number) {
    this.#db = db;
    this.#pool = pool;
    this.#now = now;
  }

  /** Makes both ahead of the first who asks: after a start, all is slower than later. A failure shows when somebody asks. */
  warm(): void {
    this.#sumUp().catch(() => undefined);
  }

  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  async weeks(): Promise<Uint8Array> {
    return (await this.#sumUp()).weeks;
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  async cadence(): Promise<Uint8Array> {
    return (await this.#sumUp()).cadence;
  }

  async #sumUp(): Promise<TrendAnswers> {
    // One watch with a wrong year would else stretch every chart over decades of empty weeks.
    const untilMs = this.#now() + MOST_AHEAD_MS + 1;
    const runs = new RunsRepository(this.#db);
    const key = `${await changeMark(this.#db)} ${await runs.countFrom(untilMs)}`;
    return this.#kept.get(key, async () => {
      const profile = await new ProfileRepository(this.#db).forReview();
      const past = await runs.history({ ...EVER, untilMs });
      return this.#pool.run({ kind: 'trends', past, profile }, TREND_TIMEOUT_MS);
    });
  }
}
