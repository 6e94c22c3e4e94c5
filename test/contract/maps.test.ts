import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import type { MapList } from '../../server/contract/maps.ts';
import { MapFolder } from '../../server/maps/map-folder.ts';
import { DIST, TestServer } from '../support/built-server.ts';
import { inFolder, mapOfSoundRun } from '../support/made-map.ts';

const LONGEST_WAIT_MS = 30_000;

describe('maps on the settings page', () => {
  let server: TestServer;
  let runId: string;
  beforeAll(async () => {
    server = await TestServer.start();
    await server.api.import({ name: 'sound.gpx', bytes: writeGpx(SOUND) });
    runId = (await server.api.call('listRuns')).runs[0]?.id ?? '';
  });
  afterAll(() => server.close());

  const send = async (name: string, bytes: Uint8Array): Promise<MapList> => {
    const answer = await fetch(`${server.url}/api/maps/${name}`, { method: 'PUT', body: new Uint8Array(bytes) });
    expect(answer.status).toBe(202);
    return (await answer.json()) as MapList;
  };

  async function until<T>(look: () => Promise<T>, isDone: (seen: T) => boolean): Promise<T> {
    for (const startMs = Date.now(); Date.now() - startMs < LONGEST_WAIT_MS; await wait(50)) {
      const seen = await look();
      if (isDone(seen)) return seen;
    }
    throw new Error('It never came to pass.');
  }

  const certainties = async () => {
    const { surfaces } = await server.api.call('getRunReport', { id: runId });
    return surfaces.map(({ type, certainty }) => `${type}, ${certainty}`);
  };
  const settled = () =>
    until(
      () => server.api.call('listMaps'),
      ({ adding }) => adding?.state !== 'adding',
    );

  it('have the runs that lie on them read again, and again when they go', async () => {
    expect(await certainties()).toEqual(['unknown, unknown']);
    expect((await send('region.osm.pbf', mapOfSoundRun())).adding).toMatchObject({ name: 'region', state: 'adding' });
    expect(await settled()).toMatchObject({ maps: [{ name: 'region', ways: 1 }], adding: null });
    await until(certainties, (seen) => seen.includes('dirt, mapped'));
    await server.api.call('removeMap', { name: 'region' });
    expect(await until(certainties, (seen) => !seen.includes('dirt, mapped'))).toEqual(['unknown, unknown']);
  });

  it('are noticed when the command line adds and removes them while the server runs', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'region.osm.pbf'), mapOfSoundRun());
      const byCommand = new MapFolder(server.config.dataFolder);
      byCommand.add(join(folder, 'region.osm.pbf'), 'by-command.osm.pbf');
      expect(await certainties()).toContain('dirt, mapped');
      byCommand.remove('by-command');
      expect(await certainties()).toEqual(['unknown, unknown']);
    }));

  it('say why a file is no map, and keep what was there', async () => {
    await send('broken.osm.pbf', Buffer.from('not a map'));
    const { maps, adding } = await settled();
    expect(maps).toEqual([]);
    expect(adding).toMatchObject({ state: 'failed', reason: expect.stringContaining('This is no .osm.pbf file') });
  });

  it('give way to the runner’s word, until it is taken back', async () => {
    const body = { surface: 'sand', fromM: 200, toM: 700 };
    const { stretches } = await server.api.call('tellGround', { id: runId }, body);
    expect(stretches).toEqual([{ id: expect.any(Number), ...body }]);
    expect(await certainties()).toEqual(['unknown, unknown', 'sand, told']);
    const stretchId = stretches[0]?.id ?? 0;
    expect((await server.api.call('untellGround', { id: runId, stretchId })).stretches).toEqual([]);
    expect(await certainties()).toEqual(['unknown, unknown']);
    expect(await server.api.fail('tellGround', { id: runId }, { ...body, toM: 100 })).toMatchObject({ status: 400 });
    expect(await server.api.fail('getToldGround', { id: '0'.repeat(16) })).toMatchObject({ status: 404 });
  });

  it('refuse a name that is none, and the removal of a map that is not there', async () => {
    const answer = await fetch(`${server.url}/api/maps/${encodeURIComponent('../up.osm.pbf/..')}`, {
      method: 'PUT',
      body: 'x',
    });
    expect(answer.status).toBe(400);
    expect(await server.api.fail('removeMap', { name: 'nowhere' })).toMatchObject({ status: 404 });
  });
});

describe('kneewise map', () => {
  it('adds, lists and removes; what it adds tells the ground to analyze', () =>
    inFolder((folder) => {
      const cli = (...args: string[]) => {
        const env = { ...process.env, KNEEWISE_DATA: join(folder, 'data') };
        const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, 'server/cli.js'), ...args], { env });
        return { status, stdout: String(stdout), stderr: String(stderr) };
      };
      writeFileSync(join(folder, 'region.osm.pbf'), mapOfSoundRun());
      writeFileSync(join(folder, 'sound.gpx'), writeGpx(SOUND));
      const ground = () => cli('analyze', '--json', join(folder, 'sound.gpx')).stdout;
      expect(cli('map', 'list').stdout).toContain('No maps yet');
      expect(cli('map', 'add', join(folder, 'region.osm.pbf')).stdout).toContain('Added "region": 1 ways');
      expect(cli('map', 'list').stdout).toMatch(/^region\t1 ways/);
      expect(ground()).toContain('"type":"dirt"');
      expect(cli('analyze', join(folder, 'sound.gpx')).stdout).toMatch(/^ {2}dirt, mapped +[\d.]+ km +\d+ %$/m);
      expect(cli('map', 'remove', 'region').status).toBe(0);
      expect(ground()).not.toContain('"type":"dirt"');
      expect(cli('map', 'remove', 'region')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('no map called'),
      });
      expect(cli('map', 'add', join(folder, 'sound.gpx'))).toMatchObject({ status: 2 });
    }));
});
