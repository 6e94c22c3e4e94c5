import type { Database } from '../db/database.ts';
import { EVER, type Span } from '../db/runs-repository.ts';
import type { Answers, HabitTask, TrendTask } from '../jobs/analysis-task.ts';
import type { WorkerPool } from '../jobs/worker-pool.ts';

/** Longest answer, milliseconds. Assumption: a hundred times what ten years of runs take. */
const TIMEOUT_MS = 30_000;
const DAY_MS = 86_400_000;
/** How far ahead of the clock a run may start, milliseconds: a day, for clocks and time zones that differ. */
const MOST_AHEAD_MS = DAY_MS;

/** Questions about all runs rather than one: asked of the database now, answered by a worker as JSON bytes. */
export abstract class Questions {
  protected readonly db: Database;
  readonly #pool: WorkerPool;
  readonly #now: () => number;

  /** @param now Milliseconds since 1970, UTC. */
  constructor(db: Database, pool: WorkerPool, now: () => number) {
    this.db = db;
    this.#pool = pool;
    this.#now = now;
  }

  /** Milliseconds since 1970, UTC. */
  protected now(): number {
    return this.#now();
  }

  /**
   * The runs of so many days up to a moment; of all time for null. One watch with a wrong year would else stretch every
   * chart over decades of empty weeks.
   */
  protected upTo(atMs: number, days: number | null = null): Span {
    return { fromMs: days === null ? EVER.fromMs : atMs - days * DAY_MS, untilMs: atMs + MOST_AHEAD_MS + 1 };
  }

  protected answer<Task extends HabitTask | TrendTask>(task: Task): Promise<Answers[Task['kind']]> {
    return this.#pool.run(task, TIMEOUT_MS);
  }
}
