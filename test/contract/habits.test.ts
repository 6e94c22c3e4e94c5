/** What a runner asks beside one run: the next run, pain patterns, care. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { ApiClient } from '../support/api-client.ts';
import { emptyFolder, testConfig } from '../support/built-server.ts';

/** The last ten runs of the season: 9 to 28 June. */
const LATE = sampleSeason().slice(-10);
const LAST = LATE.at(-1);
const NOW = (LAST?.startedAtMs ?? 0) + 24 * 3_600_000;
const dateOf = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

describe('habits', () => {
  const dataFolder = emptyFolder();
  let server: RunningServer;
  let api: ApiClient;
  let runIds: string[] = [];
  beforeAll(async () => {
    server = await startServer(testConfig(dataFolder), () => NOW);
    api = new ApiClient(server.url);
    await api.call('putProfile', {}, { heightM: 1.78, timeZone: 'UTC' });
    expect(await api.call('getNextRun')).toMatchObject({
      budget: null,
      missing: expect.stringContaining('A budget takes 4 runs'),
    });
    const done = await api.import(...LATE);
    runIds = done.files.map(({ runId }) => runId ?? '');
    await api.settled();
    // Ten files are read on whatever machine this is.
  }, 120_000);
  afterAll(async () => {
    await server.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('allow the next run a tenth more than the longest of the month, with the reason', async () => {
    const { budget, missing, redFlag } = await api.call('getNextRun');
    const longestM = Math.max(...(await api.call('listRuns')).runs.map(({ distanceM }) => distanceM));
    expect({ missing, redFlag }).toEqual({ missing: null, redFlag: null });
    expect(budget?.longestM).toBeCloseTo(longestM, 6);
    expect(budget?.flatM).toBeLessThanOrEqual(1.1 * longestM + 1e-6);
    expect(budget?.overDescent[0]?.distanceM).toBeCloseTo(budget?.flatM ?? 0, 6);
  });

  it('give each advice an effect on the latest runs or the reason why there is none, and its basis', async () => {
    const { advice } = await api.call('getCare');
    for (const { id, effect, noEffect, grounds } of advice) {
      expect([id, (effect === null) !== (noEffect === null)]).toEqual([id, true]);
      expect([id, grounds.sources.length > 0 || grounds.assumption !== null]).toEqual([id, true]);
    }
    const ids = advice.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['soft-ground', 'treadmill', 'strength', 'alignment', 'next-run']));
  });

  it('know the article by topic, and advise by effect on the latest runs', async () => {
    const care = await api.call('getCare');
    expect(care).toMatchObject({ redFlag: null, isSore: false, runs: 8 });
    expect(care.topics.map(({ id }) => id)).toEqual(['causes', 'kinds', 'treatment', 'stretches', 'prevention']);
    const saved = care.advice.flatMap(({ effect }) => (effect ? [effect.beforeKm - effect.afterKm] : []));
    expect(saved.length).toBeGreaterThan(0);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
  });

  it('see a pattern in the pain log once eight runs have a note, and not before', async () => {
    const note = (runId: string, i: number) =>
      api.call(
        'createPainEntry',
        {},
        {
          ...{ runId, date: dateOf(LATE[i]?.startedAtMs ?? 0), side: 'left', place: 'front' },
          nextMorning: (LATE[i]?.truth.distanceM ?? 0) > 6800 ? 1 : 0,
        },
      );
    for (const [i, runId] of runIds.slice(0, 7).entries()) await note(runId, i);
    expect(await api.call('getPainPatterns')).toEqual({ notedRuns: 7, neededRuns: 8, patterns: [] });
    for (const [i, runId] of runIds.slice(7).entries()) await note(runId, 7 + i);
    const { notedRuns, patterns } = await api.call('getPainPatterns');
    expect(notedRuns).toBe(10);
    expect(patterns.find(({ measure }) => measure === 'distance')?.sentence).toMatch(/^Pain afterwards followed \d of/);
  });

  it('put being seen before everything when a note alarms, and give training advice back with its end', async () => {
    const entry = { date: dateOf(NOW), side: 'left', place: 'front', during: 3 };
    const { id } = await api.call('createPainEntry', {}, entry);
    expect((await api.call('getPainLog')).redFlag).toBeNull();
    const alarming = await api.call('putPainEntry', { id }, { ...entry, note: 'it locked on the stairs' });
    expect(alarming).toMatchObject({ id, note: 'it locked on the stairs', during: 3 });
    expect((await api.call('getPainLog')).redFlag).toMatchObject({ urgent: true });
    const care = await api.call('getCare');
    expect(care).toMatchObject({ redFlag: { urgent: true }, advice: [] });
    expect(care.topics.map((topic) => topic.id)).toEqual(['causes', 'kinds', 'treatment']);
    expect((await api.call('getNextRun')).redFlag?.text).toContain('See a doctor today');
    const lastId = runIds.at(-1) ?? '';
    const ofTheRun = { ...entry, date: dateOf(LAST?.startedAtMs ?? 0), runId: lastId };
    await api.call('putPainEntry', { id }, { ...ofTheRun, note: 'it locked on the stairs' });
    const { suggestions } = await api.call('getRunReport', { id: lastId });
    expect(suggestions.map(({ text }) => text)).toEqual([expect.stringContaining('See a doctor today')]);
    await api.call('deletePainEntry', { id });
    expect((await api.call('getRunReport', { id: lastId })).suggestions.map(({ text }) => text).join()).not.toContain(
      'See a doctor today',
    );
    expect((await api.call('getCare')).advice.length).toBeGreaterThan(0);
    expect(await api.fail('putPainEntry', { id }, entry)).toMatchObject({ type: '/problems/pain-entry-not-found' });
  });
});
