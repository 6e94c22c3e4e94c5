/** Keeps what the runner says of the ground, and has the runs read again that cover it. Null means that there is no such run. */
import type { NewToldGround, ToldGrounds } from '#contract/ground';
import { boxOfPath, type ToldPoint, toldPath } from '#core';
import type { Database } from '../db/database.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { ToldGroundsRepository } from '../db/told-grounds-repository.ts';
import type { GroundChanges } from '../jobs/ground-changes.ts';
import { decodeReading } from '../jobs/reading-codec.ts';

/** See the head of this file. */
export class ToldGround {
  readonly #changes: GroundChanges;
  readonly #runs: RunsRepository;
  readonly #told: ToldGroundsRepository;
  readonly #onChange: () => void;

  /** @param onChange Called when runs have to be read again. */
  constructor(db: Database, changes: GroundChanges, onChange: () => void) {
    this.#changes = changes;
    this.#runs = new RunsRepository(db);
    this.#told = new ToldGroundsRepository(db);
    this.#onChange = onChange;
  }

  /** What was told on a run. */
  async list(runId: string): Promise<ToldGrounds | null> {
    const run = await this.#runs.find(runId);
    return run ? this.#of(run) : null;
  }

  /** Names the ground of a stretch. */
  async tell(runId: string, { surface, fromM, toM }: NewToldGround): Promise<ToldGrounds | null> {
    const run = await this.#runs.find(runId);
    const encoded = await this.#runs.reading(runId);
    if (!run || !encoded) return null;
    const path = toldPath(decodeReading(encoded).track, fromM, toM);
    const row = { run_sha256: run.sha256, surface, from_m: fromM, to_m: toM, path: JSON.stringify(path) };
    await this.#told.insert(row);
    await this.#readAgain(run.id, path);
    return this.#of(run);
  }

  /** Takes a word back; one that is not of this run stays. */
  async untell(runId: string, stretchId: number): Promise<ToldGrounds | null> {
    const run = await this.#runs.find(runId);
    if (!run) return null;
    const row = await this.#told.find(stretchId);
    if (row?.run_sha256 === run.sha256) {
      await this.#told.remove(stretchId);
      await this.#readAgain(run.id, JSON.parse(row.path) as ToldPoint[]);
    }
    return this.#of(run);
  }

  async #of(run: Pick<RunRow, 'sha256'>): Promise<ToldGrounds> {
    const rows = await this.#told.ofRun(run.sha256);
    return { stretches: rows.map(({ id, surface, from_m: fromM, to_m: toM }) => ({ id, surface, fromM, toM })) };
  }

  async #readAgain(runId: string, path: readonly ToldPoint[]): Promise<void> {
    const box = boxOfPath(path);
    await this.#runs.noteEngine(runId, '');
    if (box !== null) await this.#changes.changedIn(box);
    this.#onChange();
  }
}
