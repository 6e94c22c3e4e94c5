/** Puts the state of an export or a backup into an installation that is still empty. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise, type ZipFile } from 'yauzl';
import type { Restored } from '#contract/data';
import { ArchiveError } from '../archive/archive-error.ts';
import { Budget } from '../archive/budget.ts';
import { ForeignDatabaseError, readCopy } from '../db/compact-copy.ts';
import type { DataFolder } from '../db/data-folder.ts';
import { MigrationError } from '../db/migrate.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { PlansRepository } from '../db/plans-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { troubleOf } from '../storage-trouble.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { takeIn } from './incoming.ts';
import { EXPORT_DATABASE, EXPORT_MARK } from './whole-export.ts';

/** The state cannot be restored; the message says why and what to do. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
}

const ORIGINAL = /^originals\/([0-9a-f]{64})$/;
const SQLITE_MARK = 'SQLite format 3\0';

const NOT_EMPTY =
  'There are runs, plans or pain entries here already, which a restore would replace. Restore into an empty data folder (another KNEEWISE_DATA), or import the ZIP: its runs then come in beside those here.';
const NOT_OURS = 'This is neither an export nor a backup of Kneewise.';
const damaged = (what: string) => `The export is damaged: ${what}. Nothing was changed.`;

/** A fault of what was given as words for the owner. @throws troubles of disk and data folder as they were. */
function asRestoreError(error: unknown): RestoreError {
  if (error instanceof RestoreError) return error;
  if (error instanceof MigrationError) return new RestoreError(error.message);
  const trouble = troubleOf(error);
  if (trouble && trouble.kind !== 'database-damaged') throw error;
  if (error instanceof ForeignDatabaseError) return new RestoreError(NOT_OURS);
  if (error instanceof Error && 'syscall' in error) throw error;
  return new RestoreError(damaged(error instanceof ArchiveError ? error.message : 'it is not as Kneewise writes it'));
}

async function refuseUnlessEmpty({ db }: DataFolder): Promise<void> {
  const runs = await new RunsRepository(db).files();
  const entries = await new PainEntriesRepository(db).list();
  const plans = await new PlansRepository(db).list();
  if (runs.length + entries.length + plans.length > 0) throw new RestoreError(NOT_EMPTY);
}

/** Takes the originals and the copy of the database out. @returns where the copy is. */
async function unpack(zip: ZipFile, budget: Budget, folder: DataFolder, scratch: string): Promise<string> {
  const copy = join(scratch, EXPORT_DATABASE);
  let isOurs = false;
  let hasDatabase = false;
  for await (const entry of zip.eachEntry()) {
    budget.takeEntry();
    const original = ORIGINAL.exec(entry.fileName)?.[1];
    if (entry.fileName === EXPORT_MARK) isOurs = true;
    if (!isOurs) throw new RestoreError(NOT_OURS);
    if (entry.fileName !== EXPORT_DATABASE && original === undefined) continue;
    const stream = budget.count(await zip.openReadStreamPromise(entry));
    if (original === undefined) {
      await pipeline(stream, createWriteStream(copy));
      hasDatabase = true;
      continue;
    }
    const { kept } = await takeIn(folder.incoming, original, stream);
    if (kept?.sha256 !== original) throw new RestoreError(damaged(`original ${original} has other bytes`));
    await folder.originals.adopt([kept]);
  }
  if (!hasDatabase) throw new RestoreError(damaged(`${EXPORT_DATABASE} is missing`));
  return copy;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw new RestoreError(`${path} cannot be read: ${whyUnreadable(error)}.`);
  });
  if (!found.isFile()) throw new RestoreError(`${path} is no file. ${NOT_OURS}`);
  return found.size;
}

async function isBackup(path: string): Promise<boolean> {
  let head = '';
  for await (const chunk of createReadStream(path, { end: SQLITE_MARK.length - 1, encoding: 'latin1' })) head += chunk;
  return head === SQLITE_MARK;
}

/**
 * Restores everything of an export (ZIP), or all but the originals of a backup (SQLite).
 *
 * @param path Where it lies; it stays as it is.
 * @throws {RestoreError} with words for the owner; nothing that anybody sees has changed then.
 */
export async function restore(folder: DataFolder, path: string): Promise<Restored> {
  await refuseUnlessEmpty(folder);
  const size = await sizeOf(path);
  const scratch = await mkdtemp(join(folder.incoming, 'restore-'));
  try {
    let copy = join(scratch, EXPORT_DATABASE);
    if (await isBackup(path)) await pipeline(createReadStream(path), createWriteStream(copy));
    else {
      const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
        throw new RestoreError(NOT_OURS);
      });
      try {
        copy = await unpack(zip, new Budget(size), folder, scratch);
      } finally {
        zip.close();
      }
    }
    await readCopy(folder.db, copy);
  } catch (error) {
    throw asRestoreError(error);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const entries = await new PainEntriesRepository(folder.db).list();
  return { runs: (await new RunsRepository(folder.db).files()).length, painEntries: entries.length };
}
