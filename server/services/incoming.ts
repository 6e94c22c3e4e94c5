/** Writes bytes that come in to disk, with their fingerprint, before anything is said about them. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Largest file that is kept, bytes. Assumption: twice the largest recording met (a GPX of 50 MB). */
export const MOST_FILE_BYTES = 128 * 1024 * 1024;

/** Longest name that is kept, characters: the most that the usual file systems allow. */
const LONGEST_NAME = 255;

/** A file as it came in. */
export interface IncomingFile {
  /** As the sender calls it, for people; cut where it is longer than any file system allows. */
  readonly name: string;
  /** Bytes that came in, also of a file that was not kept. */
  readonly bytes: number;
  /** Where it lies and its SHA-256; null when it was over {@link MOST_FILE_BYTES} and is not kept. */
  readonly kept: { readonly temporaryPath: string; readonly sha256: string } | null;
}

/**
 * Drains a stream into a new file of a folder, synced to disk.
 *
 * @param folder Absolute path of an existing folder.
 * @param name What to call the file when telling of it.
 * @throws When the disk refuses or the stream breaks; nothing is left behind then.
 */
export async function takeIn(folder: string, name: string, stream: Readable): Promise<IncomingFile> {
  const temporaryPath = join(folder, randomUUID());
  const hash = createHash('sha256');
  const handle = await open(temporaryPath, 'wx');
  let bytes = 0;
  let whole = false;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > MOST_FILE_BYTES) continue;
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
    whole = bytes <= MOST_FILE_BYTES;
  } finally {
    await handle.close();
    if (!whole) await rm(temporaryPath, { force: true });
  }
  const kept = whole ? { temporaryPath, sha256: hash.digest('hex') } : null;
  return { name: [...name].slice(0, LONGEST_NAME).join(''), bytes, kept };
}

/** Copies the files of a folder in, by name; folders in it are left out. */
export async function takeInFolder(folder: string, source: string): Promise<IncomingFile[]> {
  const entries = await readdir(source, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files: IncomingFile[] = [];
  for (const name of names.sort()) files.push(await takeIn(folder, name, createReadStream(join(source, name))));
  return files;
}
