/** The runner's runs. */
import type { Readable } from 'node:stream';
import type { RecordingList, RunDetail, RunList } from '#contract/runs';
import { ENGINE_VERSION } from '#core';
import type { DataFolder } from '../db/data-folder.ts';
import { changeMark } from '../db/database.ts';
import { listReviewed, reviewedRun } from '../db/run-summaries.ts';
import { EVER, type RunRow, RunsRepository } from '../db/runs-repository.ts';
import type { RunPage } from '../jobs/analysis-task.ts';
import { touchedBy } from '../jobs/reach.ts';
import { storeReadAgain } from '../jobs/read-again.ts';
import type { FreshReading, Reader, ReadOutcome } from '../jobs/reader.ts';
import type { Refresher } from '../jobs/refresher.ts';
import type { Reviewer } from '../jobs/reviewer.ts';
import type { Acts } from './acts.ts';
import { originalsOf, tableOf } from './chosen-runs.ts';
import { Kept } from './kept.ts';
import { Meanwhile } from './meanwhile.ts';
import { asSummary } from './run-summary.ts';

/** Pages of runs kept: those that somebody goes back and forth between. About 2 MB each for a marathon. */
const PAGES_KEPT = 4;

/** The list, and its JSON ready to send. */
interface KeptList {
  readonly list: RunList;
  readonly json: Uint8Array;
}

/** What the runs work with. */
export interface RunsParts {
  readonly folder: DataFolder;
  /** Reads for someone who waits. */
  readonly reader: Reader;
  /** Reviews for someone who waits. */
  readonly reviewer: Reviewer;
  readonly refresher: Refresher;
  readonly acts: Acts;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** See the head of this file. Null everywhere means that there is no such run. */
export class Runs {
  readonly #parts: RunsParts;
  readonly #repository: RunsRepository;
  readonly #lists = new Kept<KeptList>(1);
  readonly #meanwhile: Meanwhile<KeptList>;
  readonly #pages = new Kept<RunPage>(PAGES_KEPT);

  constructor(parts: RunsParts) {
    this.#parts = parts;
    this.#repository = new RunsRepository(parts.folder.db);
    this.#meanwhile = new Meanwhile(parts.folder.db, parts.acts, () => this.#list());
  }

  /** All reviewed runs, the latest first. */
  async list(): Promise<RunList> {
    return (await this.#list()).list;
  }

  /** The same as JSON bytes; while many runs come in, as it stood just now. */
  async listJson(): Promise<Uint8Array> {
    return (await this.#meanwhile.get()).json;
  }

  /** One run with sums that are true now. */
  async get(id: string): Promise<RunDetail | null> {
    const row = await this.#repository.find(id);
    if (!row) return null;
    const { refresher, reader, reviewer } = this.#parts;
    await refresher.ensureRead(row, reader);
    const read = await this.#repository.find(id);
    if (read && read.reviewed_version < read.context_version) await refresher.refresh([read], reviewer);
    const fresh = await reviewedRun(this.#parts.folder.db, id);
    const summary = fresh && asSummary(fresh);
    return summary ? { ...summary, description: fresh.description } : null;
  }

  /** Report, columns and load input of one run, worked out from the stored reading with all that is known now. */
  async page(id: string): Promise<RunPage | null> {
    const { folder, refresher, reader, reviewer } = this.#parts;
    const found = await this.#repository.find(id);
    if (!found) return null;
    await refresher.ensureRead(found, reader);
    const mark = await changeMark(folder.db);
    const row = await this.#repository.find(id);
    if (!row) return null;
    // A run whose sums are behind is not told of further changes, so that any change may be one of its own.
    const context = row.reviewed_version === row.context_version ? row.context_version : mark;
    return this.#pages.get(`${id} ${row.read_at_ms} ${context}`, () => reviewer.review(row, 'page'));
  }

  /** The same page as if no pain had been logged: nothing of the log is in it. */
  async pageWithoutPain(id: string): Promise<RunPage | null> {
    const row = await this.#repository.find(id);
    if (!row) return null;
    const { refresher, reader, reviewer } = this.#parts;
    await refresher.ensureRead(row, reader);
    return reviewer.review(row, 'page', { withPain: false });
  }

  /** Where the uploaded file lies, and what it was called. */
  async original(id: string): Promise<{ path: string; fileName: string } | null> {
    const row = await this.#repository.find(id);
    return row ? { path: this.#parts.folder.originals.path(row.file_sha256), fileName: row.file_name } : null;
  }

  /** The files of these runs as one ZIP, as it is made. @throws {RunsMissingError} */
  originals(ids: readonly string[]): Promise<Readable> {
    return originalsOf(this.#parts.folder, ids);
  }

  /** The table of these runs as CSV, the latest first. @throws {RunsMissingError | RunsUnreadyError} */
  table(ids: readonly string[]): Promise<Buffer> {
    return tableOf(this.#parts.folder, ids);
  }

  /** Reads the file again with the runner's word on its cadence. A refusal leaves the old reading. */
  async setCadenceUnit(id: string, unit: RunRow['cadence_unit']): Promise<ReadOutcome<FreshReading> | null> {
    const { folder, reader, refresher, now } = this.#parts;
    const row = await this.#repository.find(id);
    if (!row) return null;
    const outcome = await reader.readAgain({ ...row, cadence_unit: unit });
    if (outcome.ok) await storeReadAgain(folder.db, [{ run: row, answer: outcome.value, cadenceUnit: unit }], now());
    refresher.wake();
    return outcome;
  }

  /** The recordings of a run when there are several: another device, another format. Null when there is no such run. */
  async recordings(id: string): Promise<RecordingList | null> {
    const run = await this.#repository.find(id);
    if (!run) return null;
    const rows = await this.#repository.recordingsWith(run);
    const recordings = rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      format: row.format,
      device: row.device,
      leads: row.led_by === null,
    }));
    return { recordings };
  }

  /** Lets a recording stand for the run, join another run, or stand for itself. False when a run is missing. */
  async setLeader(id: string, leaderId: string): Promise<boolean> {
    const { folder, refresher } = this.#parts;
    const run = await this.#repository.find(id);
    const leader = await this.#repository.find(leaderId);
    if (!run || !leader) return false;
    await folder.db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      if (leaderId === id) await runs.standAlone(id);
      else await runs.lead(leaderId, id);
      for (const { started_at_ms } of [run, leader]) await runs.touch(touchedBy(started_at_ms));
    });
    refresher.wake();
    return true;
  }

  /** Something that every review looks at has changed. */
  async touchAll(): Promise<void> {
    await this.#repository.touch(EVER);
    this.#parts.refresher.wake();
  }

  async #list(): Promise<KeptList> {
    return this.#lists.get(await changeMark(this.#parts.folder.db), async () => {
      const rows = await listReviewed(this.#parts.folder.db);
      const updating = await this.#repository.countToDo(ENGINE_VERSION);
      const list = { runs: rows.flatMap((row) => asSummary(row) ?? []), updating };
      return { list, json: new TextEncoder().encode(JSON.stringify(list)) };
    });
  }
}
