import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import type { Import } from '../../server/contract/imports.ts';
import { emptyFolder, TestServer } from '../support/built-server.ts';
import { utf8 } from '../support/small-xml.ts';
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

/** As the service writes it: repeated headers, here in German, a comma in a date, a line break and quotes in a text. */
const STRAVA_LIST = utf8(
  [
    '\ufeffAktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Private Notiz,Ausrüstung der Aktivität,Dateiname,Verstrichene Zeit,Bewegungszeit,Distanz',
    '11,"26.03.2026, 10:56:05",Morgenlauf,Lauf,"erste Zeile\nund ein ""Zitat""",1800,"5,01",150,,false,,Rote Schuhe,activities/901.fit.gz,1800,1790,5010.2',
    '12,"27.03.2026, 10:56:05",Abendlauf,Lauf,,1800,"5,01",150,,false,,,activities/902.fit.gz,1800,1790,5010.2',
    '13,"28.03.2026, 10:56:05",Von Hand,Lauf,,1800,"5,01",150,,false,,Rote Schuhe,,1800,1790,5010.2',
  ].join('\n'),
);

const byName = (done: Import) =>
  Object.fromEntries(done.files.map(({ name, state, code }) => [name, code ? `${state} ${code}` : state]));

describe('an account export', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('of Strava comes in as it is, with the names and shoes of its list', async () => {
    const zip = await zipOf({
      'export_7/activities/901.fit.gz': gzipSync(file(0)),
      'export_7/activities/902.fit.gz': gzipSync(file(1)),
      'export_7/media/photo.jpg': utf8('JPEG'),
      'export_7/activities.csv': STRAVA_LIST,
    });
    const done = await server.api.import({ name: 'export_7.zip', bytes: zip });
    expect(byName(done)).toEqual({
      'export_7/activities/901.fit.gz': 'imported',
      'export_7/activities/902.fit.gz': 'imported',
      'export_7/media/photo.jpg': 'not-an-activity not-a-recording',
      'export_7/activities.csv': 'not-an-activity export-list',
    });
    expect(done).toMatchObject({ sources: ['export_7.zip'], expected: 4, origin: 'files' });
    const { runs } = await server.api.call('listRuns');
    expect(runs.map(({ title, gear }) => [title, gear]).sort()).toEqual([
      ['Abendlauf', null],
      ['Morgenlauf', 'Rote Schuhe'],
    ]);
    expect(readdirSync(join(server.config.dataFolder, 'sources'))).toEqual([]);
    const described = await Promise.all(runs.map(({ id }) => server.api.call('getRun', { id })));
    expect(described.map(({ title, description }) => [title, description]).sort()).toEqual([
      ['Abendlauf', null],
      ['Morgenlauf', 'erste Zeile\nund ein "Zitat"'],
    ]);
  });

  it('of Strava that was unpacked and dropped as a folder brings its names too', async () => {
    const own = await TestServer.start();
    const done = await own.api.import(
      { name: 'export_7/activities/901.fit.gz', bytes: gzipSync(file(0)) },
      { name: 'export_7/activities.csv', bytes: STRAVA_LIST },
    );
    expect(byName(done)['export_7/activities.csv']).toBe('not-an-activity export-list');
    expect((await own.api.call('listRuns')).runs.map(({ title, gear }) => [title, gear])).toEqual([
      ['Morgenlauf', 'Rote Schuhe'],
    ]);
    await own.close();
  });

  it('of Garmin comes in with the ZIPs inside it, and names by the start of the run', async () => {
    const [run] = (await server.api.call('listRuns')).runs;
    const part = await zipOf({ 'me_1.fit': file(2), 'me_2.fit': file(0) });
    const list = [
      { summarizedActivitiesExport: [{ name: 'Parklauf', beginTimestamp: Date.parse(run?.startedAt ?? '') }] },
    ];
    const zip = await zipOf({
      'DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip': part,
      'DI_CONNECT/DI-Connect-Fitness/me_0_summarizedActivities.json': utf8(JSON.stringify(list)),
    });
    const done = await server.api.import({ name: 'garmin.zip', bytes: zip });
    expect(Object.values(byName(done))).toEqual(['imported', 'duplicate', 'not-an-activity export-list']);
    const after = (await server.api.call('listRuns')).runs;
    // A run that has a name keeps it.
    expect(after.find(({ id }) => id === run?.id)?.title).toBe(run?.title);
    expect(after).toHaveLength(3);
  });

  it('that is damaged or hostile is refused with a reason, and the next import works', async () => {
    const zip = await zipOf({ 'a.fit': file(3) });
    const zeros = gzipSync(Buffer.concat([Buffer.from('<gpx>'), Buffer.alloc(16 * 1024 ** 2)]));
    const bomb = Buffer.concat(Array.from({ length: 64 }, () => zeros));
    const done = await server.api.import(
      { name: 'cut.zip', bytes: zip.subarray(0, 2000) },
      { name: 'bomb.gz', bytes: bomb },
    );
    expect(byName(done)).toEqual({ 'cut.zip': 'failed damaged-archive', 'bomb.gz': 'failed too-large' });
    expect((await server.api.import({ name: 'sound.zip', bytes: zip })).counts.imported).toBe(1);
  });

  it('with XML and entity bombs inside has those refused, and the rest comes in', async () => {
    const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const entities = `<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY l0 "lol">${lol}]><gpx><trk><name>&l9;</name></trk></gpx>`;
    const deep = `<gpx>${'<trk>'.repeat(50_000)}${'</trk>'.repeat(50_000)}</gpx>`;
    const zip = await zipOf({ 'entities.gpx': utf8(entities), 'deep.gpx': utf8(deep), 'sound.fit': file(4) });
    const done = await server.api.import({ name: 'bombs.zip', bytes: zip });
    expect(done.files.map(({ name, state }) => [name, state])).toEqual([
      ['entities.gpx', 'failed'],
      ['deep.gpx', 'failed'],
      ['sound.fit', 'imported'],
    ]);
    expect((await server.api.call('getHealth')).status).toBe('ok');
  });

  it('can be downloaded as a list that no spreadsheet runs', async () => {
    const zip = await zipOf({ '=cmd()|a.txt': utf8('x'), 'plain, with comma.txt': utf8('x') });
    const { id } = await server.api.import({ name: 'odd.zip', bytes: zip });
    const response = await server.api.send('getImportCsv', { id });
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=kneewise-import-\w+\.csv$/);
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('file,bytes,outcome,code,reason,run');
    expect(lines[1]).toMatch(/^'=cmd\(\)\|a\.txt,1,not-an-activity,/);
    expect(lines[2]).toMatch(/^"plain, with comma\.txt",/);
    expect((await server.api.call('getImportFiles', { id })).files).toHaveLength(2);
  });

  it('is in the history of imports, the latest first', async () => {
    const { imports } = await server.api.call('listImports');
    expect(imports.length).toBeGreaterThan(3);
    expect(imports.map((one) => one.createdAt)).toEqual(
      imports
        .map((one) => one.createdAt)
        .sort()
        .reverse(),
    );
    expect(imports.every(({ state }) => state === 'done')).toBe(true);
  });
});

