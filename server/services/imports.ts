/** Takes files in and tells how far they are. */
import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Import, ImportCore, ImportFile } from '#contract/imports';
import { MOST_FILE_BYTES } from '../archive/limits.ts';
import { plainName } from '../archive/plain-name.ts';
import type { DataFolder } from '../db/data-folder.ts';
import {
  type ImportRow,
  ImportsRepository,
  type NewImportFile,
  type OutcomeCount,
  type RunCount,
} from '../db/imports-repository.ts';
import { isOriginalNeeded } from '../db/needed-originals.ts';
import { syncFolder } from '../db/originals.ts';
import { type NewSource, type SourceRow, SourcesRepository } from '../db/sources-repository.ts';
import { isExportList } from '../jobs/export-lists.ts';
import type { ImportBell } from '../jobs/import-bell.ts';
import { stallOf } from '../storage-trouble.ts';
import { asFile, countStates } from './import-outcome.ts';
import { type IncomingFile, takeInFolder } from './incoming.ts';
import { Pace } from './pace.ts';
import type { Trash } from './trash.ts';

const BYTES_PER_MB = 1024 * 1024;

/** Files that one answer tells of. Assumption: what somebody looks through; the whole list can be downloaded. */
const MOST_FILES_TOLD = 300;

/** Runs of an import that is under way are counted this often, milliseconds: with thousands it takes long. Assumption. */
const COUNTED_EVERY_MS = 2000;

const TOO_LARGE = `The file is larger than ${MOST_FILE_BYTES / BYTES_PER_MB} MB, more than any run. Choose the recording itself.`;
const CANCELLED = 'The import was cancelled before this file was read. Give it again to have it read.';

function asRow({ name, bytes, kept }: IncomingFile): NewImportFile {
  const common = { name, bytes, sha256: kept?.sha256 ?? null, run_id: null };
  if (kept) return { ...common, state: 'queued', code: null, reason: null };
  return { ...common, state: 'failed', code: 'too-large', reason: TOO_LARGE };
}

