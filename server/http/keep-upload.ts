import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HttpProblem } from './problem.ts';

/** How much is taken, and what is said of more. */
export interface UploadLimit {
  readonly mostBytes: number;
  readonly title: string;
  readonly detail: string;
}

/**
 * Streams a request to disk.
 *
 * @param folder that of files under way
 * @returns where it lies
 * @throws {HttpProblem} 413 above the limit
 */
export async function keepUpload(request: Readable, folder: string, limit: UploadLimit): Promise<string> {
  const path = join(folder, randomUUID());
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > limit.mostBytes) throw new HttpProblem(413, 'upload-too-large', limit.title, limit.detail);
      yield chunk;
    }
  };
  try {
    await pipeline(request, counted, createWriteStream(path, { flags: 'wx' }));
    return path;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
