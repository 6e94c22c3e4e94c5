/** Load and cadence over weeks, from the facts of all runs. */
import { changeMark, type Database } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { TrendAnswers } from '../jobs/analysis-task.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';
import type { Acts } from './acts.ts';
import { Kept } from './kept.ts';
import { Meanwhile } from './meanwhile.ts';
import { Questions } from './questions.ts';

/** See the head of this file. */
export class Trends extends Questions {
  readonly #kept = new Kept<TrendAnswers>(1);
  readonly #meanwhile: Meanwhile<TrendAnswers>;

  constructor(db: Database, pool: WorkerPool, acts: Acts, now: () => number) {
    super(db, pool, now);
    this.#meanwhile = new Meanwhile(db, acts, () => this.#make());
  }

  /** Makes both ahead of the first who asks: after a start, all is slower than later. A failure shows when somebody asks. */
  warm(): void {
    this.#meanwhile.now().catch(() => undefined);
  }

  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  async weeks(): Promise<Uint8Array> {
    return (await this.#meanwhile.get()).weeks;
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  async cadence(): Promise<Uint8Array> {
    return (await this.#meanwhile.get()).cadence;
  }

  async #make(): Promise<TrendAnswers> {
    const span = this.upTo(this.now());
    const runs = new RunsRepository(this.db);
    const key = `${await changeMark(this.db)} ${await runs.countFrom(span.untilMs)}`;
    return this.#kept.get(key, async () => {
      const profile = await new ProfileRepository(this.db).forReview();
      return this.answer({ kind: 'trends', past: await runs.history(span), profile });
    });
  }
}
