/** Files that hold several runs, and files that the runner says are a run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { TestServer } from '../support/built-server.ts';
import { sha256 } from '../support/real-data.ts';

const fixture = (name: string) => {
  const found = BROKEN.find((one) => one.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return { name, bytes: found.bytes() };
};

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());

const runs = async () => (await server.api.call('listRuns')).runs;
const isKept = (bytes: Uint8Array): boolean => {
  const name = sha256(bytes);
  return existsSync(join(server.config.dataFolder, 'originals', name.slice(0, 2), name));
};

describe('a file with two runs', () => {
  const file = fixture('chained.fit');

  it('gives both, each with its own id, start and report', async () => {
    const done = await server.api.import(file);
    expect(done.files[0]).toMatchObject({ state: 'imported', reason: 'The file holds 2 runs; each is in the list.' });
    const [second, first] = await runs();
    expect(first?.id).toBe(done.files[0]?.runId);
    expect(Date.parse(second?.startedAt ?? '') - Date.parse(first?.startedAt ?? '')).toBe(3_600_000);
    expect(second?.distanceM).toBeCloseTo(first?.distanceM ?? 0, 0);
    for (const run of [first, second]) {
      const report = await server.api.call('getRunReport', { id: run?.id ?? '' });
      expect(report.run).toMatchObject({ startedAt: run?.startedAt, sha256: run?.sha256 });
      const original = await server.api.send('getRunOriginal', { id: run?.id ?? '' });
      expect(sha256(new Uint8Array(await original.arrayBuffer()))).toBe(sha256(file.bytes));
    }
  });

  it('is here already when it comes again', async () => {
    expect((await server.api.import(file)).files[0]?.state).toBe('duplicate');
    expect(await runs()).toHaveLength(2);
  });

  it('reads a single one of them again on the runner’s word on its cadence', async () => {
    const [second, first] = await runs();
    await server.api.call('changeRun', { id: second?.id ?? '' }, { cadenceUnit: 'steps' });
    await server.api.settled();
    const [changed, same] = await runs();
    expect(changed?.runningCadenceSpm).toBeCloseTo((second?.runningCadenceSpm ?? 0) / 2, 6);
    expect(same?.runningCadenceSpm).toBe(first?.runningCadenceSpm);
  });

  it('keeps its original until the last run is deleted, and gives a deleted run back', async () => {
    const [second, first] = await runs();
    await server.api.call('deleteRun', { id: first?.id ?? '' });
    expect(isKept(file.bytes)).toBe(true);
    expect((await server.api.import(file)).files[0]?.state).toBe('imported');
    expect((await runs()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
    for (const { id } of await runs()) await server.api.call('deleteRun', { id });
    expect(isKept(file.bytes)).toBe(true);
    await server.api.call('emptyTrash');
    expect(isKept(file.bytes)).toBe(false);
  });
});

describe('a recording that is refused as no run', () => {
  const ride = fixture('ride.fit');

  it('is read on the runner’s word, and stays read', async () => {
    const refused = await server.api.import(ride);
    const file = refused.files[0];
    expect(file).toMatchObject({ state: 'not-a-run', mayBeRun: true });
    const queued = await server.api.call('treatFileAsRun', { id: refused.id, fileId: file?.id ?? 0 });
    expect(queued.files[0]?.mayBeRun).toBe(false);
    const done = await server.api.done(refused.id);
    expect(done.files[0]).toMatchObject({ state: 'imported', code: null, reason: null });
    const id = done.files[0]?.runId ?? '';
    const codes = async () => (await server.api.call('getRunReport', { id })).warnings.map(({ code }) => code);
    expect(await codes()).toContain('sport-told');
    await server.api.call('changeRun', { id }, { cadenceUnit: 'strides' });
    expect(await codes()).toContain('sport-told');
    const again = await server.api.fail('treatFileAsRun', { id: refused.id, fileId: file?.id ?? 0 });
    expect(again).toMatchObject({ status: 404, type: '/problems/import-file-not-found' });
  });

  it('cannot be read so where it holds no recording', async () => {
    const settings = fixture('settings.fit');
    const done = await server.api.import(settings);
    expect(done.files[0]).toMatchObject({ state: 'not-an-activity', mayBeRun: false });
    await expect.poll(() => isKept(settings.bytes)).toBe(false);
    const problem = await server.api.fail('treatFileAsRun', { id: done.id, fileId: done.files[0]?.id ?? 0 });
    expect(problem.status).toBe(404);
  });
});

describe('a file of several runs of which one comes to no report', () => {
  it('is told so, and no longer when that run has one', async () => {
    const own = await TestServer.start();
    const done = await own.api.import(fixture('chained.fit'));
    const [second] = (await own.api.call('listRuns')).runs;
    const state = async () => (await own.api.call('getImport', { id: done.id })).files[0];
    const never = 'load_low_km = null, load_mid_km = null, load_high_km = null, severity = null, flags = null';
    const spoil = (encoded: string) => {
      own.rows(`update readings set encoded = ${encoded} where run_id = '${second?.id}'`);
      own.rows(`update runs set ${never} where id = '${second?.id}'`);
    };
    const [kept] = own.rows(`select hex(encoded) as hex from readings where run_id = '${second?.id}'`);
    spoil("x'00'");
    await own.api.call('putProfile', {}, { heightM: 1.7 });
    await own.api.settled();
    expect(await state()).toMatchObject({
      state: 'failed',
      code: 'review-failed',
      reason: expect.stringMatching(/several runs/),
    });
    spoil(`x'${kept?.hex}'`);
    await own.api.call('putProfile', {}, { heightM: 1.71 });
    await own.api.settled();
    expect(await state()).toMatchObject({ state: 'imported', code: null });
    await own.close();
  });
});
