/** Reviews stored runs in a worker, in the light of what is known now. Never reads a file. */
import { err, type Result } from '#core';
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import type { Answers, ReviewTask, SumsAnswer, SumsTask } from './analysis-task.ts';
import { lookedAtFrom } from './reach.ts';
import { PoolClosedError, type WorkerPool } from './worker-pool.ts';

/** Readings in a task, bytes, of which several wait at a time. Assumption: more than a hundred runs of an hour. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Longest review, milliseconds, also of several, which hold little more than one may. Assumption: a hundred times what the longest recording takes. */
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
   * Reviews runs in short, together in one worker, which opens the history that they share once.
   *
   * @param runs In order of their start, at least one.
   * @returns What came of each, from the first on, of as many as fit in memory together, at least one; an error is why a
   *   review failed.
   */
  async sums(runs: readonly RunRow[]): Promise<readonly Result<SumsAnswer, string>[]> {
    // One transaction, so that all parts of the context are of one moment.
    return this.#sums(await this.#db.transaction().execute((trx) => gather(trx, runs)));
  }

  async #sums(task: SumsTask): Promise<readonly Result<SumsAnswer, string>[]> {
    try {
      return await this.#pool.run(task, REVIEW_TIMEOUT_MS);
    } catch (error) {
      if (error instanceof PoolClosedError) throw error;
      if (task.runs.length === 1) return [err(error instanceof Error ? error.message : String(error))];
      // One of them hangs or fells the worker: alone, it fails alone.
      return (await Promise.all(task.runs.map((run) => this.#sums({ ...task, runs: [run] })))).flat();
    }
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
      const context = await contextOf(trx);
      const past = await runs.history(lookedAtFrom(run.started_at_ms));
      return { kind, encoded, past, context: withPain ? context : { ...context, painLog: [] } };
    });
    return this.#pool.run(task, REVIEW_TIMEOUT_MS);
  }
}

async function contextOf(trx: Database): Promise<ReviewTask['context']> {
  const profile = await new ProfileRepository(trx).forReview();
  return { profile, painLog: await new PainEntriesRepository(trx).forReview() };
}

async function gather(trx: Database, asked: readonly RunRow[]): Promise<SumsTask> {
  const repository = new RunsRepository(trx);
  const runs: SumsTask['runs'][number][] = [];
  let bytes = 0;
  for (const { id, started_at_ms: startedAtMs } of asked) {
    if (bytes > MOST_BYTES) break;
    // What is missing fails as what is damaged does.
    const encoded = (await repository.reading(id)) ?? new Uint8Array();
    bytes += encoded.byteLength;
    runs.push({ startedAtMs, encoded });
  }
  const { fromMs } = lookedAtFrom(runs[0]?.startedAtMs ?? 0);
  const { untilMs } = lookedAtFrom(runs.at(-1)?.startedAtMs ?? 0);
  return { kind: 'sums', runs, context: await contextOf(trx), past: await repository.history({ fromMs, untilMs }) };
}
