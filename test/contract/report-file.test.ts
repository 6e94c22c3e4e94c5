import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { startServer } from '../../server/start-server.ts';
import { ApiClient } from '../support/api-client.ts';
import { testConfig } from '../support/built-server.ts';
import { PROJECT } from '../support/project-files.ts';
import { zipOf } from '../support/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'kneewise-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [run] = sampleSeason();
if (!run) throw new Error('the sample season is empty');
const file = join(folder, 'run.fit');
writeFileSync(file, run.bytes);

/** Writes the report of a file as a user's terminal would, and reads it. */
async function reportOf(path: string, ...options: string[]): Promise<string> {
  const output = join(folder, 'report.html');
  const args = ['dist/server/cli.js', 'report', path, '-o', output, ...options];
  await promisify(execFile)(process.execPath, args, { cwd: PROJECT });
  return readFileSync(output, 'utf8');
}

const reportWith = (...options: string[]): Promise<string> => reportOf(file, ...options);

/** The sentence of the finding that goes by the pain log. */
const TOLD_PAIN = /knee pain of 7 of 10/;

/** The sentence that holds the run against the one before it. */
const COMPARED = /on the knees than the one run in the four weeks before/;

/** Addresses that a browser would fetch by itself; links are only followed by a hand, and the type stands inside the file. */
const fetched = (html: string): string[] => [
  ...[...html.matchAll(/<(?:script|img|iframe|link|source|object|embed)[^>]*>/g)].map(([tag]) => tag),
  ...[...html.matchAll(/(?:url\((?!#|&quot;#|['"]#|"data:font\/woff2;)|@import)[^)]*/g)].map(([place]) => place),
];

describe('the report as a file of its own', () => {
  it('tells the run in words and drawings and asks nobody for anything', async () => {
    const html = await reportWith();
    const told = html.replaceAll(/<\/?span[^>]*>/g, '');
    expect(told).toMatch(/<h1>[\d.]+ km, about as hard on your knees as [\d.]+ flat easy km/);
    expect(html).toContain('<svg');
    expect(html).toContain("default-src 'none'");
    expect(fetched(html)).toEqual([]);
  });

  it('holds neither positions nor a map unless asked for one', async () => {
    const plain = await reportWith();
    const mapped = await reportWith('--with-map');
    const ways = (html: string) => html.split('The way, coloured by knee load').length - 1;
    expect([ways(plain), ways(mapped)]).toEqual([0, 1]);
  });

  it('hides the whole way when the radius is larger than the run', async () => {
    expect(await reportWith('--with-map', '--privacy-radius', '50000')).not.toContain('The way, coloured by knee load');
  });

  it('takes a packed file, and asks which run is meant where it holds several', async () => {
    const packed = join(folder, 'run.fit.gz');
    writeFileSync(packed, gzipSync(run.bytes));
    expect(await reportOf(packed)).toContain('flat easy km');
    const season = join(folder, 'season.zip');
    const runs = sampleSeason().slice(0, 2);
    writeFileSync(season, await zipOf(Object.fromEntries(runs.map(({ name, bytes }) => [name, bytes]))));
    await expect(reportOf(season)).rejects.toThrow(/holds 2 runs; choose one with --run \(1: 2026-03-24/);
    expect(await reportOf(season, '--run', '2')).toContain('26 March 2026');
  });

  it('goes by the runner of a data folder, and tells of logged pain only when asked to', async () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    const server = await startServer(testConfig(data));
    const api = new ApiClient(server.url);
    const [first, second] = sampleSeason();
    if (!first || !second) throw new Error('the sample season is too short');
    const done = await api.import(first, second);
    const runId = done.files.find(({ name }) => name === second.name)?.runId;
    const entry = { date: '2026-03-26', runId, side: 'left', place: 'front', during: 7 };
    await api.call('createPainEntry', {}, entry);
    const shared = async (query: string) => (await fetch(`${server.url}/api/runs/${runId}/report.html${query}`)).text();
    expect(await shared('')).not.toMatch(TOLD_PAIN);
    expect(await shared('?pain=yes')).toMatch(TOLD_PAIN);
    await server.close();

    const path = join(folder, second.name);
    writeFileSync(path, second.bytes);
    expect(await reportOf(path)).not.toMatch(COMPARED);
    const known = await reportOf(path, '--data', data);
    expect(known).toMatch(COMPARED);
    expect(known).not.toMatch(TOLD_PAIN);
    expect(await reportOf(path, '--data', data, '--with-pain')).toMatch(TOLD_PAIN);
    await expect(reportOf(path, '--with-pain')).rejects.toThrow(/--with-pain needs --data/);
    await expect(reportOf(path, '--data', join(folder, 'nowhere'))).rejects.toThrow(/no data folder/);
  });

  it('refuses a radius that is none', async () => {
    await expect(reportWith('--with-map', '--privacy-radius', 'near')).rejects.toThrow(
      /privacy-radius has to be metres/,
    );
  });
});
