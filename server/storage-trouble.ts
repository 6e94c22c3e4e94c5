/** Troubles of the disk and the database in words for the owner, and waiting until those are over that pass. */
import { setTimeout as wait } from 'node:timers/promises';
import { logFailure } from './log.ts';

/** Codes of the system and of SQLite for a full disk. */
const FULL_DISK = /ENOSPC|EDQUOT|SQLITE_FULL|database or disk is full/;

/** How often it is tried again, milliseconds: soon enough after the owner has helped, seldom enough to not fill the log. */
const TRY_AGAIN_MS = 5000;

/** What the system and SQLite say, with words that tell what to do. */
const TROUBLES: readonly (readonly [RegExp, StorageTrouble])[] = [
  [
    FULL_DISK,
    {
      kind: 'disk-full',
      title: 'Disk full',
      words:
        'The disk of the data folder is full, so nothing was taken. Free some room there and try again; what was there before is safe.',
      wait: 'The disk of the data folder is full. Free some room there; the import then goes on by itself, and nothing is lost.',
    },
  ],
  [
    /SQLITE_CORRUPT|SQLITE_NOTADB|disk image is malformed|file is not a database/,
    {
      kind: 'database-damaged',
      title: 'Database damaged',
      words:
        'The database of the data folder is damaged. The originals are apart from it and safe. Stop Kneewise, move kneewise.sqlite out of the data folder, and bring back the newest file of its folder backups with "npm run -s kneewise -- restore FILE"; then run "npm run -s kneewise -- doctor --mend".',
      wait: null,
    },
  ],
  [
    /EROFS|EACCES|EPERM|SQLITE_READONLY|readonly database/,
    {
      kind: 'read-only',
      title: 'Data folder read-only',
      words:
        'The data folder cannot be written, so nothing was changed. Give write permission to the user that runs Kneewise.',
      wait: 'The data folder cannot be written. Give write permission to the user that runs Kneewise; the import then goes on by itself, and nothing is lost.',
    },
  ],
  [
    /SQLITE_BUSY|SQLITE_LOCKED|database is locked/,
    {
      kind: 'database-locked',
      title: 'Database in use',
      words: 'Another program holds the database of the data folder, so nothing was changed. End it and try again.',
      wait: 'Another program holds the database of the data folder. End it; the import then goes on by itself, and nothing is lost.',
    },
  ],
];

/** Something that the owner can mend. */
export interface StorageTrouble {
  /** Short name that stays the same. */
  readonly kind: 'disk-full' | 'database-damaged' | 'read-only' | 'database-locked';
  readonly title: string;
  /** What is wrong and what to do, for somebody whose wish was refused. */
  readonly words: string;
  /** The same for work that waits until it is over; null where waiting is no help. */
  readonly wait: string | null;
}

const tellOf = (error: unknown): string =>
  error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : '';

/** The trouble of disk or database that an error tells of; null for anything else. */
export const troubleOf = (error: unknown): StorageTrouble | null =>
  TROUBLES.find(([pattern]) => pattern.test(tellOf(error)))?.[1] ?? null;

/** True for what the system or SQLite throws when the disk is full. */
export const isFullDisk = (error: unknown): boolean => troubleOf(error)?.kind === 'disk-full';

let waitsFor: StorageTrouble | null = null;

/** Why work waits at the moment, for people; null when it does not. */
export const stallOf = (): string | null => waitsFor?.wait ?? null;

/**
 * Runs a step that can be repeated; again and again while the disk is full, closed, or the database held by another program.
 *
 * @param what for the log.
 * @param signal ends the waiting.
 * @throws whatever else the step throws.
 */
export async function whenStorageAllows<T>(
  what: string,
  signal: AbortSignal,
  step: () => Promise<T>,
): Promise<T | null> {
  while (!signal.aborted) {
    try {
      const result = await step();
      waitsFor = null;
      return result;
    } catch (error) {
      const trouble = troubleOf(error);
      if (!trouble?.wait) throw error;
      if (waitsFor?.kind !== trouble.kind) logFailure(`${what} waits: ${trouble.title.toLowerCase()}`, error);
      waitsFor = trouble;
      await wait(TRY_AGAIN_MS, null, { signal }).catch(() => null);
    }
  }
  return null;
}
