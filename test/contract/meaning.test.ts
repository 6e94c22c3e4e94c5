import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { TestServer } from '../support/built-server.ts';

const SEASON = quietSeason();
/** Weeks later than the runs before it, so that it has a history. */
const LATE = SEASON.slice(18, 19);
const BEFORE = SEASON.slice(0, 18);

describe('what a run means, without reading its file again', () => {
  let server: TestServer;
  let runId = '';
  beforeEach(async () => {
    server = await TestServer.start();
    runId = (await server.api.import(...LATE)).files[0]?.runId ?? '';
  });
  afterEach(() => server.close());

  const report = () => server.api.call('getRunReport', { id: runId });
  const readTimes = () => server.rows('select id, read_at_ms from runs order by id');
  const bytes = async () => (await server.api.send('getRunReport', { id: runId })).text();

  it('is the same byte for byte while nothing changes', async () => {
    expect(await bytes()).toBe(await bytes());
  });

  it('changes with the height, even when the original file is gone', async () => {
    const before = await report();
    const times = readTimes();
    rmSync(join(server.config.dataFolder, 'originals'), { recursive: true });
    expect(await server.api.call('putProfile', {}, { heightM: 1.55 })).toEqual({ ...UNKNOWN_PROFILE, heightM: 1.55 });
    const after = await report();
    expect(after.kneeLoad.flatEasyKm.mid).not.toBe(before.kneeLoad.flatEasyKm.mid);
    expect(after.run).toEqual(before.run);
    await server.api.settled();
    expect((await server.api.call('getRun', { id: runId })).kneeLoadKm).toEqual(after.kneeLoad.flatEasyKm);
    expect(readTimes()).toEqual(times);
  });

  it('speaks miles once the profile says so, and everything told comes back as it was', async () => {
    const told = {
      heightM: 1.78,
      bodyMassKg: 70.5,
      runningYears: 3,
      lastKneeInjury: '2025-01-31',
      lastOtherInjury: null,
      hasFlatFeet: true,
      hasMisalignedJoints: false,
      wearsArchSupports: null,
      strengthDaysPerWeek: 2,
      units: 'mi',
      timeZone: 'Europe/Vienna',
    };
    expect(await server.api.call('putProfile', {}, told)).toEqual(told);
    expect(await server.api.call('getProfile')).toEqual(told);
    const { headline, units } = await report();
    expect(units).toBe('mi');
    expect(headline).toMatch(/^\d+[.]\d mi, .* flat easy miles/);
    await server.api.call('putProfile', {}, { heightM: 1.55 });
    expect((await report()).headline).toMatch(/^\d+[.]\d km, /);
  });

  it('changes with a pain entry and back when that is deleted', async () => {
    const before = await bytes();
    const times = readTimes();
    const entry = { date: LATE[0]?.recording.startedAtMs, runId, side: 'left', place: 'front', during: 6 };
    const date = new Date(entry.date ?? 0).toISOString().slice(0, 10);
    const stored = await server.api.call('createPainEntry', {}, { ...entry, date });
    expect(stored).toMatchObject({ runId, during: 6, before: null, note: null });
    expect((await server.api.call('getPainLog')).entries).toEqual([stored]);
    expect(await bytes()).not.toBe(before);
    await server.api.call('deletePainEntry', { id: stored.id });
    expect(await bytes()).toBe(before);
    expect(readTimes()).toEqual(times);
  });

  it('changes with older runs that come in later and back when they are deleted', async () => {
    const before = await bytes();
    const spike = (await report()).findings.find((finding) => finding.id === 'session-spike');
    expect(spike?.status).toBe('insufficient-data');
    const times = readTimes();
    const older = await server.api.import(...BEFORE);
    const after = await report();
    expect(after.findings.find((finding) => finding.id === 'session-spike')?.status).toBe('scored');
    expect(readTimes()).toEqual(expect.arrayContaining(times));
    await server.api.settled();
    const summary = await server.api.call('getRun', { id: runId });
    expect(summary.kneeLoadKm).toEqual(after.kneeLoad.flatEasyKm);
    for (const file of older.files) await server.api.call('deleteRun', { id: file.runId ?? '' });
    expect(await bytes()).toBe(before);
  });

  it('brings list and report to the same numbers for every run of a season, in whatever order they came', async () => {
    await server.api.import(...[...BEFORE].reverse());
    await server.api.settled();
    const { runs } = await server.api.call('listRuns');
    expect(runs).toHaveLength(BEFORE.length + 1);
    for (const run of runs) {
      const { kneeLoad, findings } = await server.api.call('getRunReport', { id: run.id });
      expect(run.kneeLoadKm, run.fileName).toEqual(kneeLoad.flatEasyKm);
      expect(run.flags.map((flag) => flag.id)).toEqual(
        findings.filter((one) => one.severity !== 'none').map((one) => one.id),
      );
    }
  });
});

