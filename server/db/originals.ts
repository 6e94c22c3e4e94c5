/** The original bytes of each run, on disk under their own fingerprint: `originals/ab/<sha256>`. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OneAtATime } from './one-at-a-time.ts';

/** Makes a rename or a new entry in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder as a file, and needs no such step.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Bytes that are safely on disk and wait to be adopted. */
export interface LaidAside {
  readonly temporaryPath: string;
  readonly sha256: string;
}

/** See the head of this file. */
export class Originals {
  /** Absolute path of the folder that holds them. */
  readonly root: string;
  readonly #incoming: string;
  readonly #turns = new OneAtATime();

  /** @param dataFolder Absolute path of the data folder. */
  constructor(dataFolder: string) {
    this.root = join(dataFolder, 'originals');
    this.#incoming = join(dataFolder, 'incoming');
  }

  /** Where the bytes with this fingerprint are, or would be. */
  path(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }

  /**
   * Runs a step that decides by the database what stays on disk, never two at once: else bytes could be removed that
   * another upload has just brought again.
   */
  exclusively<T>(step: () => Promise<T>): Promise<T> {
    return this.#turns.run(step);
  }

  /**
   * Moves written and synced files to their places; each is there whole or not at all, also after a power cut. Bytes
   * that were there already are replaced by the same ones, which mends a damaged original.
   */
  async adopt(files: readonly LaidAside[]): Promise<void> {
    const folders = new Set([this.root]);
    for (const { temporaryPath, sha256 } of files) {
      const target = this.path(sha256);
      await mkdir(dirname(target), { recursive: true });
      await rename(temporaryPath, target);
      folders.add(dirname(target));
    }
    if (files.length > 0) for (const folder of folders) await syncFolder(folder);
  }

  /** Writes bytes, synced, to where they wait to be adopted. */
  async layAside(bytes: Uint8Array): Promise<LaidAside> {
    const temporaryPath = join(this.#incoming, randomUUID());
    const handle = await open(temporaryPath, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } catch (error) {
      await rm(temporaryPath, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return { temporaryPath, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  /** Removes the bytes; nothing happens when they are gone. */
  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }
}
