/** A few worker threads that take one task at a time; one that hangs or dies is replaced. */
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
  readonly #busy = new Map<Worker, Job & { readonly timer: NodeJS.Timeout }>();
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
    if (!this.#closed && this.#idle.length + this.#busy.size === 0) this.#idle.push(this.#hire());
  }

  /** Ends all workers; tasks under way and waiting are rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    const workers = [...this.#idle.splice(0), ...this.#busy.keys()];
    const jobs = [...workers.flatMap((worker) => this.#release(worker) ?? []), ...this.#waiting.splice(0)];
    for (const job of jobs) job.reject(new PoolClosedError('the workers are closed'));
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  #next(): void {
    while (this.#waiting.length > 0 && (this.#idle.length > 0 || this.#busy.size < this.#size)) {
      const job = this.#waiting.shift();
      if (job) this.#start(this.#idle.pop() ?? this.#hire(), job);
    }
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

  #start(worker: Worker, job: Job): void {
    const seconds = Math.round(job.timeoutMs / 1000);
    const late = () => this.#lost(worker, new TaskTimeoutError(`not done after ${seconds} s`));
    this.#busy.set(worker, { ...job, timer: setTimeout(late, job.timeoutMs) });
    worker.postMessage(job.task);
  }

  /** Takes the task from a worker; undefined when it has none (any more). */
  #release(worker: Worker): Job | undefined {
    const job = this.#busy.get(worker);
    clearTimeout(job?.timer);
    this.#busy.delete(worker);
    return job;
  }

  #answered(worker: Worker, message: WorkerMessage): void {
    const job = this.#release(worker);
    if (!job) return;
    this.#idle.push(worker);
    if (message.ok) job.resolve(message.answer);
    else job.reject(Object.assign(new Error(message.message), { stack: message.stack }));
    this.#next();
  }

  #lost(worker: Worker, error: Error): void {
    const at = this.#idle.indexOf(worker);
    if (at >= 0) this.#idle.splice(at, 1);
    const job = this.#release(worker);
    if (!job) return;
    void worker.terminate();
    job.reject(error);
    this.#next();
  }
}
