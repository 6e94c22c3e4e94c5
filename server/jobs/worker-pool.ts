/** A few worker threads that work on one task at a time; one that hangs or dies is replaced. */
import { Worker } from 'node:worker_threads';
import type { AnalysisTask, Answers, WorkerMessage } from './analysis-task.ts';

/**
 * Memory of one worker, MiB. Old generation: assumption, room for the largest file that the parser lets through. Young:
 * measured, five times as much makes reading no quicker and an import a third larger.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 24 };

/** The task took too long and its worker was ended. */
export class TaskTimeoutError extends Error {
  override readonly name = 'TaskTimeoutError';
}
/** The worker died under the task for want of memory, or ended by itself. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
}
/** The pool was closed before the task was done. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';
}

/**
 * Tasks that a worker has: the one that it works on and, where all workers are busy, the next, so that it need not wait
 * until the main thread, which may be storing, hands it over.
 */
const MOST_A_WORKER = 2;

interface Job {
  readonly task: AnalysisTask;
  readonly timeoutMs: number;
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (error: Error) => void;
}

/** See the head of this file. Workers start when they are first needed. */
export class WorkerPool {
  readonly #script: string;
  readonly #size: number;
  readonly #inBackground: boolean;
  readonly #idle: Worker[] = [];
  /** The jobs that each has, the one that it works on first. */
  readonly #busy = new Map<Worker, { readonly jobs: Job[]; timer: NodeJS.Timeout }>();
  readonly #waiting: Job[] = [];
  #closed = false;

  /**
   * @param script Absolute path of the built worker.
   * @param size Most workers at once, at least 1.
   * @param inBackground True when nobody waits for the tasks: others then go first where the cores are short.
   */
  constructor(script: string, size: number, inBackground = false) {
    this.#script = script;
    this.#size = size;
    this.#inBackground = inBackground;
  }

  /** How many tasks can run at once. */
  get size(): number {
    return this.#size;
  }

  /**
   * Runs a task on the next worker that has room, in the order asked.
   *
   * @param timeoutMs From the moment that a worker works on it.
   * @throws {TaskTimeoutError | WorkerDiedError | PoolClosedError} or what the task threw.
   */
  run<T extends AnalysisTask>(task: T, timeoutMs: number): Promise<Answers[T['kind']]> {
    if (this.#closed) return Promise.reject(new PoolClosedError('the workers are closed'));
    const answered = new Promise<Answers[keyof Answers]>((resolve, reject) => {
      this.#waiting.push({ task, timeoutMs, resolve, reject });
      this.#next();
    });
    // The worker answers a task with the answer of its kind.
    return answered as Promise<Answers[T['kind']]>;
  }

  /** Starts one worker ahead of the first task, which then need not wait for it. */
  warm(): void {
    if (!this.#closed && this.#idle.length + this.#busy.size === 0) this.#idle.push(this.#hire());
  }

  /** Ends all workers; tasks under way and waiting are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    const jobs = [...workers.flatMap((worker) => this.#release(worker)), ...this.#waiting.splice(0)];
    for (const job of jobs) job.reject(new PoolClosedError('the workers are closed'));
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    for (let worker = this.#withRoom(); worker; worker = this.#withRoom()) {
      const job = this.#waiting.shift();
      if (job) this.#give(worker, job);
    }
  }

  /** For the next job that waits: a worker that is idle, else a new one, else one that has but one job; none where nothing waits. */
  #withRoom(): Worker | undefined {
    if (this.#waiting.length === 0) return undefined;
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#busy.size < this.#size) return this.#hire();
    return [...this.#busy].find(([, { jobs }]) => jobs.length < MOST_A_WORKER)?.[0];
  }

  /** A new worker with listeners for all its life; nobody may remove them all, `terminate` waits on one of its own. */
  #hire(): Worker {
    const worker = new Worker(this.#script, {
      resourceLimits: LIMITS,
      workerData: { inBackground: this.#inBackground },
    });
    worker.on('message', (message: WorkerMessage) => this.#answered(worker, message));
    // What else is thrown here, such as that the script is missing, is no fault of the file.
    worker.on('error', (cause: NodeJS.ErrnoException) => {
      const isMemory = cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#lost(worker, isMemory ? new WorkerDiedError(cause.message, { cause }) : cause);
    });
    worker.on('exit', (code) => this.#lost(worker, new WorkerDiedError(`worker ended with code ${code}`)));
    return worker;
  }

  #give(worker: Worker, job: Job): void {
    const busy = this.#busy.get(worker);
    if (busy) busy.jobs.push(job);
    else this.#busy.set(worker, { jobs: [job], timer: this.#watch(worker, job) });
    worker.postMessage(job.task);
  }

  /** Ends the worker where it works too long on this job. */
  #watch(worker: Worker, { timeoutMs }: Job): NodeJS.Timeout {
    const seconds = Math.round(timeoutMs / 1000);
    return setTimeout(() => this.#lost(worker, new TaskTimeoutError(`not done after ${seconds} s`)), timeoutMs);
  }

  /** Takes the jobs from a worker; empty when it has none (any more). */
  #release(worker: Worker): readonly Job[] {
    const busy = this.#busy.get(worker);
    clearTimeout(busy?.timer);
    this.#busy.delete(worker);
    return busy?.jobs ?? [];
  }

  #answered(worker: Worker, message: WorkerMessage): void {
    const busy = this.#busy.get(worker);
    const job = busy?.jobs.shift();
    if (!busy || !job) return;
    clearTimeout(busy.timer);
    const [next] = busy.jobs;
    if (next) busy.timer = this.#watch(worker, next);
    else {
      this.#busy.delete(worker);
      this.#idle.push(worker);
    }
    if (message.ok) job.resolve(message.answer);
    else job.reject(Object.assign(new Error(message.message), { stack: message.stack }));
    this.#next();
  }

  #lost(worker: Worker, error: Error): void {
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    const [job, ...behind] = this.#release(worker);
    if (!job) return;
    void worker.terminate();
    // What it had not begun is none of its fault.
    this.#waiting.unshift(...behind);
    job.reject(error);
    this.#next();
  }
}
