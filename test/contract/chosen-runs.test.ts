import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { MOST_CHOSEN } from '../../server/contract/chosen-runs.ts';
import type { OperationId } from '../../server/contract/operations.ts';
import { emptyFolder, TestServer } from '../support/built-server.ts';

const DAY_MS = 86_400_000;
const UNKNOWN_RUN = '0123456789abcdef';
const daysLater = (days: number) => ({ ...SOUND, startedAtMs: SOUND.startedAtMs + days * DAY_MS });
/** Alike in name, and one that a spreadsheet would run. */
const FILES = [
  { name: 'evening.gpx', bytes: writeGpx(SOUND) },
  { name: 'Evening.gpx', bytes: writeGpx(daysLater(1)) },
  { name: '=1+1.fit', bytes: writeFit(daysLater(2)) },
  { name: 'left-alone.fit', bytes: writeFit(daysLater(3)) },
];
const OPERATIONS_OF_RUNS = [
  ['getOriginals', {}],
  ['getRunTable', {}],
  ['tellGroundOfRuns', { surface: 'grass' }],
  ['untellGroundOfRuns', {}],
] as const satisfies readonly (readonly [OperationId, object])[];

let server: TestServer;
let ids: string[];
let leftAlone: string;
beforeAll(async () => {
  server = await TestServer.start();
  const { files } = await server.api.import(...FILES);
  const byName = new Map(files.map(({ name, runId }) => [name, runId ?? '']));
  ids = FILES.slice(0, 3).map(({ name }) => byName.get(name) ?? '');
  leftAlone = byName.get('left-alone.fit') ?? '';
  await server.api.settled();
}, 120_000);
afterAll(() => server.close());

async function download(id: 'getOriginals' | 'getRunTable', body: object): Promise<Buffer> {
  const response = await server.api.send(id, {}, body);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toMatch(
    /^attachment; filename=kneewise-runs-[\d-]{10}[.](zip|csv)$/,
  );
  return Buffer.from(await response.arrayBuffer());
}

/** Opened by another program, not by ours. */
function unzipped(zip: Buffer): ReadonlyMap<string, Buffer> {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'all.zip'), zip);
  const python = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
  execFileSync('python3', ['-c', python, join(folder, 'all.zip'), join(folder, 'out')]);
  const entries = readdirSync(join(folder, 'out'), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return new Map(files.map((name) => [name, readFileSync(join(folder, 'out', name))]));
}

const groundOf = async (id: string) =>
  (await server.api.call('getRunReport', { id })).surfaces.map(({ type, certainty }) => `${type}, ${certainty}`);
const words = () => server.rows('select run_sha256, surface from told_grounds order by id');

describe('the files of chosen runs', () => {
  it('come in one ZIP, byte for byte, under names of their own', async () => {
    const files = unzipped(await download('getOriginals', { ids: [...ids, ids[0]] }));
    expect([...files.keys()].sort()).toEqual(['=1+1.fit', 'Evening (2).gpx', 'evening.gpx']);
    expect(files.get('evening.gpx')?.equals(FILES[0]?.bytes as Uint8Array)).toBe(true);
    expect(files.get('Evening (2).gpx')?.equals(FILES[1]?.bytes as Uint8Array)).toBe(true);
    expect(files.get('=1+1.fit')?.equals(FILES[2]?.bytes as Uint8Array)).toBe(true);
  });

  it('come without one that is lost from the disk, which is named', async () => {
    const [row] = server.rows(`select file_sha256 from runs where id = '${ids[1]}'`);
    const sha256 = String(row?.file_sha256);
    const path = join(server.config.dataFolder, 'originals', sha256.slice(0, 2), sha256);
    renameSync(path, `${path}.away`);
    const files = unzipped(await download('getOriginals', { ids }));
    renameSync(`${path}.away`, path);
    expect([...files.keys()].sort()).toEqual(['=1+1.fit', 'evening.gpx', 'files-not-found.txt']);
    expect(String(files.get('files-not-found.txt'))).toBe('Evening (2).gpx\n');
  });
});

describe('the table of chosen runs', () => {
  it('has one line for each, the latest first, with the columns and words of the whole export', async () => {
    const csv = String(await download('getRunTable', { ids }));
    const lines: Record<string, string>[] = parse(csv, { columns: true });
    expect(lines.map(({ id }) => id)).toEqual([...ids].reverse());
    const run = await server.api.call('getRun', { id: ids[0] as string });
    expect(lines[2]).toMatchObject({
      ...{ startedAt: run.startedAt, fileName: 'evening.gpx', distanceM: String(run.distanceM) },
      ...{ kneeLoadMidKm: String(run.kneeLoadKm.mid), severity: run.severity },
    });
    const all = unzipped(Buffer.from(await (await server.api.send('exportAll')).arrayBuffer()));
    const whole: Record<string, string>[] = parse(String(all.get('runs.csv')), { columns: true });
    expect(lines).toEqual(whole.filter(({ id }) => id !== leftAlone));
  });

  it('holds nothing that a spreadsheet would run', async () => {
    expect(String(await download('getRunTable', { ids }))).toContain(",'=1+1.fit,");
  });
});

