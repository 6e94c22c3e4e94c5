import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ZipFile } from 'yazl';

/**
 * Adds a file to a ZIP, opened when its turn comes. One that breaks off while it is read breaks the ZIP.
 *
 * @param mtime when the ZIP is to say that it was last changed; left out for now
 * @returns false when it is lost: that must not cost all the others; the doctor tells of it
 */
export async function addOriginal(zip: ZipFile, path: string, name: string, mtime?: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found) return false;
  zip.addReadStreamLazy(name, { size: found.size, ...(mtime && { mtime }) }, (done) => {
    // Deleted since it was looked for, or a disk that fails: an error that nobody hears would end the server.
    done(
      null,
      createReadStream(path).once('error', (error) => zip.emit('error', error)),
    );
  });
  return true;
}
