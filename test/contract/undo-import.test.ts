import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { TestServer } from '../support/built-server.ts';
import { zipOf } from '../support/zip.ts';

const SEASON = quietSeason().slice(0, 6);
const file = (index: number): Uint8Array => {
  const run = SEASON[index];
  if (!run) throw new Error('short season');
  return run.bytes;
};

const SHORT_RUN: RunPlan = {
  startedAtMs: Date.UTC(2026, 4, 2, 7),
  subSport: null,
  legs: [{ lengthM: 2000, gradePct: 0 }],
  easySpeedMps: 2.9,
  cadenceFactor: 1,
  stops: [],
  watch: WATCH,
};

describe('undoing an import', () => {
  it('puts its runs in the trash, from where each can come back or go for good', async () => {
    const server = await TestServer.start();
    const kept = await server.api.import({ name: 'kept.fit', bytes: file(0) });
    const done = await server.api.import({
      name: 'two.zip',
      bytes: await zipOf({ 'a.fit': file(1), 'b.fit': file(2) }),
    });
    expect(await server.api.call('undoImport', { id: done.id })).toEqual({ runs: 2 });
    const ids = async () => (await server.api.call('listRuns')).runs.map(({ id }) => id);
    expect(await ids()).toEqual([kept.files[0]?.runId]);
    expect((await server.api.call('getImport', { id: done.id })).undoneAt).not.toBeNull();
    const { runs } = await server.api.call('getTrash');
    const [back, gone] = done.files.map(({ runId }) => runId ?? '');
    expect(runs.map(({ id }) => id).sort()).toEqual([back, gone].sort());
    await server.api.call('restoreRun', { id: back ?? '' });
    expect(await ids()).toContain(back);
    await server.api.call('purgeRun', { id: gone ?? '' });
    expect((await server.api.call('getTrash')).runs).toEqual([]);
    expect(await server.api.fail('purgeRun', { id: back ?? '' })).toMatchObject({ status: 404 });
    const again = await server.api.import({ name: 'b.fit', bytes: file(2) });
    expect(again.counts.imported).toBe(1);
    await server.close();
  });

  it('takes a file along of which a later review made no report', async () => {
    const server = await TestServer.start();
    const { id } = await server.api.import({ name: 'a.fit', bytes: file(0) });
    server.rows("update readings set encoded = x'00'");
    const never = 'load_low_km = null, load_mid_km = null, load_high_km = null, severity = null, flags = null';
    server.rows(`update runs set ${never}`);
    await server.api.call('putProfile', {}, { heightM: 1.7 });
    await server.api.settled();
    const failed = await server.api.call('getImport', { id });
    expect(failed.files[0]).toMatchObject({ state: 'failed', code: 'review-failed' });
    expect(failed.runs).toBe(1);
    expect(await server.api.call('undoImport', { id })).toEqual({ runs: 1 });
    expect((await server.api.call('getTrash')).runs.map(({ name }) => name)).toEqual(['a.fit']);
    expect((await server.api.call('getImport', { id })).runs).toBe(0);
    await server.close();
  });

  it('leaves other recordings of its runs that came otherwise, and the best of them stands for the run', async () => {
    const server = await TestServer.start();
    const { recording } = simulateRun(SHORT_RUN, 1);
    const bare = { ...recording, cadenceSpm: null };
    await server.api.import({ name: 'phone.gpx', bytes: writeGpx({ ...bare, altitudeM: null }) });
    await server.api.import({ name: 'app.gpx', bytes: writeGpx(bare) });
    const watch = await server.api.import({ name: 'watch.fit', bytes: writeFit(recording) });
    const listed = async () => {
      await server.api.settled();
      return (await server.api.call('listRuns')).runs.map(({ fileName }) => fileName);
    };
    expect(await listed()).toEqual(['watch.fit']);
    expect(await server.api.call('undoImport', { id: watch.id })).toEqual({ runs: 1 });
    expect(await listed()).toEqual(['app.gpx']);
    await server.api.call('restoreRun', { id: watch.files[0]?.runId ?? '' });
    const [leader] = (await server.api.call('listRuns')).runs;
    expect(leader?.fileName).toBe('watch.fit');
    expect((await server.api.call('getRecordings', { id: leader?.id ?? '' })).recordings).toHaveLength(3);
    // The same file given again brings it back as it was, too.
    await server.api.call('undoImport', { id: watch.id });
    expect(await listed()).toEqual(['app.gpx']);
    await server.api.import({ name: 'again.fit', bytes: writeFit(recording) });
    expect(await listed()).toEqual(['watch.fit']);
    // Of a run that went as a whole, one recording that comes back alone stands for it until the leader is back.
    const id = watch.files[0]?.runId ?? '';
    const { recordings } = await server.api.call('getRecordings', { id });
    await server.api.call('deleteRun', { id });
    const phone = recordings.find(({ fileName }) => fileName === 'phone.gpx');
    await server.api.call('restoreRun', { id: phone?.id ?? '' });
    expect(await listed()).toEqual(['phone.gpx']);
    await server.api.call('restoreRun', { id });
    expect(await listed()).toEqual(['watch.fit']);
    await server.close();
  });

  it('keeps the bytes of a run in the trash, and the same file brings it back', async () => {
    const server = await TestServer.start();
    const done = await server.api.import({ name: 'a.fit', bytes: file(0) });
    const id = done.files[0]?.runId ?? '';
    await server.api.call('deleteRun', { id });
    const [row] = server.rows('select sha256 from runs');
    const sha256 = String(row?.sha256);
    const original = join(server.config.dataFolder, 'originals', sha256.slice(0, 2), sha256);
    expect(existsSync(original)).toBe(true);
    expect(await server.api.fail('getRunReport', { id })).toMatchObject({ status: 404 });
    const again = await server.api.import({ name: 'a.fit', bytes: file(0) });
    expect(again.files[0]).toMatchObject({ state: 'imported', code: 'back-from-trash', runId: id });
    expect((await server.api.call('getRunReport', { id })).run.sha256).toBe(sha256);
    await server.api.call('deleteRun', { id });
    await server.api.call('emptyTrash');
    expect(existsSync(original)).toBe(false);
    await server.close();
  });

  it('cancels what was not read yet and says so of each file', async () => {
    const server = await TestServer.start();
    const files = quietSeason(8);
    const id = await server.api.upload(...files);
    await server.api.call('cancelImport', { id });
    const done = await server.api.done(id);
    expect(done.counts.cancelled).toBeGreaterThan(0);
    expect(done.counts.cancelled + done.counts.imported).toBe(files.length);
    expect((await server.api.call('listRuns')).runs).toHaveLength(done.counts.imported);
    await server.close();
  });
});