describe('an import of an archive that is interrupted', () => {
  it('goes on after a restart, and takes no file twice', async () => {
    const first = await TestServer.start({ dataFolder: emptyFolder() });
    const runs = quietSeason(8);
    const zip = await zipOf(Object.fromEntries(runs.map(({ name, bytes }) => [name, bytes])));
    const id = await first.api.upload({ name: 'all.zip', bytes: zip });
    await first.stop();
    const second = await TestServer.start({ dataFolder: first.config.dataFolder });
    const done = await second.api.done(id);
    expect(done.counts).toMatchObject({ imported: runs.length, failed: 0, duplicate: 0 });
    expect(second.rows('select name from import_files group by name having count(*) > 1')).toEqual([]);
    await second.close();
  });
});

describe('the same run from another device or in another format', () => {
  it('is told, the richer recording stands for both, and the other can be chosen or told apart', async () => {
    const server = await TestServer.start();
    const { recording } = simulateRun(SHORT_RUN, 1);
    const [gpx] = (await server.api.import({ name: 'phone.gpx', bytes: writeGpx({ ...recording, cadenceSpm: null }) }))
      .files;
    const [fit] = (await server.api.import({ name: 'watch.fit', bytes: writeFit(recording) })).files;
    expect(fit).toMatchObject({ state: 'same-run', code: 'same-run' });
    const listed = async () => (await server.api.call('listRuns')).runs.map(({ fileName }) => fileName);
    expect(await listed()).toEqual(['watch.fit']);
    const { recordings } = await server.api.call('getRecordings', { id: gpx?.runId ?? '' });
    expect(recordings.map(({ fileName, leads }) => [fileName, leads]).sort()).toEqual([
      ['phone.gpx', false],
      ['watch.fit', true],
    ]);
    const [gpxId, fitId] = [gpx?.runId ?? '', fit?.runId ?? ''];
    await server.api.call('setLeader', { id: fitId }, { leaderId: gpxId });
    expect(await listed()).toEqual(['phone.gpx']);
    await server.api.call('setLeader', { id: fitId }, { leaderId: fitId });
    expect((await listed()).sort()).toEqual(['phone.gpx', 'watch.fit']);
    await server.close();
  });
});
