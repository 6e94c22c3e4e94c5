import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { until } from '../support/api-client.ts';
import { DIST, emptyFolder, TestServer } from '../support/built-server.ts';
import { kneewise } from '../support/command-line.ts';
import { zipOf } from '../support/zip.ts';

const SEASON = quietSeason().slice(0, 4);
/** What SQLite takes unless told otherwise. */
const PAGE_BYTES = 4096;
/** Longest start that ends by itself, milliseconds. */
const LONGEST_START_MS = 30_000;

/** Everything that a runner sees. */
async function stateOf(server: TestServer) {
  await server.api.settled();
  const { runs } = await server.api.call('listRuns');
  return {
    runs,
    reports: await Promise.all(runs.map(({ id }) => server.api.call('getRunReport', { id }))),
    weeks: await server.api.call('getWeeks'),
    cadence: await server.api.call('getCadenceTrend'),
    profile: await server.api.call('getProfile'),
    painLog: await server.api.call('getPainLog'),
    trash: await server.api.call('getTrash'),
    imports: await server.api.call('listImports'),
  };
}

describe('an export of everything', () => {
  let server: TestServer;
  let zip = new Uint8Array();
  beforeAll(async () => {
    server = await TestServer.start();
    const done = await server.api.import(...SEASON);
    const ids = done.files.map(({ runId }) => runId ?? '');
    await server.api.call('putProfile', {}, { heightM: 1.78 });
    const entry = { date: '2026-03-10', runId: ids[0], side: 'left', place: 'front', during: 3, note: '=1+1' };
    await server.api.call('createPainEntry', {}, entry);
    await server.api.call('changeRun', { id: ids[1] ?? '' }, { cadenceUnit: 'steps' });
    await server.api.call('deleteRun', { id: ids[3] ?? '' });
    await server.api.settled();
    zip = new Uint8Array(await (await server.api.send('exportAll')).arrayBuffer());
  }, 120_000);
  afterAll(() => server.close());

  it('gives an empty installation the same state: runs, reports, trends, profile, pain log, edits, trash', async () => {
    const other = await TestServer.start();
    const form = new FormData();
    form.append('files', new Blob([zip]), 'kneewise.zip');
    expect(await other.api.call('restoreAll', {}, form)).toEqual({ runs: 4, painEntries: 1 });
    expect(await stateOf(other)).toEqual(await stateOf(server));
    expect(await other.api.fail('restoreAll', {}, form)).toMatchObject({ status: 409, type: '/problems/not-restored' });
    await other.stop();
    expect(kneewise(other.config.dataFolder, ['doctor'])).toEqual({ status: 0, said: 'All is sound.\n' });
    rmSync(other.config.dataFolder, { recursive: true });
  });

  it('can be read without Kneewise, and no spreadsheet runs what is in it', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'all.zip'), zip);
    const python = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])';
    execFileSync('python3', ['-c', python, join(folder, 'all.zip'), folder]);
    expect(readFileSync(join(folder, 'runs.csv'), 'utf8').trim().split('\r\n')).toHaveLength(4);
    expect(readFileSync(join(folder, 'pain-log.csv'), 'utf8')).toContain(",'=1+1");
    expect(readdirSync(join(folder, 'originals'))).toHaveLength(4);
    expect(readdirSync(join(folder, 'reports'))).toHaveLength(3);
    rmSync(folder, { recursive: true });
  });

  it('is refused where it is damaged, and the installation stays empty', async () => {
    const other = await TestServer.start();
    for (const bytes of [
      zip.slice(0, zip.length / 2),
      await zipOf({ 'a.fit': SEASON[0]?.bytes ?? new Uint8Array() }),
    ]) {
      const form = new FormData();
      form.append('files', new Blob([new Uint8Array(bytes)]), 'kneewise.zip');
      expect(await other.api.fail('restoreAll', {}, form)).toMatchObject({ status: 409 });
    }
    expect((await other.api.call('listRuns')).runs).toEqual([]);
    await other.close();
  });

  it('and a backup alone bring back what was told, and say what is missing', async () => {
    const { backups } = await server.api.call('makeBackup');
    const path = join(server.config.dataFolder, 'backups', backups[0]?.name ?? '');
    const folder = emptyFolder();
    expect(kneewise(folder, ['restore', path])).toMatchObject({ status: 0 });
    const { status, said } = kneewise(folder, ['doctor']);
    expect(status).toBe(1);
    expect(said).toMatch(/The original of .* is missing/);
    rmSync(folder, { recursive: true });
  });
});

