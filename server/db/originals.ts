/** The original bytes of each run, on disk under their own fingerprint: `originals/ab/<sha256>`. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Makes a rename or a new entry in a folder survive a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** See the head of this file. */
export class Originals {
  readonly #root: string;

  /** @param dataFolder Absolute path of the data folder. */
  constructor(dataFolder: string) {
    this.#root = join(dataFolder, 'originals');
  }

  /** Where the bytes with this fingerprint are, or would be. */
  path(sha256: string): string {
    return join(this.#root, sha256.slice(0, 2), sha256);
  }

  /**
   * Moves a written and synced file to its place; it is there whole or not at all, also after a power cut. Bytes that
   * were there already are replaced by the same ones, which mends a damaged original.
   */
  async adopt(temporaryPath: string, sha256: string): Promise<void> {
    const target = this.path(sha256);
    await mkdir(dirname(target), { recursive: true });
    await rename(temporaryPath, target);
    await syncFolder(dirname(target));
    await syncFolder(this.#root);
  }

  /** Removes the bytes; nothing happens when they are gone. */
  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }
}