/** Rows by the import that they are of. */
function byImport<Row extends { readonly import_id: string }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.import_id);
    if (group) group.push(row);
    else groups.set(row.import_id, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/** What importing works with. */
export interface ImportsParts {
  readonly folder: DataFolder;
  readonly bell: ImportBell;
  /** Absolute path of the sample season. */
  readonly sampleFolder: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Called when there is something to do. */
  readonly onQueued: () => void;
  readonly trash: Trash;
}

/** See the head of this file. */
export class Imports {
  readonly #parts: ImportsParts;
  readonly #repository: ImportsRepository;
  readonly #sources: SourcesRepository;
  readonly #pace: Pace;
  /** Of imports under way: how many runs there were a moment ago, which somebody who watches need not know better. */
  readonly #counted = new Map<string, { readonly atMs: number; readonly rows: readonly RunCount[] }>();

  constructor(parts: ImportsParts) {
    this.#parts = parts;
    this.#repository = new ImportsRepository(parts.folder.db);
    this.#sources = new SourcesRepository(parts.folder.db);
    this.#pace = new Pace(parts.now);
  }

  /** Keeps the files and queues them. @returns The id of the import. */
  async accept(files: readonly IncomingFile[], origin: ImportRow['origin'] = 'files'): Promise<string> {
    const { folder } = this.#parts;
    const isSource = ({ name, isArchive, kept }: IncomingFile) => kept !== null && (isArchive || isExportList(name));
    const plain = files.filter((file) => !isSource(file));
    return folder.originals.exclusively(async () => {
      // Bytes before rows: what the queue names is there, whenever the machine stops.
      const sources: NewSource[] = [];
      for (const file of files) {
        const { name, kept } = file;
        if (!isSource(file) || !kept) continue;
        const path = join(folder.sources, randomUUID());
        await rename(kept.temporaryPath, path);
        sources.push({ name, path, is_ours: 1 });
      }
      if (sources.length > 0) await syncFolder(folder.sources);
      await folder.originals.adopt(plain.flatMap(({ kept }) => kept ?? []));
      return this.#insert(origin, plain.map(asRow), sources);
    });
  }

  /** Queues files and archives that lie elsewhere on this machine; they stay there. */
  acceptPaths(paths: readonly { readonly name: string; readonly path: string }[], origin: ImportRow['origin']) {
    return this.#insert(
      origin,
      [],
      paths.map(({ name, path }) => ({ name: plainName(name), path, is_ours: 0 })),
    );
  }

  async #insert(origin: ImportRow['origin'], files: readonly NewImportFile[], sources: readonly NewSource[]) {
    const { folder, now, onQueued } = this.#parts;
    const id = randomUUID();
    await folder.db.transaction().execute(async (trx) => {
      await new ImportsRepository(trx).insert({ id, origin, created_at_ms: now() }, files);
      await new SourcesRepository(trx).insert(id, sources);
    });
    onQueued();
    return id;
  }

  /** Imports the sample season; null when it was not built. */
  async acceptSample(): Promise<string | null> {
    const { folder, sampleFolder } = this.#parts;
    const files = await takeInFolder(folder.incoming, sampleFolder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return files.length === 0 ? null : this.accept(files, 'sample');
  }

  /** How far an import is, or null when there is none. `done` when each file is decided and each new run has its report. */
  async get(id: string): Promise<Import | null> {
    const row = await this.#repository.find(id);
    if (!row) return null;
    const [core] = await this.#describe([row]);
    const files = await this.#repository.filesThatMatter(id, MOST_FILES_TOLD);
    return core ? { ...core, files: files.map(asFile) } : null;
  }

  /** All imports, the latest first. */
  async list(): Promise<ImportCore[]> {
    return this.#describe(await this.#repository.list());
  }

  /** Every file of an import in the order given, or null when there is no such import. */
  async files(id: string): Promise<ImportFile[] | null> {
    return (await this.#repository.find(id)) ? (await this.#repository.files(id)).map(asFile) : null;
  }

  /** Asks once for all of them: a watched folder makes an import of each run, for years. */
  async #describe(rows: readonly ImportRow[]): Promise<ImportCore[]> {
    const ids = rows.map(({ id }) => id);
    const outcomes = byImport(await this.#repository.outcomes(ids));
    const sources = byImport(await this.#sources.ofImports(ids));
    const unreviewed = new Set(await this.#repository.unreviewed(ids));
    const told = rows.map((row) => this.#tell(row, outcomes(row.id), sources(row.id), unreviewed.has(row.id)));
    const runs = byImport(await this.#countRuns(told));
    return told.map((core) => ({ ...core, runs: runs(core.id)[0]?.runs ?? 0 }));
  }

  async #countRuns(told: readonly Omit<ImportCore, 'runs'>[]): Promise<readonly RunCount[]> {
    const [first] = told;
    const isUnderWay = told.length === 1 && first?.state === 'working';
    const kept = isUnderWay ? this.#counted.get(first.id) : undefined;
    const nowMs = performance.now();
    if (kept && nowMs - kept.atMs < COUNTED_EVERY_MS) return kept.rows;
    const rows = await this.#repository.runsOf(told.map(({ id }) => id));
    if (isUnderWay) this.#counted.set(first.id, { atMs: nowMs, rows });
    else for (const { id } of told) this.#counted.delete(id);
    return rows;
  }

  #tell(
    row: ImportRow,
    outcomes: readonly OutcomeCount[],
    sources: readonly SourceRow[],
    isUnreviewed: boolean,
  ): Omit<ImportCore, 'runs'> {
    const { id } = row;
    const counts = countStates(outcomes);
    const left = sources.filter(({ state }) => state === 'waiting');
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const toCome = left.reduce((sum, { expected, taken }) => sum + Math.max((expected ?? 1) - taken, 0), 0);
    const waiting = counts.queued + counts.working;
    const unfinished = left.length > 0 || waiting > 0 || isUnreviewed;
    return {
      id,
      createdAt: new Date(row.created_at_ms).toISOString(),
      origin: row.origin,
      state: unfinished ? 'working' : 'done',
      sources: sources.map(({ name }) => name),
      expected: all + toCome,
      counts,
      stalled: unfinished ? stallOf() : null,
      pace: unfinished ? this.#pace.tell(id, all - waiting, all + toCome) : null,
      undoneAt: row.undone_at_ms === null ? null : new Date(row.undone_at_ms).toISOString(),
    };
  }

  /** Leaves out what has not been read yet. What has been stays. False when there is no such import. */
  async cancel(id: string): Promise<boolean> {
    const { folder, bell } = this.#parts;
    if (!(await this.#repository.find(id))) return false;
    await folder.originals.exclusively(async () => {
      const left = await folder.db.transaction().execute(async (trx) => {
        await new SourcesRepository(trx).cancel(id);
        return new ImportsRepository(trx).cancelQueued(id, CANCELLED);
      });
      for (const sha256 of left) {
        if (!(await isOriginalNeeded(folder.db, sha256))) await folder.originals.remove(sha256);
      }
    });
    bell.ring(id);
    return true;
  }

  /** Cancels what is left of an import and puts the runs that it brought in the trash. @returns how many; null when there is no such import. */
  async undo(id: string): Promise<number | null> {
    const { trash, now, bell } = this.#parts;
    if (!(await this.cancel(id))) return null;
    await this.#repository.noteUndone(id, now());
    const gone = await trash.putImport(id);
    bell.ring(id);
    return gone;
  }

  /**
   * Reads a refused file again as a run, because the runner says that it was one.
   *
   * @returns whether there was such a file.
   */
  async treatAsRun(id: string, fileId: number): Promise<boolean> {
    const queued = await this.#repository.queueAsRun(id, fileId);
    if (!queued) return false;
    this.#parts.bell.ring(id);
    this.#parts.onQueued();
    return true;
  }

  /** Listens for changes of an import. @returns A function that ends the listening. */
  watch(id: string, listener: () => void): () => void {
    return this.#parts.bell.listen(id, listener);
  }
}
