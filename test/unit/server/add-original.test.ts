import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { addOriginal } from '../../../server/services/add-original.ts';
import { emptyFolder } from '../../support/built-server.ts';

/** More than a ZIP takes in before somebody reads it. */
const LARGE_BYTES = 4_000_000;

it('tells of a file that is deleted before its turn comes, and brings nothing else down', async () => {
  const folder = emptyFolder();
  const [first, second] = [join(folder, 'first.fit'), join(folder, 'second.fit')];
  writeFileSync(first, randomBytes(LARGE_BYTES));
  writeFileSync(second, 'a run');
  const zip = new ZipFile();
  const broken = new Promise<NodeJS.ErrnoException>((resolve) => {
    zip.on('error', (error) => {
      zip.outputStream.emit('error', error);
      resolve(error as NodeJS.ErrnoException);
    });
  });
  expect(await addOriginal(zip, first, 'first.fit')).toBe(true);
  expect(await addOriginal(zip, second, 'second.fit')).toBe(true);
  expect(await addOriginal(zip, join(folder, 'never.fit'), 'never.fit')).toBe(false);
  zip.end();
  rmSync(second);
  await expect(buffer(zip.outputStream)).rejects.toThrow('ENOENT');
  expect((await broken).code).toBe('ENOENT');
});
