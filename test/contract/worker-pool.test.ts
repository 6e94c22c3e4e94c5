import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PoolClosedError, TaskTimeoutError, WorkerDiedError, WorkerPool } from '../../server/jobs/worker-pool.ts';

const SCRIPT = join(import.meta.dirname, '../support/hostile-worker.mjs');
const LONG_MS = 60_000;

describe('the worker pool', () => {
  let pool: WorkerPool;
  beforeEach(() => {
    pool = new WorkerPool(SCRIPT, 2);
  });
  afterEach(() => pool.close());

  /** What the worker is to do stands where a path would. */
  const run = (deed: string, timeoutMs = LONG_MS) =>
    pool.run({ kind: 'read', path: deed, context: { sha256: '' }, maps: [], dataFolder: '' }, timeoutMs);

  it('ends a worker that hangs, and goes on with a new one', async () => {
    const tasks = [run('hang', 200), run('hang', 200), run('answer'), run('answer')];
    const ends = await Promise.allSettled(tasks);
    expect(ends.map((end) => end.status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
    await expect(tasks[0]).rejects.toThrow(TaskTimeoutError);
  });

  it('counts the time of a task from when it is worked on, and lets none suffer for the one before it', async () => {
    await pool.close();
    pool = new WorkerPool(SCRIPT, 1);
    const ends = await Promise.allSettled([run('hang', 1500), run('answer', 1200)]);
    expect(ends.map((end) => end.status)).toEqual(['rejected', 'fulfilled']);
  });

  it('survives a worker that ends or runs out of memory', async () => {
    await expect(run('end')).rejects.toThrow(WorkerDiedError);
    await expect(run('hoard')).rejects.toThrow(WorkerDiedError);
    await expect(run('answer')).resolves.toEqual(new Uint8Array([1]));
  });

  it('does not blame the file when the workers cannot start', async () => {
    const broken = new WorkerPool(join(import.meta.dirname, 'no-such-worker.js'), 1);
    const task = { kind: 'read', path: '', context: { sha256: '' }, maps: [], dataFolder: '' } as const;
    const thrown: unknown = await broken.run(task, LONG_MS).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: expect.stringMatching(/NOT_FOUND/) });
    expect(thrown).not.toBeInstanceOf(WorkerDiedError);
    await broken.close();
  });

  it('hands on what a task throws and keeps the worker', async () => {
    await expect(run('throw')).rejects.toThrow('thrown on purpose');
    await expect(run('answer')).resolves.toEqual(new Uint8Array([1]));
  });

  it('closes while an answer is on its way', async () => {
    await run('answer');
    const task = run('answer');
    const ends = Promise.allSettled([task]);
    // Holds this thread until the answer has surely been posted, so that it arrives in the middle of closing.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    await pool.close();
    expect(await ends).toMatchObject([{ status: 'rejected', reason: expect.any(PoolClosedError) }]);
  });

  it('rejects what is under way, waiting or new when it is closed', async () => {
    const tasks = [run('hang'), run('hang'), run('answer')];
    const ends = Promise.allSettled(tasks);
    await pool.close();
    for (const end of await ends) expect(end).toMatchObject({ reason: expect.any(PoolClosedError) });
    await expect(run('answer')).rejects.toThrow(PoolClosedError);
  });
});
