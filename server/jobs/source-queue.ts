/**
 * Takes the files out of archives, folders and the watched folder one by one and queues each. What was taken is noted in
 * the same transaction as the rows, so that a stop at any moment loses no file and takes none twice.
 */
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Member, membersOf } from '../archive/members.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { ImportsRepository, type NewImportFile } from '../db/imports-repository.ts';
import type { LaidAside } from '../db/originals.ts';
import { type Label, type SourceRow, SourcesRepository } from '../db/sources-repository.ts';
import { logFailure } from '../log.ts';
import { troubleOf, whenStorageAllows } from '../storage-trouble.ts';
import { isExportList } from './export-lists.ts';
import type { ImportBell } from './import-bell.ts';
import { PoolClosedError, TaskTimeoutError, WorkerDiedError, type WorkerPool } from './worker-pool.ts';

/**
 * Files with bytes, bytes, and rows in all that are stored in one transaction: fewer syncs of the disk, little memory. An
 * archive may hold pictures by the thousand, which are rows alone. Assumptions.
 */
const BATCH_FILES = 16;
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_ROWS = 256;
/** Files that may wait to be read, so that the disk holds no unpacked copy of an archive. Assumption. */
const MOST_WAITING = 64;
/** Longest opening of a list, milliseconds. Assumption: far above that of the largest sound one. */
const LIST_TIMEOUT_MS = 60_000;
/** How often it is looked whether some have been read, milliseconds: as many as may wait keep the readers busy for a second or more. */
const LOOK_AGAIN_MS = 100;

const FAILED = 'Kneewise failed on this; that is a fault of Kneewise. The file itself may be fine.';

/** What the queue works with. */
export interface SourceQueueParts {
  readonly folder: DataFolder;
  readonly bell: ImportBell;
  /** Opens lists. */
  readonly pool: WorkerPool;
  /** Called when files were queued, and when nothing is left to take. */
  readonly onQueued: () => void;
}

/** A file that was taken: its row, its bytes where they are to be read, and what it tells of others. */
interface Taken {
  readonly row: NewImportFile;
  readonly kept: LaidAside | null;
  readonly labels: readonly Label[];
}

const listRead = (count: number): string =>
  count > 0
    ? `This is the list of an account export; names, shoes and descriptions of ${count} activities were taken from it.`
    : 'This list could not be read, so the runs come in without what it tells of them.';

/** See the head of this file. */
export class SourceQueue {
  readonly #parts: SourceQueueParts;
  readonly #sources: SourcesRepository;
  readonly #stopping = new AbortController();
  #lane: Promise<void> | null = null;
  #wanted = false;

  constructor(parts: SourceQueueParts) {
    this.#parts = parts;
    this.#sources = new SourcesRepository(parts.folder.db);
  }

  /** True while files are taken out of something. */
  get busy(): boolean {
    return this.#lane !== null;
  }

