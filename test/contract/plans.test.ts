/** Planned routes over the API: kept, forecast by the runs that are there, renamed, deleted and back. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hillyRoute } from '../../fixtures/season/routes.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { drawRoute, writeRouteFit, writeRouteGpx, writeRouteTcx } from '../../fixtures/write/route.ts';
import { PlansRepository } from '../../server/db/plans-repository.ts';
import { Doctor } from '../../server/services/doctor.ts';
import { type RunningServer, startServer } from '../../server/start-server.ts';
import { openWorkshop } from '../../server/workshop.ts';
import { ApiClient, formOf, readProblem } from '../support/api-client.ts';
import { emptyFolder, TestServer, testConfig } from '../support/built-server.ts';

const LATE = sampleSeason().slice(-10);
const DAY_MS = 24 * 3_600_000;
const PLACES = drawRoute(hillyRoute(7000));
const GPX = writeRouteGpx(PLACES);
const upload = (name: string, bytes: Uint8Array) => formOf([{ name, bytes }]);

describe('plans', () => {
  const dataFolder = emptyFolder();
  const nowMs = (LATE.at(-1)?.startedAtMs ?? 0) + DAY_MS;
  let server: RunningServer;
  let api: ApiClient;
  let id = '';
  beforeAll(async () => {
    server = await startServer(testConfig(dataFolder), () => nowMs);
    api = new ApiClient(server.url);
    await api.call('putProfile', {}, { heightM: 1.78, timeZone: 'UTC' });
  });
  afterAll(async () => {
    await server.close();
    rmSync(dataFolder, { recursive: true });
  });

  it('are kept under the name that the file gives, and the same file twice is one plan', async () => {
    expect(await api.call('listPlans')).toEqual({ plans: [], deleted: [] });
    const plan = await api.call('createPlan', {}, upload('sunday.gpx', GPX));
    id = plan.id;
    expect(plan).toMatchObject({ name: 'Round the bay' });
    expect(Math.abs(plan.distanceM - 7000)).toBeLessThan(20);
    expect((await api.call('createPlan', {}, upload('again.gpx', GPX))).id).toBe(id);
    expect((await api.call('listPlans')).plans).toHaveLength(1);
    const original = await api.send('getPlanOriginal', { id });
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(GPX);
  });

  it('are forecast for somebody without runs by assumptions that are named', async () => {
    const { forecast, redFlag } = await api.call('getPlan', { id });
    expect({ redFlag, room: forecast.room, week: forecast.week }).toEqual({ redFlag: null, room: null, week: null });
    expect(forecast.noRoom).toContain('A budget takes 4 runs');
    expect(forecast.assumptions[0]).toContain('an easy 6:00 /km on the level is assumed');
  });

  it('follow the runs that come in: own pace, room in the budget, share of a week', async () => {
    await api.import(...LATE);
    await api.settled();
    const { forecast, track } = await api.call('getPlan', { id });
    expect(forecast.assumptions[0]).toMatch(/^Pace is your own: .* as your last 10 runs show/);
    expect(forecast.room?.sentences.length).toBeGreaterThan(0);
    expect(forecast.week?.share).toBeGreaterThan(0);
    expect(track.distanceM.at(-1)).toBeCloseTo(forecast.distanceM, 0);
    expect(track.latDeg.length).toBe(track.kneeLoadPerKm.length);
  }, 120_000);

  it('answer to the direction, the cadence and the walking that are asked for', async () => {
    const ask = async (query: string) => {
      const response = await fetch(`${server.url}/api/plans/${id}?${query}`);
      expect(response.status).toBe(200);
      return ((await response.json()) as Awaited<ReturnType<typeof api.call<'getPlan'>>>).forecast;
    };
    const habit = (await api.call('getPlan', { id })).forecast;
    const back = await ask('reversed=yes');
    expect(back.kneeLoadKm.mid).toBeCloseTo(habit.otherWay.kneeLoadKm.mid, 9);
    const quick = await ask('cadencePct=5');
    expect(quick.kneeLoadKm.mid).toBeLessThan(habit.kneeLoadKm.mid);
    const walked = await ask('walkSteeperThanPct=4');
    expect(walked.movingTimeS).toBeGreaterThan(habit.movingTimeS);
  });

  it.each(['reversed=maybe', 'cadencePct=50', 'walkSteeperThanPct=0'])('refuse to be run by %s', async (query) => {
    const problem = await readProblem(await fetch(`${server.url}/api/plans/${id}?${query}`));
    expect(problem).toMatchObject({ status: 400, type: '/problems/invalid-request' });
  });

  it('come from courses of watches too', async () => {
    const tcx = await api.call('createPlan', {}, upload('course.tcx', writeRouteTcx(PLACES, 'Hill & back')));
    const fit = await api.call('createPlan', {}, upload('course.fit', writeRouteFit(PLACES)));
    expect([tcx.name, fit.name]).toEqual(['Hill & back', 'course']);
    for (const plan of [tcx, fit]) await api.call('deletePlan', { id: plan.id });
  });

  it.each([
    ['places.gpx', writeRouteGpx(PLACES, { kind: 'wpt' }), 'only-waypoints'],
    ['list.txt', new TextEncoder().encode('milk, bread'), 'unknown-format'],
    ['empty.gpx', new Uint8Array(), 'empty-file'],
  ])('refuse %s with what to do', async (name, bytes, kind) => {
    const problem = await api.fail('createPlan', {}, upload(name, bytes));
    expect(problem).toMatchObject({ status: 422, type: `/problems/${kind}`, title: 'No route in this file' });
    expect(problem.detail.length).toBeGreaterThan(20);
  });

  it('are taken one at a time', async () => {
    const two = formOf([
      { name: 'a.gpx', bytes: GPX },
      { name: 'b.gpx', bytes: GPX },
    ]);
    expect(await api.fail('createPlan', {}, two)).toMatchObject({ type: '/problems/invalid-upload' });
  });

  it('take another name, and refuse an empty one', async () => {
    expect(await api.call('changePlan', { id }, { name: ' Long Sunday ' })).toMatchObject({ name: 'Long Sunday' });
    expect(await api.fail('changePlan', { id }, { name: '  ' })).toMatchObject({ status: 400 });
    expect(await api.fail('changePlan', { id: '0'.repeat(16) }, { name: 'x' })).toMatchObject({
      type: '/problems/plan-not-found',
    });
  });

  it('put being seen before the question of room when the pain log alarms', async () => {
    const date = new Date(nowMs).toISOString().slice(0, 10);
    const entry = { date, side: 'left', place: 'front', during: 3, note: 'it locked on the stairs' };
    const { id: entryId } = await api.call('createPainEntry', {}, entry);
    const { redFlag, forecast } = await api.call('getPlan', { id });
    expect(redFlag).toMatchObject({ urgent: true });
    expect({ room: forecast.room, noRoom: forecast.noRoom }).toEqual({ room: null, noRoom: null });
    await api.call('deletePainEntry', { id: entryId });
  });

  it('come back after they were deleted, with their name, and with an export in another installation', async () => {
    await api.call('deletePlan', { id });
    expect(await api.fail('getPlan', { id })).toMatchObject({ type: '/problems/plan-not-found' });
    expect(await api.fail('deletePlan', { id })).toMatchObject({ status: 404 });
    expect((await api.call('listPlans')).deleted.map((plan) => plan.name)).toContain('Long Sunday');
    await api.call('restorePlan', { id });
    const forecast = await api.call('getPlan', { id });
    expect(forecast.plan.name).toBe('Long Sunday');

    const zip = new Uint8Array(await (await api.send('exportAll')).arrayBuffer());
    const other = await TestServer.start();
    await other.api.call('restoreAll', {}, upload('export.zip', zip));
    expect((await other.api.call('listPlans')).plans).toEqual((await api.call('listPlans')).plans);
    const original = await other.api.send('getPlanOriginal', { id });
    expect(new Uint8Array(await original.arrayBuffer())).toEqual(GPX);
    await other.close();
  });

  it('are looked at by the doctor, who finds a damaged one', async () => {
    const other = await TestServer.start();
    await other.api.call('createPlan', {}, upload('sunday.gpx', GPX));
    await other.stop();
    const workshop = await openWorkshop(other.config, Date.now);
    const examine = () => new Doctor(workshop.folder, workshop.runs, Date.now).examine(false);
    expect(await examine()).toEqual([]);
    await workshop.folder.db
      .updateTable('plans')
      .set({ packed: Uint8Array.of(1, 2, 3) })
      .execute();
    expect((await examine()).map(({ words }) => words)).toEqual([
      'The file of the plan Round the bay is damaged. Delete the plan and add its file again.',
    ]);
    await workshop.close();
    rmSync(other.config.dataFolder, { recursive: true });
  });

  it('are gone for good a month after they were deleted', async () => {
    const workshop = await openWorkshop(testConfig(emptyFolder()), () => nowMs);
    const { db } = workshop.folder;
    const row = { file_name: 'a.gpx', distance_m: 1, created_at_ms: 0, packed: new Uint8Array() };
    for (const [id, days] of [
      ['old', 31],
      ['new', 29],
    ] as const) {
      await new PlansRepository(db).insert({ ...row, id, sha256: id, name: id });
      await new PlansRepository(db).setDeleted(id, nowMs - days * DAY_MS);
    }
    await workshop.plans.purgeOverdue();
    expect((await workshop.plans.list()).deleted.map(({ name }) => name)).toEqual(['new']);
    await workshop.close();
  });

  it('keep an installation from being restored over', async () => {
    const other = await TestServer.start();
    await other.api.call('createPlan', {}, upload('sunday.gpx', GPX));
    const zip = new Uint8Array(await (await api.send('exportAll')).arrayBuffer());
    expect((await other.api.fail('restoreAll', {}, upload('export.zip', zip))).detail).toContain('plans');
    await other.close();
  });
});
