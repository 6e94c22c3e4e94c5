import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { formOf, until } from '../support/api-client.ts';
import { emptyFolder, TestServer } from '../support/built-server.ts';
import { zipOf } from '../support/zip.ts';

/** Enough to start, too little for a season. */
const DISK_BYTES = 4 * 1024 * 1024;
const folder = emptyFolder();
const disk = join(folder, 'disk');

/** A disk of its own; only the administrator may make one, and root may write in any folder that is not on such a disk. */
function mountSmallDisk(): boolean {
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Takes the last bytes: what is too little for a batch of the import may be enough for a smaller write. */
function fillUp(): void {
  expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(DISK_BYTES))).toThrow(/ENOSPC/);
}

const isMounted = mountSmallDisk();
afterAll(() => {
  if (isMounted) execFileSync('umount', ['-l', disk]);
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isMounted)('a disk that fills up in the middle of an import', () => {
  it('is told in words, loses nothing, and the import goes on by itself when there is room', async () => {
    const runs = quietSeason();
    const zip = await zipOf(Object.fromEntries(runs.map(({ name, bytes }) => [name, bytes])));
    const server = await TestServer.start({ dataFolder: join(disk, 'data') });
    const id = await server.api.upload({ name: 'season.zip', bytes: zip });
    const stalled = await until(
      () => server.api.call('getImport', { id }),
      (state) => state.stalled !== null,
    );
    expect(stalled.stalled).toMatch(/disk of the data folder is full/);
    fillUp();
    const more = await server.api.fail('createImport', {}, formOf([{ name: 'more.zip', bytes: zip }]));
    expect(more).toMatchObject({ status: 507, type: '/problems/disk-full' });
    expect((await server.api.call('getHealth')).status).toBe('ok');
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    const done = await server.api.done(id);
    expect(done.counts).toMatchObject({ imported: runs.length, failed: 0, duplicate: 0 });
    await server.stop();
  });
});

describe.skipIf(!isMounted)('a disk that may only be read', () => {
  it('is told at the start in words', async () => {
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', locked]);
    const refusal = `The data folder ${locked} cannot be written. Give write permission`;
    await expect(TestServer.start({ dataFolder: locked })).rejects.toThrow(refusal);
    execFileSync('umount', ['-l', locked]);
  });
});
