/** Keeps what the runner says of the ground, and has the runs read again that cover it. Null means that there is no such run. */
import type { ChangedRuns, ChosenRuns, GroundOfRuns } from '#contract/chosen-runs';
import type { NewToldGround, ToldGrounds } from '#contract/ground';
import { boxOfPath, type ToldPoint, toldPath } from '#core';
import type { Database } from '../db/database.ts';
import { type RunRow, RunsRepository } from '../db/runs-repository.ts';
import { ToldGroundsRepository } from '../db/told-grounds-repository.ts';
import type { GroundChanges } from '../jobs/ground-changes.ts';
import { decodeReading } from '../jobs/reading-codec.ts';
import { chosenRuns } from './chosen-runs.ts';

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
    // A belt is nowhere on a map, whatever positions the file holds: no other run covers it.
    const path = surface === 'treadmill' ? [] : toldPath(decodeReading(encoded).track, fromM, toM);
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

  /**
   * Names the ground of whole runs. Their paths are not kept with the word: it would reach runs that were not chosen, and each
   * reading of any run would have to be compared with thousands of kilometres.
   *
   * @throws {RunsMissingError} and nothing is told
   */
  async tellAll({ ids, surface }: GroundOfRuns): Promise<ChangedRuns> {
    const chosen = await chosenRuns(this.#runs, ids);
    const recordings = [...(await this.#runs.recordingsOf(ids)).keys()];
    await this.#told.insertWhole(recordings, surface);
    await this.#changedOn(recordings);
    return { runs: chosen.length };
  }

  /** Takes back the last word on each of these runs as a whole. @throws {RunsMissingError} and nothing is taken back */
  async untellAll({ ids }: ChosenRuns): Promise<ChangedRuns> {
    await chosenRuns(this.#runs, ids);
    const leaderOf = await this.#runs.recordingsOf(ids);
    const untold = await this.#told.removeLastWhole([...leaderOf.keys()]);
    await this.#changedOn(untold);
    return { runs: new Set(untold.map((id) => leaderOf.get(id))).size };
  }

  async #changedOn(runIds: readonly string[]): Promise<void> {
    await this.#changes.changedOn(runIds);
    this.#onChange();
  }

  async #of(run: Pick<RunRow, 'sha256'>): Promise<ToldGrounds> {
    const rows = await this.#told.ofRun(run.sha256);
    return { stretches: rows.map(({ id, surface, from_m: fromM, to_m: toM }) => ({ id, surface, fromM, toM })) };
  }

  async #readAgain(runId: string, path: readonly ToldPoint[]): Promise<void> {
    const box = boxOfPath(path);
    if (box !== null) await this.#changes.changedIn(box);
    await this.#changedOn([runId]);
  }
}