describe('a restore', () => {
  it('of what is no copy of Kneewise, or is not there, is refused in words, into a folder that only its owner may open', () => {
    const [folder, dataFolder] = [emptyFolder(), join(emptyFolder(), 'data')];
    const foreign = openSqlite(join(folder, 'foreign.sqlite'));
    foreign.exec('create table runs (id text); pragma user_version = 7; pragma journal_mode = delete;');
    foreign.close();
    const refused = (path: string) => {
      const { status, said } = kneewise(dataFolder, ['restore', path]);
      expect(status).toBe(2);
      return said;
    };
    expect(refused(join(folder, 'foreign.sqlite'))).toMatch(/neither an export nor a backup of Kneewise/);
    expect(refused(join(folder, 'nothing.zip'))).toMatch(/there is no such file/);
    expect(refused(folder)).toMatch(/is no file/);
    if (process.platform !== 'win32') expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
    expect(kneewise(dataFolder, ['export', join(folder, 'no/such/all.zip')])).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^error: .* cannot be written/),
    });
    rmSync(folder, { recursive: true });
  });
});

describe('the doctor', () => {
  it('finds a truncated original, a lost reading and bytes that nobody names, and mends what can be mended', async () => {
    const server = await TestServer.start();
    await server.api.import(...SEASON.slice(0, 3));
    await server.stop();
    const { dataFolder } = server.config;
    const original = (sha256: unknown) => join(dataFolder, 'originals', String(sha256).slice(0, 2), String(sha256));
    const [first, second] = server.rows('select id, sha256 from runs order by started_at_ms');
    const whole = readFileSync(original(first?.sha256));
    writeFileSync(original(first?.sha256), whole.subarray(0, 1000));
    server.rows(`delete from readings where run_id = '${second?.id}' returning run_id`);
    server.rows('delete from runs where id not in (select run_id from readings) returning id');
    const sick = kneewise(dataFolder, ['doctor']);
    expect(sick.status).toBe(1);
    expect(sick.said).toMatch(/has other bytes than when it came/);
    expect(sick.said).toMatch(/1 originals belong to no run/);
    kneewise(dataFolder, ['doctor', '--mend']);
    const again = await TestServer.start({ dataFolder });
    const report = await again.api.call('getRunReport', { id: String(first?.id) });
    expect(report.run.sha256).toBe(first?.sha256);
    expect(await again.api.call('getRunTrack', { id: String(first?.id) })).toHaveProperty('distanceM');
    await again.stop();
    writeFileSync(original(first?.sha256), whole);
    expect(kneewise(dataFolder, ['doctor'])).toEqual({ status: 0, said: 'All is sound.\n' });
    expect(server.rows('select count(*) as n from runs')).toEqual([{ n: 3 }]);
    rmSync(dataFolder, { recursive: true });
  });

  it('and the server say in words when a page of the database is damaged', async () => {
    const server = await TestServer.start();
    await server.api.import(...SEASON.slice(0, 1));
    await server.stop();
    const { dataFolder } = server.config;
    const path = join(dataFolder, 'kneewise.sqlite');
    const [runs] = server.rows("select rootpage from sqlite_schema where name = 'runs'");
    const damage = (page: number, pages: number) => {
      const handle = openSync(path, 'r+');
      writeSync(handle, Buffer.alloc(pages * PAGE_BYTES, 0xa5), 0, undefined, (page - 1) * PAGE_BYTES);
      closeSync(handle);
    };
    damage(Number(runs?.rootpage), 1);
    const { status, said } = kneewise(dataFolder, ['doctor']);
    expect(status).not.toBe(0);
    expect(said).toMatch(/The database .*is damaged/);
    expect(said).not.toMatch(/at .*\.js:\d+/);
    const ailing = await TestServer.start({ dataFolder });
    expect(await ailing.api.fail('listRuns')).toMatchObject({ type: '/problems/database-damaged' });
    await ailing.stop();
    damage(2, statSync(path).size / PAGE_BYTES - 1);
    const env = { PATH: process.env.PATH ?? '', PORT: '0', KNEEWISE_DATA: dataFolder };
    const started = spawnSync(process.execPath, [join(DIST, 'server/main.js')], { env, timeout: LONGEST_START_MS });
    expect(started.status).toBe(1);
    expect(String(started.stderr)).toMatch(/^The database of the data folder is damaged\. .*restore FILE.*\n$/);
    rmSync(dataFolder, { recursive: true });
  });
});

