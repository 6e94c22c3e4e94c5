/** A few worker threads that take one task at a time; one that hangs or dies is replaced. */
import { Worker } from 'node:worker_threads';
import type { AnalysisTask, Answers, WorkerMessage } from './analysis-task.ts';

/**
 * Memory of one worker, MiB. Old generation: assumption, room for the largest file that the parser lets through. Young:
 * measured, objects of a file mostly die young and fewer collections make reading about 14 % faster.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 128 };

/** The task took too long and its worker was ended. */
export class TaskTimeoutError extends Error {
  override readonly name = 'TaskTimeoutError';
}
/** The worker died under the task, usually for want of memory. */
export class WorkerDiedError extends Error {
  override readonly name = 'WorkerDiedError';
}
/** The pool was closed before the task was done. */
export class PoolClosedError extends Error {
  override readonly name = 'PoolClosedError';
}

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
  readonly #idle: Worker[] = [];
  readonly #busy = new Map<Worker, Job>();
  readonly #waiting: Job[] = [];
  #closed = false;

  /**
   * @param script Absolute path of the built worker.
   * @param size Most workers at once, at least 1.
   */
  constructor(script: string, size: number) {
    this.#script = script;
    this.#size = size;
  }

  /** How many tasks can run at once. */
  get size(): number {
    return this.#size;
  }

  /**
   * Runs a task on the next free worker, in the order asked.
   *
   * @param timeoutMs From the moment that a worker takes it.
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
    if (!this.#closed && this.#idle.length + this.#busy.size === 0) this.#rest(this.#hire());
  }

  /** Ends all workers; tasks under way and waiting are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const closed = new PoolClosedError('the workers are closed');
    for (const job of [...this.#waiting.splice(0), ...this.#busy.values()]) job.reject(closed);
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    this.#busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#waiting.length > 0 && (this.#idle.length > 0 || this.#busy.size < this.#size)) {
      const job = this.#waiting.shift();
      if (job) this.#start(this.#idle.pop() ?? this.#hire(), job);
    }
  }

  #hire(): Worker {
    return new Worker(this.#script, { resourceLimits: LIMITS });
  }

  #rest(worker: Worker): void {
    this.#idle.push(worker);
    // An idle worker that fails is missed at its next task, not here.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
  }

  #start(worker: Worker, job: Job): void {
    worker.removeAllListeners();
    this.#busy.set(worker, job);
    const finish = (settle: () => void, keep: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A late error of an ended worker must not become an uncaught exception.
      worker.on('error', () => undefined);
      if (!this.#busy.delete(worker)) return;
      if (keep) this.#rest(worker);
      else void worker.terminate();
      settle();
      this.#next();
    };
    const timer = setTimeout(() => {
      const seconds = Math.round(job.timeoutMs / 1000);
      finish(() => job.reject(new TaskTimeoutError(`not done after ${seconds} s`)), false);
    }, job.timeoutMs);
    worker.on('message', (message: WorkerMessage) => {
      if (message.ok) finish(() => job.resolve(message.answer), true);
      else finish(() => job.reject(Object.assign(new Error(message.message), { stack: message.stack })), true);
    });
    worker.on('error', (cause) => finish(() => job.reject(new WorkerDiedError(cause.message, { cause })), false));
    worker.on('exit', (code) => finish(() => job.reject(new WorkerDiedError(`worker ended with code ${code}`)), false));
    worker.postMessage(job.task);
  }
}
