/** Writes bytes that come in to disk, with their fingerprint, before anything is said about them. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { detect } from '#core';
import { MOST_FILE_BYTES } from '../archive/limits.ts';
import { plainName } from '../archive/plain-name.ts';

/** A file as it came in. */
export interface IncomingFile {
  /** As the sender calls it, as {@link plainName} leaves it. */
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
export async function takeIn(folder: string, name: string, stream: AsyncIterable<Buffer>): Promise<IncomingFile> {
  const temporaryPath = join(folder, randomUUID());
  const hash = createHash('sha256');
  const handle = await open(temporaryPath, 'wx');
  let head = Buffer.alloc(0);
  let bytes = 0;
  let whole = false;
  try {
    for await (const chunk of stream) {
      bytes += chunk.byteLength;
      if (head.byteLength < MARK_BYTES) head = Buffer.concat([head, chunk.subarray(0, MARK_BYTES)]);
      if (bytes > MOST_FILE_BYTES && !PACKED.has(detect(head))) continue;
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.sync();
    whole = bytes <= MOST_FILE_BYTES || PACKED.has(detect(head));
  } finally {
    await handle.close();
    if (!whole) await rm(temporaryPath, { force: true });
  }
  const kept = whole ? { temporaryPath, sha256: hash.digest('hex') } : null;
  return { name: plainName(name), bytes, isArchive: PACKED.has(detect(head)), kept };
}

/** Copies the files of a folder in, by name; folders in it are left out. */
export async function takeInFolder(folder: string, source: string): Promise<IncomingFile[]> {
  const entries = await readdir(source, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files: IncomingFile[] = [];
  for (const name of names.sort()) files.push(await takeIn(folder, name, createReadStream(join(source, name))));
  return files;
}
