/** Takes files in and tells how far they are. */
import { randomUUID } from 'node:crypto';
import type { Import, ImportFile, ImportFileState } from '#contract/imports';
import { importFileStateSchema } from '#contract/imports';
import type { DataFolder } from '../db/data-folder.ts';
import { type ImportFileRow, ImportsRepository, type NewImportFile } from '../db/imports-repository.ts';
import type { ImportBell } from '../jobs/import-bell.ts';
import { type IncomingFile, MOST_FILE_BYTES, takeInFolder } from './incoming.ts';

const BYTES_PER_MB = 1024 * 1024;

const asFile = (row: ImportFileRow): ImportFile => ({
  id: row.id,
  name: row.name,
  bytes: row.bytes,
  state: row.state,
  code: row.code,
  reason: row.reason,
  runId: row.run_id,
  mayBeRun: row.state === 'not-a-run' && row.as_run === 'possible',
});

const TOO_LARGE = `The file is larger than ${MOST_FILE_BYTES / BYTES_PER_MB} MB, more than any run. Choose the recording itself.`;

function asRow({ name, bytes, kept }: IncomingFile): NewImportFile {
  const common = { name, bytes, sha256: kept?.sha256 ?? null, run_id: null };
  if (kept) return { ...common, state: 'queued', code: null, reason: null };
  return { ...common, state: 'failed', code: 'too-large', reason: TOO_LARGE };
}

function countByState(files: readonly ImportFile[]): Record<ImportFileState, number> {
  const counts = Object.fromEntries(importFileStateSchema.options.map((state) => [state, 0])) as Record<
    ImportFileState,
    number
  >;
  for (const file of files) counts[file.state] += 1;
  return counts;
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
}

/** See the head of this file. */
export class Imports {
  readonly #parts: ImportsParts;
  readonly #repository: ImportsRepository;

  constructor(parts: ImportsParts) {
    this.#parts = parts;
    this.#repository = new ImportsRepository(parts.folder.db);
  }

  /** Keeps the files and queues them. @returns The id of the import. */
  async accept(files: readonly IncomingFile[]): Promise<string> {
    const { folder, now, onQueued } = this.#parts;
    const id = randomUUID();
    await folder.originals.exclusively(async () => {
      // Bytes before rows: what the queue names is there, whenever the machine stops.
      await folder.originals.adopt(files.flatMap((file) => (file.kept ? [file.kept] : [])));
      await folder.db
        .transaction()
        .execute((trx) => new ImportsRepository(trx).insert({ id, created_at_ms: now() }, files.map(asRow)));
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
    return files.length === 0 ? null : this.accept(files);
  }

  /** How far an import is, or null when there is none. `done` when each file is decided and each new run has its report. */
  async get(id: string): Promise<Import | null> {
    const row = await this.#repository.find(id);
    if (!row) return null;
    const files = (await this.#repository.files(id)).map(asFile);
    const counts = countByState(files);
    const waiting = counts.queued + counts.working + (await this.#repository.countUnreviewed(id));
    return {
      id,
      createdAt: new Date(row.created_at_ms).toISOString(),
      state: waiting > 0 ? 'working' : 'done',
      counts,
      files,
    };
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
