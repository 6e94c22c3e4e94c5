import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import type { Import } from '../../server/contract/imports.ts';
import { DIST, emptyFolder, TestServer } from '../support/built-server.ts';

const SEASON = quietSeason().slice(0, 6);
const broken = (name: string) => {
  const fixture = BROKEN.find((one) => one.name === name);
  if (!fixture) throw new Error(`no broken fixture ${name}`);
  return { name, bytes: fixture.bytes() };
};

describe('importing', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('takes a run from upload over progress to list, report, track and trends', async () => {
    const [file] = SEASON;
    if (!file) throw new Error('empty season');
    const events: Import[] = [];
    for await (const event of server.api.events(await server.api.upload(file))) events.push(event);
    const last = events.at(-1);
    expect(last).toMatchObject({ state: 'done', counts: { imported: 1, queued: 0, working: 0, failed: 0 } });
    const runId = last?.files[0]?.runId ?? '';
    const { runs, updating } = await server.api.call('listRuns');
    expect({ ids: runs.map((run) => run.id), updating }).toEqual({ ids: [runId], updating: 0 });
    expect(await server.api.call('getRun', { id: runId })).toEqual({ ...runs[0], description: null });
    const report = await server.api.call('getRunReport', { id: runId });
    expect(report.run.sha256.slice(0, 16)).toBe(runId);
    expect(report.kneeLoad.flatEasyKm).toEqual(runs[0]?.kneeLoadKm);
    const track = await server.api.call('getRunTrack', { id: runId });
    expect(track.timeS.length).toBeGreaterThan(100);
    const { splits, ...columns } = track;
    expect(new Set(Object.values(columns).map((column) => column.length))).toEqual(new Set([track.timeS.length]));
    expect(splits.km.at(-1)?.endM).toBeCloseTo(track.distanceM.at(-1) ?? 0, 0);
    expect((await server.api.call('getWeeks')).weeks).toHaveLength(1);
    expect((await server.api.call('getCadenceTrend')).trend).toBe('too-little-data');
  });

  it('keeps the same bytes once, whatever they are called, and names the run', async () => {
    const [file] = SEASON;
    if (!file) throw new Error('empty season');
    const again = await server.api.import({ name: 'copy.fit', bytes: file.bytes }, { ...file });
    expect(again.files.map(({ state }) => state)).toEqual(['duplicate', 'duplicate']);
    expect(again.files[0]?.reason).toMatch(/^Already here: the run of \d+ March 2026, [\d.]+ km, from /);
    expect((await server.api.call('listRuns')).runs).toHaveLength(1);
  });

  it('takes the same bytes twice in one drop as one run', async () => {
    const file = SEASON[1];
    if (!file) throw new Error('short season');
    const both = await server.api.import(file, { name: 'twin.fit', bytes: file.bytes });
    expect(both.files.map(({ state }) => state)).toEqual(['imported', 'duplicate']);
    expect(both.files[1]?.runId).toBe(both.files[0]?.runId);
  });

  it('refuses bad files with code and reason and takes the good ones beside them', async () => {
    const good = SEASON[2];
    if (!good) throw new Error('short season');
    const bad = ['empty.fit', 'letter.txt', 'garbage-after-header.fit', 'ride.fit'].map(broken);
    const done = await server.api.import(...bad, good);
    expect(done.files.map(({ state, code }) => `${state} ${code}`)).toEqual([
      'failed empty-file',
      'not-an-activity unknown-format',
      'failed damaged-file',
      'not-a-run not-a-run',
      'imported null',
    ]);
    for (const file of done.files.slice(0, 4)) expect(file.reason?.length).toBeGreaterThan(20);
    expect(done.files[3]?.reason).toMatch(/cycling/);
  });

  it('keeps the bytes of runs, of recordings that the runner may call a run, and no others', () => {
    const originals = readdirSync(join(server.config.dataFolder, 'originals'), {
      recursive: true,
      withFileTypes: true,
    });
    const kept = originals.filter((entry) => entry.isFile()).map((entry) => entry.name);
    const needed = server.rows(
      "select file_sha256 from runs union select sha256 from import_files where name = 'ride.fit'",
    );
    expect(kept.sort()).toEqual(needed.map((row) => row.file_sha256).sort());
    expect(readdirSync(join(server.config.dataFolder, 'incoming'))).toEqual([]);
  });

  it('brings a file name of any script through unharmed', async () => {
    const file = SEASON[3];
    if (!file) throw new Error('short season');
    const done = await server.api.import({ name: 'Läufe – 晨跑 №1.fit', bytes: file.bytes });
    expect(done.files[0]?.name).toBe('Läufe – 晨跑 №1.fit');
  });

  it('reads every odd file of the collection or says why not, and is still there afterwards', async () => {
    const done = await server.api.import(...BROKEN.map(({ name, bytes }) => ({ name, bytes: bytes() })));
    expect(done.files.filter(({ code }) => code === 'archive')).toEqual([]);
    for (const { name, expectation } of BROKEN) {
      // What is packed is opened here, and then told by what is in it; a table may be the list of an account export.
      if (!expectation.ok && expectation.codes.includes('archive')) continue;
      const file = done.files.find((one) => one.name === name);
      if (expectation.ok) expect(['imported', 'duplicate', 'same-run'], name).toContain(file?.state);
      else expect([...expectation.codes, 'not-an-activity', 'export-list'], name).toContain(file?.code);
    }
    expect((await server.api.call('getHealth')).status).toBe('ok');
  });
});