describe('kneewise import', () => {
  it('takes files, folders and archives, leaves them where they are, and says what became of them', () => {
    const [folder, dataFolder] = [emptyFolder(), emptyFolder()];
    mkdirSync(join(folder, 'export/activities'), { recursive: true });
    writeFileSync(join(folder, 'export/activities/1.fit'), SEASON[0]?.bytes ?? '');
    writeFileSync(
      join(folder, 'export/activities.csv'),
      'Activity ID,Activity Date,Activity Name,Activity Type,Activity Gear,Filename\n1,"Mar 3, 2026, 7:00:00 AM",Lunch Run,Run,Old Shoes,activities/1.fit\n',
    );
    writeFileSync(join(folder, 'letter.txt'), 'dear diary');
    const { status, said } = kneewise(dataFolder, ['import', join(folder, 'export'), join(folder, 'letter.txt')]);
    expect({ status, said }).toEqual({ status: 0, said: '1 new run, 2 no recordings\n' });
    expect(existsSync(join(folder, 'export/activities/1.fit'))).toBe(true);
    expect(kneewise(dataFolder, ['import', join(folder, 'nothing')])).toMatchObject({ status: 2 });
    for (const used of [folder, dataFolder]) rmSync(used, { recursive: true });
  });
});

describe('the watched folder', () => {
  it('gives its files when they have stopped growing, once, and keeps them', async () => {
    const watched = emptyFolder();
    const server = await TestServer.start({ watchFolder: watched });
    expect(await server.api.call('getWatchFolder')).toEqual({ path: watched, setBy: 'environment', problem: null });
    const path = join(watched, 'run.fit');
    writeFileSync(path, (SEASON[0]?.bytes ?? new Uint8Array()).slice(0, 500));
    utimesSync(path, 1, 1);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    writeFileSync(path, SEASON[0]?.bytes ?? '');
    const { imports } = await until(
      () => server.api.call('listImports'),
      ({ imports: [last] }) => last?.state === 'done',
    );
    expect(imports.map(({ origin, counts }) => [origin, counts.imported])).toEqual([['watch', 1]]);
    await new Promise((resolve) => setTimeout(resolve, 11_000));
    expect((await server.api.call('listImports')).imports).toHaveLength(1);
    expect(existsSync(path)).toBe(true);
    expect(await server.api.fail('putWatchFolder', {}, { path: '/elsewhere' })).toMatchObject({ status: 422 });
    await server.close();
    rmSync(watched, { recursive: true });
  });
});

describe('a folder that cannot be used', () => {
  it('of two programs lets the second go with a sentence', async () => {
    const server = await TestServer.start();
    expect(kneewise(server.config.dataFolder, ['doctor'])).toMatchObject({
      status: 2,
      said: expect.stringMatching(/^error: Another Kneewise is using the data folder/),
    });
    await server.close();
  });

  it.skipIf(process.getuid?.() === 0)('is told to be read-only (not provable as root, who may write anywhere)', () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o500);
    expect(kneewise(join(folder, 'data'), ['doctor']).said).toMatch(/cannot be written/);
    chmodSync(folder, 0o700);
  });
});
