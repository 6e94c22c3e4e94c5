/** Load and cadence over weeks, from the facts of all runs. */
import type { Database } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { EVER, RunsRepository } from '../db/runs-repository.ts';
import type { TrendTask } from '../jobs/analysis-task.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';

/** Longest summing up, milliseconds. Assumption: a hundred times what ten years of runs take. */
const TREND_TIMEOUT_MS = 30_000;

/** See the head of this file. */
export class Trends {
  readonly #db: Database;
  readonly #pool: WorkerPool;

  constructor(db: Database, pool: WorkerPool) {
    this.#db = db;
    this.#pool = pool;
  }

  /** Every week from the first run to the last, also empty ones; JSON bytes. */
  weeks(): Promise<Uint8Array> {
    return this.#sumUp('weeks');
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  cadence(): Promise<Uint8Array> {
    return this.#sumUp('cadence');
  }

  async #sumUp(kind: TrendTask['kind']): Promise<Uint8Array> {
    const { heightM } = await new ProfileRepository(this.#db).get();
    const past = await new RunsRepository(this.#db).history(EVER);
    return this.#pool.run({ kind, past, heightM }, TREND_TIMEOUT_MS);
  }
}