describe('the sample season', () => {
  it('is imported like files of the runner, and shows in list and trends', async () => {
    const server = await TestServer.start();
    const done = await server.api.done((await server.api.call('createSampleImport')).id);
    const names = readdirSync(join(DIST, 'sample-season')).sort();
    expect(done.files.map((file) => file.name)).toEqual(names);
    expect(done.counts.imported).toBe(names.length);
    const { runs } = await server.api.call('listRuns');
    expect(runs.map((run) => run.startedAt)).toEqual(
      runs
        .map((run) => run.startedAt)
        .sort()
        .reverse(),
    );
    expect((await server.api.call('getWeeks')).weeks.reduce((sum, week) => sum + week.runs, 0)).toBe(names.length);
    expect((await server.api.call('getCadenceTrend')).weeks.length).toBeGreaterThan(10);
    const again = await server.api.done((await server.api.call('createSampleImport')).id);
    expect(again.counts.duplicate).toBe(names.length);
    await server.close();
  });

  it('says so when it was not built', async () => {
    const server = await TestServer.start({ sampleFolder: join(emptyFolder(), 'nothing') });
    expect(await server.api.fail('createSampleImport')).toMatchObject({ status: 503, type: '/problems/no-sample' });
    await server.close();
  });
});

describe('an import that is interrupted', () => {
  it('goes on after a restart, and every file is decided once', async () => {
    const first = await TestServer.start();
    const files = quietSeason(8).slice(0, 12);
    const id = await first.api.upload(...files);
    await first.stop();
    const before = first.rows('select state from import_files').map((row) => row.state);
    expect(before).toContain('queued');
    const second = await TestServer.start({ dataFolder: first.config.dataFolder });
    const done = await second.api.done(id);
    expect(done.counts).toMatchObject({ imported: files.length, failed: 0, duplicate: 0 });
    expect((await second.api.call('listRuns')).runs).toHaveLength(files.length);
    expect(second.rows('select distinct attempts from import_files')).toEqual([{ attempts: 1 }]);
    await second.close();
  });

  it('gives back the same bytes that were uploaded', async () => {
    const server = await TestServer.start();
    const [file] = SEASON;
    if (!file) throw new Error('empty season');
    const done = await server.api.import(file);
    const response = await server.api.send('getRunOriginal', { id: done.files[0]?.runId ?? '' });
    expect(response.headers.get('content-disposition')).toContain(file.name);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(file.bytes));
    await server.close();
  });
});
