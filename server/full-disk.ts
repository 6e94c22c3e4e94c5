/** Telling a full disk from other troubles, and waiting until there is room again. */
import { setTimeout as wait } from 'node:timers/promises';
import { logFailure } from './log.ts';

/** Codes of the system and of SQLite for a full disk. */
const FULL_DISK = /ENOSPC|EDQUOT|SQLITE_FULL|database or disk is full/;

/** How often it is tried again, milliseconds: soon enough after room was made, seldom enough to not fill the log. */
const TRY_AGAIN_MS = 5000;

let stalled = false;

/** Why work waits at the moment, for people; null when it does not. */
export const stallOf = (): string | null =>
  stalled
    ? 'The disk of the data folder is full. Free some room there; the import then goes on by itself, and nothing is lost.'
    : null;

/** True for what the system or SQLite throws when the disk is full. */
export const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && FULL_DISK.test(`${'code' in error ? error.code : ''} ${error.message}`);

/**
 * Runs a step that can be repeated; while the disk is full, again and again.
 *
 * @param what for the log.
 * @param signal ends the waiting.
 * @throws whatever else the step throws.
 */
export async function whenThereIsRoom<T>(what: string, signal: AbortSignal, step: () => Promise<T>): Promise<T | null> {
  while (!signal.aborted) {
    try {
      const result = await step();
      stalled = false;
      return result;
    } catch (error) {
      if (!isFullDisk(error)) throw error;
      if (!stalled) logFailure(`${what} waits for room on the disk of the data folder`, error);
      stalled = true;
      await wait(TRY_AGAIN_MS, null, { signal }).catch(() => null);
    }
  }
  return null;
}
