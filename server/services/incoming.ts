/** Writes bytes that come in to disk, with their fingerprint, before anything is said about them. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { detect } from '#core';
import { MOST_FILE_BYTES } from '../archive/limits.ts';

/** Longest name that is kept, characters: the most that the usual file systems allow. */
const LONGEST_NAME = 255;

/** A file as it came in. */
export interface IncomingFile {
  /** As the sender calls it, for people; cut where it is longer than any file system allows. */
  readonly name: string;
  /** Bytes that came in, also of a file that was not kept. */
  readonly bytes: number;
  /** True where other files are packed in it, by its content. */
  readonly isArchive: boolean;
  /** Where it lies and its SHA-256; null when it is no archive, was over the largest size of a file and is not kept. */
  readonly kept: { readonly temporaryPath: string; readonly sha256: string } | null;
}

const PACKED: ReadonlySet<string> = new Set(['zip', 'gzip']);
/** Bytes that tell an archive. */
const MARK_BYTES = 4;

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
  let head = Buffer.alloc(0);
  let bytes = 0;
  let whole = false;
  let refusal: unknown = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (head.byteLength < MARK_BYTES) head = Buffer.concat([head, chunk.subarray(0, MARK_BYTES)]);
      if (refusal !== null || (bytes > MOST_FILE_BYTES && !PACKED.has(detect(head)))) continue;
      hash.update(chunk);
      // To leave the loop here would break the stream, and whoever sends would hear of that instead of the full disk.
      await handle.writeFile(chunk).catch((error: unknown) => {
        refusal = error;
      });
    }
    if (refusal !== null) throw refusal;
    await handle.sync();
    whole = bytes <= MOST_FILE_BYTES || PACKED.has(detect(head));
  } finally {
    await handle.close();
    if (!whole) await rm(temporaryPath, { force: true });
  }
  const kept = whole ? { temporaryPath, sha256: hash.digest('hex') } : null;
  return { name: [...name].slice(0, LONGEST_NAME).join(''), bytes, isArchive: PACKED.has(detect(head)), kept };
}

/** Copies the files of a folder in, by name; folders in it are left out. */
export async function takeInFolder(folder: string, source: string): Promise<IncomingFile[]> {
  const entries = await readdir(source, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files: IncomingFile[] = [];
  for (const name of names.sort()) files.push(await takeIn(folder, name, createReadStream(join(source, name))));
  return files;
}
