/** The online map from the settings to the report, against a service on this machine that speaks the same protocol. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { MapFolder } from '../../server/maps/map-folder.ts';
import { until } from '../support/api-client.ts';
import { TestServer } from '../support/built-server.ts';
import { HEIDELBERG, inFolder, mapOfSoundRun } from '../support/made-map.ts';
import { madeWorld, OverpassServer, type World, worldOfExtract } from '../support/overpass-server.ts';
import { hasRealData, readRealFile } from '../support/real-data.ts';

/** Quick enough for a test; how polite it is else stands in the unit test of the fetcher. */
const WAITS = { pauseMs: 1, restMs: 50, longestRestMs: 100 };

/** A forest path along the whole run, whose ground its tag names. */
function worldOfTheRun(): World {
  const { latDeg, lonDeg } = SOUND;
  if (latDeg === null || lonDeg === null) throw new Error('The sound run has no positions.');
  const places = Array.from(latDeg, (lat, i): [number, number] => [lat, lonDeg[i] as number]);
  const nodes = places.map((_, i) => i + 1);
  return madeWorld(places, [{ type: 'way', id: 9, nodes, tags: { highway: 'path', surface: 'dirt' } }]);
}

const SOUND_GPX = { name: 'sound.gpx', bytes: writeGpx(SOUND) };

let server: TestServer;
beforeEach(async () => {
  server = await TestServer.start({ onlineMapWaits: WAITS });
});
afterEach(() => server.close());

const runId = async () => (await server.api.call('listRuns')).runs[0]?.id ?? '';
const grounds = async () => {
  const { surfaces } = await server.api.call('getRunReport', { id: await runId() });
  return surfaces.map(({ type, certainty }) => `${type}, ${certainty}`);
};
const turnOn = (address: string | null) => server.api.call('putOnlineMap', {}, { address });
const complete = () =>
  until(
    () => server.api.call('getOnlineMap'),
    ({ missing }) => missing === 0,
  );

describe('the online map', () => {
  let service: OverpassServer;
  let address: string;
  beforeEach(async () => {
    service = new OverpassServer(worldOfTheRun());
    address = await service.start();
  });
  afterEach(() => service.close());

  it('is off at first; turned on it asks once for each box round the runs, then works without the net', async () => {
    await server.api.import(SOUND_GPX);
    const off = await server.api.call('getOnlineMap');
    expect(off).toMatchObject({ address: null, cells: 0, problem: null });
    expect(off.missing).toBeGreaterThan(0);
    expect(await grounds()).toEqual(['unknown, unknown']);
    await turnOn(address);
    const { cells } = await complete();
    expect(cells).toBe(off.missing);
    await until(grounds, (seen) => seen.includes('dirt, mapped'));
    expect(service.queries).toHaveLength(cells);
    expect(new Set(service.queries).size).toBe(cells);
    expect(service.mostAtOnce).toBe(1);

    await service.close();
    await server.stop();
    server = await TestServer.start({ dataFolder: server.config.dataFolder, onlineMapWaits: WAITS });
    expect(await grounds()).toContain('dirt, mapped');
    expect(await server.api.call('getOnlineMap')).toMatchObject({ address, cells, missing: 0, problem: null });
  });

  it('reads runs without it while it cannot be reached, says so, and tries again', async () => {
    const busy = (status: number) => (response: { writeHead(status: number): { end(): void } }) =>
      response.writeHead(status).end();
    service.mischief.push(busy(429), busy(504), (response) => response.end('<html>'));
    await turnOn(address);
    await server.api.import(SOUND_GPX);
    const { problem, triedAgainAt } = await until(
      () => server.api.call('getOnlineMap'),
      (state) => state.problem !== null,
    );
    expect(problem).toMatch(/service/);
    expect(Date.parse(triedAgainAt ?? '')).toBeGreaterThan(0);
    expect((await server.api.call('listRuns')).runs).toHaveLength(1);
    expect((await complete()).problem).toBeNull();
    await until(grounds, (seen) => seen.includes('dirt, mapped'));
    expect(service.queries.length).toBeGreaterThan(3);
  });

  it('asks for nothing where a map of the runner’s own has ways, nor once it is off', async () => {
    await server.api.import(SOUND_GPX);
    const { missing } = await server.api.call('getOnlineMap');
    inFolder((folder) => {
      writeFileSync(join(folder, 'region'), mapOfSoundRun());
      new MapFolder(server.config.dataFolder).add(join(folder, 'region'), 'region.osm.pbf');
    });
    const left = (await server.api.call('getOnlineMap')).missing;
    expect(left).toBeLessThan(missing);
    await turnOn(address);
    await complete();
    expect(service.queries).toHaveLength(left);
    await turnOn(null);
    new MapFolder(server.config.dataFolder).remove('region');
    await until(grounds, (seen) => seen.includes('unknown, unknown'));
    expect(service.queries).toHaveLength(left);
    expect(await server.api.call('getOnlineMap')).toMatchObject({ address: null, missing: missing - left });
  });

  it('forgets its answers when told to, and asks for them anew', async () => {
    await turnOn(address);
    await server.api.import(SOUND_GPX);
    const { cells } = await complete();
    await turnOn(null);
    expect(await server.api.call('clearOnlineMap')).toMatchObject({ cells: 0, bytes: 0, missing: cells });
    expect(await until(grounds, (seen) => !seen.includes('dirt, mapped'))).toEqual(['unknown, unknown']);
    await turnOn(address);
    await complete();
    expect(service.queries).toHaveLength(2 * cells);
  });

  it.each(['somewhere', 'ftp://127.0.0.1/map', 'http://me:secret@127.0.0.1/map'])(
    'refuses the address %s',
    async (bad) => {
      expect(await server.api.fail('putOnlineMap', {}, { address: bad })).toMatchObject({ status: 400 });
      expect((await server.api.call('getOnlineMap')).address).toBeNull();
    },
  );
});

const REAL_RUN = 'gpx/fgebhart+workoutizer/tests/data/example.gpx';

describe.skipIf(!hasRealData)('a real region by an online map (skipped without ../shared/data)', () => {
  it('gives a real run the same ground as the extract itself', async () => {
    const service = new OverpassServer(worldOfExtract(HEIDELBERG));
    await turnOn(await service.start());
    await server.api.import({ name: 'run.gpx', bytes: readRealFile(REAL_RUN) });
    await complete();
    await server.api.settled();
    await service.close();
    const id = await runId();
    const metres = async () => {
      const { surfaces } = await server.api.call('getRunReport', { id });
      return new Map(surfaces.map(({ type, certainty, distanceM }) => [`${type}, ${certainty}`, distanceM]));
    };
    const online = await until(metres, (seen) => (seen.get('asphalt, mapped') ?? 0) > 0);
    await turnOn(null);
    await server.api.call('clearOnlineMap');
    new MapFolder(server.config.dataFolder).add(HEIDELBERG, 'region.osm.pbf');
    const byExtract = await until(metres, (seen) => (seen.get('asphalt, mapped') ?? 0) > 0);
    expect([...online.keys()].sort()).toEqual([...byExtract.keys()].sort());
    for (const [ground, m] of byExtract) expect(Math.abs((online.get(ground) ?? 0) - m)).toBeLessThan(20);
    expect(byExtract.size).toBeGreaterThan(3);
  });
});
