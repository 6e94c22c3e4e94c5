/** Reads original files in a worker and says what became of them. */
import { ENGINE_VERSION } from '#core';
import type { Originals } from '../db/originals.ts';
import type { RunRow } from '../db/runs-repository.ts';
import type { ToldGroundsRepository } from '../db/told-grounds-repository.ts';
import type { MapFolder } from '../maps/map-folder.ts';
import type { ReadAnswer, ReadTask } from './analysis-task.ts';
import type { GroundChanges } from './ground-changes.ts';
import { TaskTimeoutError, WorkerDiedError, type WorkerPool } from './worker-pool.ts';

/** Longest reading of one file, milliseconds. Assumption: far above the largest sound file, short enough to wait for. */
const READ_TIMEOUT_MS = 60_000;

/** Why a file gave no run: a code of the parser, or one of `timed-out`, `out-of-memory`, `reading-failed`. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  /** What the file is instead of a run; only with `not-a-run`. */
  readonly sport?: string;
  /** The runner may say that it was a run all the same. */
  readonly mayOverrule?: true;
}

/** What the reading of a file came to, or why there is no run. */
export type ReadOutcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** What a stored run says about how its file is read. */
export type StoredRun = Pick<RunRow, 'sha256' | 'file_sha256' | 'treated_as_run' | 'cadence_unit'>;

const GONE: Refusal = {
  code: 'no-samples',
  message: 'This run is not found in its file any more. Delete it and import the file again.',
};

function refusalFor(error: unknown): Refusal | null {
  if (error instanceof TaskTimeoutError) {
    const message = `Reading was given up: ${error.message}. The file may be damaged; export it again from the watch or app.`;
    return { code: 'timed-out', message };
  }
  if (error instanceof WorkerDiedError) {
    const message =
      'Reading needed more memory than is allowed for one file. It may be damaged, or far longer than a run.';
    return { code: 'out-of-memory', message };
  }
  return null;
}

/** A reading that is about to be stored. */
export interface FreshReading extends ReadAnswer {
  /**
   * The engine version that it is up to date with; empty where the ground changed since it was begun, so that it is read again. Ask
   * inside the transaction that stores it: what changes later marks the stored run.
   */
  upToDateWith(): string;
}

/** What tells the ground beside a file. */
export interface GroundParts {
  /** Absolute path of the data folder, whose terrain tells how high the ground lies. */
  readonly dataFolder: string;
  readonly maps: MapFolder;
  readonly told: ToldGroundsRepository;
  readonly changes: GroundChanges;
}

/** See the head of this file. */
export class Reader {
  readonly #originals: Originals;
  readonly #ground: GroundParts;
  readonly #pool: WorkerPool;

  constructor(originals: Originals, ground: GroundParts, pool: WorkerPool) {
    this.#originals = originals;
    this.#ground = ground;
    this.#pool = pool;
  }

  /** How many files can be read at once. */
  get width(): number {
    return this.#pool.size;
  }

  /**
   * Reads all runs of a file.
   *
   * @param context Its `sha256` is that of the file.
   * @returns The readings, at least one, or a refusal.
   * @throws What lies in Kneewise or the machine and not in the file (a bug, a missing original, the server closing).
   */
  async read(context: Omit<ReadTask['context'], 'told'>): Promise<ReadOutcome<readonly FreshReading[]>> {
    try {
      const path = this.#originals.path(context.sha256);
      const { dataFolder, maps, told, changes } = this.#ground;
      const { version } = changes;
      const asked = { ...context, told: await told.forReading() };
      const task = { kind: 'read', path, context: asked, maps: maps.load(), dataFolder } as const;
      const outcome = await this.#pool.run(task, READ_TIMEOUT_MS);
      if (!outcome.ok) return outcome;
      const upToDateWith = () => (changes.version === version ? ENGINE_VERSION : '');
      return { ok: true, value: outcome.value.map((answer) => ({ ...answer, upToDateWith })) };
    } catch (error) {
      const refusal = refusalFor(error);
      if (refusal) return { ok: false, error: refusal };
      throw error;
    }
  }

  /** The same for one stored run; a file in which it is not found any more is a refusal. */
  async readAgain(run: StoredRun): Promise<ReadOutcome<FreshReading>> {
    const outcome = await this.read({
      sha256: run.file_sha256,
      treatAsRun: run.treated_as_run === 1,
      ...(run.cadence_unit ? { cadenceUnit: run.cadence_unit } : {}),
    });
    if (!outcome.ok) return outcome;
    const own = outcome.value.find(({ facts }) => facts.sha256 === run.sha256);
    return own ? { ok: true, value: own } : { ok: false, error: GONE };
  }
}
