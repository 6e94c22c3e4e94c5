import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { formOf, until } from '../support/api-client.ts';
import { emptyFolder, TestServer } from '../support/built-server.ts';
import { zipOf } from '../support/zip.ts';

const folder = emptyFolder();
const disk = join(folder, 'disk');
const DISK_BYTES = 6 * 1024 * 1024;

/** A disk of a few megabytes of its own; only the administrator may make one. */
function mountSmallDisk(): boolean {
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
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
    const large = { name: 'large.gpx', bytes: new Uint8Array(DISK_BYTES) };
    const more = await server.api.fail('createImport', {}, formOf([large]));
    expect(more).toMatchObject({ status: 507, type: '/problems/disk-full' });
    expect((await server.api.call('getHealth')).status).toBe('ok');
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    const done = await server.api.done(id);
    expect(done.counts).toMatchObject({ imported: runs.length, failed: 0, duplicate: 0 });
    await server.stop();
  });
});
