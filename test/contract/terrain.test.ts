import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { terrainAdd, terrainList, terrainRemove } from '../../server/cli/terrain-command.ts';
import { UsageError } from '../../server/cli/usage-error.ts';
import { TerrainFolder } from '../../server/terrain/terrain-folder.ts';
import { TestServer } from '../support/built-server.ts';
import { gpxRun, trackPoints, utf8 } from '../support/small-xml.ts';
import { zipOf } from '../support/zip.ts';

const SIZE = 1201;

/** A tile that rises evenly to the north, from `lowM` on, by a metre a row (about 93 m of way). */
function hgt(lowM: number): Buffer {
  const bytes = Buffer.alloc(SIZE * SIZE * 2);
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) bytes.writeInt16BE(lowM + SIZE - 1 - row, (row * SIZE + column) * 2);
  return bytes;
}

/** What a command wrote. */
async function textOf(command: (out: PassThrough) => unknown): Promise<string> {
  const out = new PassThrough();
  await command(out);
  return String(out.read() ?? '');
}

describe('the terrain of a data folder', () => {
  let folder = '';
  let tiles = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kneewise-terrain-'));
    tiles = join(folder, 'downloads');
    mkdirSync(join(tiles, 'more'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes in all tiles of a folder, plain, zipped and gzipped, and names what is none', async () => {
    writeFileSync(join(tiles, 'N00E000.hgt'), hgt(100));
    writeFileSync(join(tiles, 'more', 'n01e000.hgt.gz'), gzipSync(hgt(200)));
    writeFileSync(
      join(tiles, 'S01W013.SRTMGL3.hgt.zip'),
      await zipOf({ 'S01W013.hgt': hgt(300), 'readme.txt': utf8('?') }),
    );
    writeFileSync(join(tiles, 'N02E000.hgt'), utf8('not found'));
    writeFileSync(join(tiles, 'licence.txt'), utf8('free'));
    const told = await textOf((out) => terrainAdd(folder, tiles, out));
    expect(told).toContain('Added 3 terrain tiles.');
    expect(told).toContain('N02E000.hgt: This is no terrain tile');
    expect(told).not.toContain('licence');
    expect(await textOf((out) => terrainList(folder, out))).toBe('N00E000\t2.9 MB\nN01E000\t2.9 MB\nS01W013\t2.9 MB\n');
    const lookup = new TerrainFolder(folder).lookup();
    expect(lookup?.(0.5, 0.5)).toBeCloseTo(700, 6);
    expect(lookup?.(1.5, 0.5)).toBeCloseTo(800, 6);
    expect(lookup?.(-0.5, -12.5)).toBeCloseTo(900, 6);
    expect(lookup?.(5, 5)).toBeNaN();
  });

  it('tells which tiles are there and where they lie, and is no terrain when empty', async () => {
    expect(new TerrainFolder(folder).present()).toEqual([]);
    expect(new TerrainFolder(folder).lookup()).toBeUndefined();
    writeFileSync(join(tiles, 'N00E000.hgt'), hgt(100));
    await textOf((out) => terrainAdd(folder, tiles, out));
    const box = { minLon: 0, minLat: 0, maxLon: 1e7, maxLat: 1e7 };
    expect(new TerrainFolder(folder).present()).toEqual([
      { name: 'terrain N00E000', writtenAtMs: expect.any(Number), box },
    ]);
    expect(await textOf((out) => terrainRemove(folder, 'n00e000', out))).toContain('Removed');
    expect(new TerrainFolder(folder).present()).toEqual([]);
  });

  it('tells the user what cannot be done', async () => {
    await expect(textOf((out) => terrainAdd(folder, join(folder, 'nowhere'), out))).rejects.toThrow(UsageError);
    expect(() => terrainRemove(folder, '../../etc', new PassThrough())).toThrow(UsageError);
    expect(await textOf((out) => terrainAdd(folder, tiles, out))).toContain('No terrain tiles');
    expect(existsSync(join(folder, 'terrain', 'N00E000.hgt'))).toBe(false);
  });
});

describe('runs on terrain that is added later', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(() => server.close());

  it('are read again with it', async () => {
    const flat = { name: 'flat.gpx', bytes: utf8(gpxRun(trackPoints(0, 900))) };
    const { files } = await server.api.import(flat);
    const [id = ''] = files.map(({ runId }) => runId ?? '');
    expect((await server.api.call('getRunReport', { id })).altitudeSource).toBe('none');

    const tile = join(server.config.dataFolder, 'N00E011.hgt');
    writeFileSync(tile, hgt(100));
    await textOf((out) => terrainAdd(server.config.dataFolder, tile, out));
    const report = await server.api.call('getRunReport', { id });
    expect(report.altitudeSource).toBe('terrain');
    expect(report.totals.ascentM).toBeCloseTo(2700 / 93, -1);
    expect(report.warnings.map(({ code }) => code)).toContain('altitude-from-terrain');
  });
});

describe('terrain on the settings page', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await TestServer.start();
  });
  afterEach(() => server.close());

  const send = (name: string, bytes: Uint8Array) =>
    fetch(`${server.url}/api/terrain/${encodeURIComponent(name)}`, { method: 'PUT', body: new Uint8Array(bytes) });

  it('comes as a file, plain or packed, is listed, and goes again', async () => {
    expect(await server.api.call('listTerrain')).toEqual({ tiles: [] });
    expect((await send('N00E000.hgt', hgt(100))).status).toBe(200);
    const packed = await send('two.zip', await zipOf({ 'N01E000.hgt': hgt(200), 'readme.txt': utf8('?') }));
    expect(await packed.json()).toMatchObject({ tiles: [{ name: 'N00E000' }, { name: 'N01E000' }] });
    await server.api.call('removeTerrain', { name: 'N00E000' });
    expect((await server.api.call('listTerrain')).tiles.map(({ name }) => name)).toEqual(['N01E000']);
    expect(await server.api.fail('removeTerrain', { name: 'N00E000' })).toMatchObject({ status: 404 });
  });

  it.each(['N00E000.hgt', 'holiday.jpg', '../N00E000'])(
    'refuses what is no tile, called %s, and leaves nothing behind',
    async (name) => {
      const answer = await send(name, utf8('no heights'));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('no terrain tile') });
      expect(await server.api.call('listTerrain')).toEqual({ tiles: [] });
      expect(readdirSync(join(server.config.dataFolder, 'incoming'))).toEqual([]);
    },
  );
});