describe('a new engine', () => {
  it('reads the runs of an older one again, in the background and when one is asked for', async () => {
    const first = await TestServer.start();
    const { files } = await first.api.import(...BEFORE.slice(0, 3));
    const list = await first.api.call('listRuns');
    first.rows("update runs set engine_version = '0.0.0', distance_m = 1, facts = json_set(facts, '$.distanceM', 1)");
    await first.stop();
    const second = await TestServer.start({ dataFolder: first.config.dataFolder });
    const id = files[2]?.runId ?? '';
    expect((await second.api.call('getRunReport', { id })).totals.distanceM).toBeGreaterThan(1000);
    await second.api.settled();
    expect(await second.api.call('listRuns')).toEqual(list);
    await second.close();
  });

  it('keeps the old reading of a run whose original is damaged', async () => {
    const first = await TestServer.start();
    const [file] = (await first.api.import(...LATE)).files;
    const id = file?.runId ?? '';
    const before = await first.api.call('getRunReport', { id });
    first.rows("update runs set engine_version = '0.0.0'");
    await first.stop();
    rmSync(join(first.config.dataFolder, 'originals'), { recursive: true });
    const second = await TestServer.start({ dataFolder: first.config.dataFolder });
    await second.api.settled();
    expect(await second.api.call('getRunReport', { id })).toEqual(before);
    await second.close();
  });
});

describe('a review that fails', () => {
  it('keeps the sums of before, tells a problem, and is over when the run is read again', async () => {
    const server = await TestServer.start();
    const id = (await server.api.import(...LATE)).files[0]?.runId ?? '';
    const before = await server.api.call('listRuns');
    server.rows("update readings set encoded = x'00'");
    await server.api.call('putProfile', {}, { heightM: 1.6 });
    await server.api.settled();
    expect(await server.api.call('listRuns')).toEqual(before);
    expect(await server.api.fail('getRunReport', { id })).toMatchObject({ status: 500, type: '/problems/internal' });
    await server.api.call('changeRun', { id }, { cadenceUnit: null });
    expect((await server.api.call('getRunReport', { id })).run.sha256).toContain(id);
    await server.close();
  });
});

describe('the cadence unit of a run', () => {
  it('is turned over by the runner’s word, and given back to the file', async () => {
    const server = await TestServer.start();
    const id = (await server.api.import(...LATE)).files[0]?.runId ?? '';
    const first = await server.api.call('getRun', { id });
    const told = await server.api.call('changeRun', { id }, { cadenceUnit: 'steps' });
    expect(first.runningCadenceSpm).toBeGreaterThan(140);
    expect((told.runningCadenceSpm ?? 0) * 2).toBeCloseTo(first.runningCadenceSpm ?? 0, 0);
    const { cadenceReading } = await server.api.call('getRunReport', { id });
    expect(cadenceReading).toMatchObject({ unit: 'steps', rule: 'runner' });
    expect(await server.api.call('changeRun', { id }, { cadenceUnit: null })).toEqual(first);
    await server.close();
  });
});

describe('deleting a run', () => {
  it('removes it from list and trends, from disk when the trash is emptied, and the same file can come again', async () => {
    const server = await TestServer.start();
    const id = (await server.api.import(...LATE)).files[0]?.runId ?? '';
    const entry = { date: '2026-03-01', runId: id, side: 'left', place: 'front', during: 3 };
    await server.api.call('createPainEntry', {}, entry);
    await server.api.call('deleteRun', { id });
    expect((await server.api.call('listRuns')).runs).toEqual([]);
    expect((await server.api.call('getWeeks')).weeks).toEqual([]);
    expect(await server.api.fail('getRunReport', { id })).toMatchObject({
      status: 404,
      type: '/problems/run-not-found',
    });
    expect(await server.api.fail('deleteRun', { id })).toMatchObject({ status: 404 });
    await server.api.call('emptyTrash');
    expect(server.rows('select count(*) as n from readings')).toEqual([{ n: 0 }]);
    expect((await server.api.call('getPainLog')).entries).toMatchObject([{ runId: null }]);
    expect((await server.api.import(...LATE)).files[0]).toMatchObject({ state: 'imported', runId: id });
    await server.close();
  });
});
