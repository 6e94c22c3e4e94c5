/** Reviews stored runs in a worker, in the light of what is known now. Never reads a file. */
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import type { Answers, ReviewTask } from './analysis-task.ts';
import { lookedAtFrom } from './reach.ts';
import type { WorkerPool } from './worker-pool.ts';

/** Longest review, milliseconds. Assumption: a hundred times what the longest recording takes. */
const REVIEW_TIMEOUT_MS = 30_000;

/** See the head of this file. */
export class Reviewer {
  readonly #db: Database;
  readonly #pool: WorkerPool;

  constructor(db: Database, pool: WorkerPool) {
    this.#db = db;
    this.#pool = pool;
  }

  /**
   * @param run The run as stored.
   * @param kind What is wanted of the review.
   * @param withPain False leaves the pain log out, for a report that is handed on without it.
   * @returns The answer; the same bytes for the same run in the same context.
   * @throws When the run was deleted meanwhile, or the review failed.
   */
  async review<K extends ReviewTask['kind']>(
    run: Pick<RunRow, 'id' | 'started_at_ms'>,
    kind: K,
    { withPain }: { readonly withPain: boolean } = { withPain: true },
  ): Promise<Answers[K]> {
    // One transaction, so that all parts of the context are of one moment.
    const task = await this.#db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      const encoded = await runs.reading(run.id);
      if (!encoded) throw new Error(`run ${run.id} has no stored reading`);
      const profile = await new ProfileRepository(trx).forReview();
      const painLog = withPain ? await new PainEntriesRepository(trx).forReview() : [];
      const past = await runs.history(lookedAtFrom(run.started_at_ms));
      return { kind, encoded, past, context: { profile, painLog } };
    });
    return this.#pool.run(task, REVIEW_TIMEOUT_MS);
  }
}