  /** Looks for sources to take files of; call after adding some. */
  wake(): void {
    this.#wanted = true;
    if (this.#lane || this.#stopping.signal.aborted) return;
    this.#lane = this.#work()
      .catch((error: unknown) => logFailure('the taking of files stopped', error))
      .finally(() => {
        this.#lane = null;
        if (this.#stopping.signal.aborted) return;
        if (this.#wanted) this.wake();
        this.#parts.onQueued();
      });
  }

  /** Takes no further file and waits for those under way. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#lane;
  }

  async #work(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      this.#wanted = false;
      const source = await whenStorageAllows('the import', signal, () => this.#sources.next());
      if (!source) return;
      // Looked up again at each try: what was taken before the disk was full is not taken twice.
      await whenStorageAllows(`import ${source.import_id}`, signal, () => this.#take(source.id));
    }
  }

  async #take(id: number): Promise<void> {
    const source = await this.#sources.next();
    if (source?.id !== id) return;
    try {
      if (await this.#takeAll(source)) await this.#finish(source);
    } catch (error) {
      if (error instanceof PoolClosedError) return;
      // A trouble of the data folder is the same for all; a fault must not hold up what comes after.
      if (troubleOf(error) !== null) throw error;
      logFailure(`source ${id} of import ${source.import_id}`, error);
      await this.#store(source, [failedRow(source.name, 0, 'reading-failed', FAILED)], source.taken);
      await this.#finish(source);
    }
  }

  /** True when nothing is left to take; false when the import was cancelled or the server stops. */
  async #takeAll(source: SourceRow): Promise<boolean> {
    let place = 0;
    let batch: Taken[] = [];
    let [files, bytes] = [0, 0];
    try {
      for await (const member of this.#members(source)) {
        place += 1;
        if (place <= source.taken) continue;
        const taken = await this.#prepare(member);
        batch.push(taken);
        if (taken.kept) [files, bytes] = [files + 1, bytes + taken.row.bytes];
        if (files < BATCH_FILES && bytes < BATCH_BYTES && batch.length < BATCH_ROWS) continue;
        if (!(await this.#store(source, batch, place))) return false;
        [batch, files, bytes] = [[], 0, 0];
        if (!(await this.#waitForReaders())) return false;
      }
      return await this.#store(source, batch, place);
    } catch (error) {
      // What was laid aside is taken again at the next try, and a full disk needs the room.
      for (const { kept } of batch) if (kept) await rm(kept.temporaryPath, { force: true });
      throw error;
    }
  }

  #members({ id, name, path }: SourceRow): AsyncGenerator<Member> {
    const { incoming: scratch } = this.#parts.folder;
    const tellCount = (count: number) => this.#sources.expect(id, count);
    return membersOf({ name, path, scratch, wants: isExportList, tellCount });
  }

  async #prepare(member: Member): Promise<Taken> {
    if (!member.ok) return failedRow(member.name, member.size ?? 0, member.error.code, member.error.message);
    const { name, bytes } = member;
    if (isExportList(name)) {
      const labels = await this.#labelsOf(name, bytes);
      return { ...failedRow(name, bytes.byteLength, 'export-list', listRead(labels.length)), labels };
    }
    const kept = await this.#parts.folder.originals.layAside(bytes);
    const row = { name, bytes: bytes.byteLength, sha256: kept.sha256, code: null, reason: null, run_id: null };
    return { row: { ...row, state: 'queued' }, kept, labels: [] };
  }

  /** One that takes too long or too much memory is as good as none. */
  async #labelsOf(name: string, bytes: Uint8Array): Promise<readonly Label[]> {
    try {
      return await this.#parts.pool.run({ kind: 'list', name, bytes }, LIST_TIMEOUT_MS);
    } catch (error) {
      if (error instanceof TaskTimeoutError || error instanceof WorkerDiedError) return [];
      throw error;
    }
  }

  /** False when the import was cancelled: then nothing of the batch is queued. */
  async #store(source: SourceRow, batch: readonly Taken[], place: number): Promise<boolean> {
    const { folder, bell, onQueued } = this.#parts;
    const isGoingOn = await folder.originals.exclusively(async () => {
      // Bytes before rows: what the queue names is there, whenever the machine stops.
      await folder.originals.adopt(batch.flatMap(({ kept }) => kept ?? []));
      return folder.db.transaction().execute(async (trx) => {
        const sources = new SourcesRepository(trx);
        if (!(await sources.note(source.id, place))) return false;
        await sources.insertLabels(
          source.import_id,
          batch.flatMap(({ labels }) => labels),
        );
        await new ImportsRepository(trx).insertFiles(
          source.import_id,
          batch.map(({ row }) => row),
        );
        return true;
      });
    });
    bell.ring(source.import_id);
    onQueued();
    return isGoingOn;
  }

  /** False when the server stops. */
  async #waitForReaders(): Promise<boolean> {
    const imports = new ImportsRepository(this.#parts.folder.db);
    const { signal } = this.#stopping;
    while (!signal.aborted && (await imports.countQueued()) >= MOST_WAITING) await wait(LOOK_AGAIN_MS);
    return !signal.aborted;
  }

  async #finish(source: SourceRow): Promise<void> {
    await this.#sources.finish(source.id);
    if (source.is_ours) await rm(source.path, { force: true });
    this.#parts.bell.ring(source.import_id);
  }
}

/** What is neither read nor lost: it has a row that says why. */
function failedRow(name: string, bytes: number, code: string, reason: string): Taken {
  const state = code === 'not-a-recording' || code === 'export-list' ? 'not-a-run' : 'failed';
  return { row: { name, bytes, sha256: null, state, code, reason, run_id: null }, kept: null, labels: [] };
}