describe('the ground of chosen runs', () => {
  it('is told for each from start to end, for no other on the same path, and taken back', async () => {
    expect(await groundOf(ids[0] as string)).toEqual(['unknown, unknown']);
    expect(await server.api.call('tellGroundOfRuns', {}, { ids, surface: 'gravel' })).toEqual({ runs: 3 });
    await server.api.settled();
    for (const id of ids) expect(await groundOf(id)).toEqual(['gravel, told']);
    const { runs } = await server.api.call('listRuns');
    expect(runs.map(({ id, ground }) => [id, ground])).toEqual([
      [leftAlone, null],
      ...[...ids].reverse().map((id) => [id, 'gravel']),
    ]);
    const { stretches } = await server.api.call('getToldGround', { id: ids[0] as string });
    expect(stretches).toMatchObject([{ surface: 'gravel', fromM: 0 }]);
    expect(await server.api.call('untellGroundOfRuns', {}, { ids })).toEqual({ runs: 3 });
    await server.api.settled();
    for (const id of ids) expect(await groundOf(id)).toEqual(['unknown, unknown']);
    expect(await server.api.call('untellGroundOfRuns', {}, { ids })).toEqual({ runs: 0 });
  });

  it('counts again as it was said before when a later word is taken back; a stretch keeps its own', async () => {
    const id = ids[0] as string;
    const stretch = { surface: 'sand', fromM: 0, toM: 500 };
    await server.api.call('tellGroundOfRuns', {}, { ids: [id], surface: 'asphalt' });
    await server.api.call('tellGround', { id }, stretch);
    await server.api.call('tellGroundOfRuns', {}, { ids, surface: 'grass' });
    expect(await groundOf(id)).toEqual(['grass, told']);
    await server.api.call('untellGroundOfRuns', {}, { ids });
    expect(await groundOf(id)).toEqual(['asphalt, told', 'sand, told']);
    await server.api.call('untellGroundOfRuns', {}, { ids });
    expect(await groundOf(id)).toEqual(['unknown, unknown', 'sand, told']);
    const { stretches } = await server.api.call('getToldGround', { id });
    await server.api.call('untellGround', { id, stretchId: stretches[0]?.id ?? 0 });
  });

  it('can be a treadmill: the report then speaks of one, and the finding goes with the word', async () => {
    const id = ids[1] as string;
    const finding = async () =>
      (await server.api.call('getRunReport', { id })).findings.find(({ id: name }) => name === 'treadmill')?.status;
    expect(await finding()).toBe('insufficient-data');
    await server.api.call('tellGroundOfRuns', {}, { ids: [id], surface: 'treadmill' });
    expect(await groundOf(id)).toEqual(['treadmill, told']);
    expect(await finding()).toBe('scored');
    await server.api.call('untellGroundOfRuns', {}, { ids: [id] });
    expect(await finding()).toBe('insufficient-data');
  });

  it('is told of one run for that run alone when it is a treadmill, though others ran the same way', async () => {
    const body = { surface: 'treadmill', fromM: 0, toM: 3000 };
    const { stretches } = await server.api.call('tellGround', { id: ids[0] as string }, body);
    expect(await groundOf(ids[0] as string)).toEqual(['treadmill, told']);
    expect(await groundOf(ids[1] as string)).toEqual(['unknown, unknown']);
    await server.api.call('untellGround', { id: ids[0] as string, stretchId: stretches[0]?.id ?? 0 });
  });

  it('is that of every recording of a run, whichever leads', async () => {
    const { files } = await server.api.import({ name: 'other-watch.fit', bytes: writeFit(SOUND) });
    expect(files[0]?.state).toBe('same-run');
    const { recordings } = await server.api.call('getRecordings', { id: ids[0] as string });
    expect(recordings).toHaveLength(2);
    const leader = recordings.find(({ leads }) => leads)?.id ?? '';
    expect(await server.api.call('tellGroundOfRuns', {}, { ids: [leader], surface: 'wood' })).toEqual({ runs: 1 });
    for (const { id } of recordings) expect(await groundOf(id)).toEqual(['wood, told']);
    expect(await server.api.call('untellGroundOfRuns', {}, { ids: [leader] })).toEqual({ runs: 1 });
    expect(words()).toEqual([]);
  });
});

describe('a request for chosen runs', () => {
  it.each(OPERATIONS_OF_RUNS)('%s is refused as a whole when one is not here or in the trash', async (id, more) => {
    const before = words();
    const refused = await server.api.fail(id, {}, { ...more, ids: [...ids, UNKNOWN_RUN] });
    expect(refused).toMatchObject({ status: 404, type: '/problems/runs-not-found' });
    expect(refused.detail).toContain(UNKNOWN_RUN);
    await server.api.call('deleteRun', { id: leftAlone });
    expect(await server.api.fail(id, {}, { ...more, ids: [leftAlone] })).toMatchObject({ status: 404 });
    await server.api.call('restoreRun', { id: leftAlone });
    expect(words()).toEqual(before);
  });

  it.each(OPERATIONS_OF_RUNS)('%s takes as many as it says and no more, and names what is wrong', async (id, more) => {
    const many = Array.from({ length: MOST_CHOSEN + 1 }, (_, at) => at.toString(16).padStart(16, '0'));
    const refused = (body: object) => server.api.fail(id, {}, { ...more, ...body });
    expect(await refused({ ids: many.slice(1) })).toMatchObject({ status: 404, type: '/problems/runs-not-found' });
    const tooMany = await refused({ ids: many });
    expect(tooMany).toMatchObject({ status: 400 });
    expect(tooMany.detail).toContain(`at most ${MOST_CHOSEN} runs`);
    expect(await refused({ ids: [] })).toMatchObject({ status: 400, detail: expect.stringContaining('at least one') });
    expect(await refused({ ids: ['../up'] })).toMatchObject({ status: 400 });
    expect(await refused({ ids, more: 1 })).toMatchObject({ status: 400 });
  });

  it('is refused for a ground that nobody can tell', async () => {
    expect(await server.api.fail('tellGroundOfRuns', {}, { ids, surface: 'moon' })).toMatchObject({ status: 400 });
  });
});
