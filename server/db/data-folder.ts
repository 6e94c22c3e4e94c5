/** The one folder that holds all state: database, originals, uploads under way. */
import { access, constants, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { troubleOf } from '../storage-trouble.ts';
import { closeDatabase, type Database, openDatabase } from './database.ts';
import { Originals } from './originals.ts';
import { takeLock } from './sqlite.ts';

/** The data folder cannot be used; the message says why and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
}

/** Another Kneewise has the folder. */
export class FolderInUseError extends DataFolderError {}

/** An open data folder. */
export interface DataFolder {
  readonly db: Database;
  readonly originals: Originals;
  /** Where uploads are written before they are adopted; emptied at start. */
  readonly incoming: string;
  /** Where archives lie until all is taken out of them. */
  readonly sources: string;
  /** Where copies of the database are kept. */
  readonly backups: string;
  /** Closes the database and lets others in. */
  close(): Promise<void>;
}

/** Rights of a new data folder; one that is there keeps those that its owner gave it. */
const OWNER_ALONE = 0o700;

async function makeWritable(folder: string): Promise<void> {
  try {
    // Where somebody runs is nobody else's matter, on a machine of several users either.
    await mkdir(folder, { recursive: true, mode: OWNER_ALONE });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    const isFile = code === 'EEXIST' || code === 'ENOTDIR';
    const remedy = isFile ? 'is a file, no folder. Move it away' : 'cannot be written. Give write permission';
    const message = `The data folder ${folder} ${remedy}, or choose another with KNEEWISE_DATA.`;
    throw new DataFolderError(message, { cause });
  }
}

function lock(path: string): (() => void) | null {
  const file = join(path, 'kneewise.lock');
  try {
    return takeLock(file);
  } catch (cause) {
    if (troubleOf(cause)?.kind !== 'database-damaged') throw cause;
    throw new DataFolderError(`The lock ${file} is damaged. Nothing is kept in it: delete it.`, { cause });
  }
}

/**
 * @param path Absolute path; made when missing.
 * @throws {DataFolderError | MigrationError} when it cannot be written, is in use, or is newer than this program.
 */
export async function openDataFolder(path: string): Promise<DataFolder> {
  await makeWritable(path);
  const release = lock(path);
  if (!release) {
    const message = `Another Kneewise is using the data folder ${path}. Stop it, or choose another with KNEEWISE_DATA. While its server runs, its page makes backups and exports (Settings).`;
    throw new FolderInUseError(message);
  }
  try {
    const incoming = join(path, 'incoming');
    await rm(incoming, { recursive: true, force: true });
    await mkdir(incoming);
    const sources = join(path, 'sources');
    for (const kept of [join(path, 'originals'), sources]) await mkdir(kept, { recursive: true });
    const db = openDatabase(path);
    const close = async () => {
      await closeDatabase(db);
      release();
    };
    return { db, originals: new Originals(path), incoming, sources, backups: join(path, 'backups'), close };
  } catch (error) {
    release();
    throw error;
  }
}
