import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { hillyRoute } from '../../fixtures/season/routes.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { drawRoute, writeRouteGpx } from '../../fixtures/write/route.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import { openWorkshop } from '../../server/workshop.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { testConfig } from '../support/built-server.ts';
import { PROJECT } from '../support/project-files.ts';
import { zipOf } from '../support/zip.ts';

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Line =
  | { readonly file: string; readonly ok: true; readonly report: Report }
  | { readonly file: string; readonly ok: false; readonly error: { readonly code: string; readonly message: string } };

/** Runs a program as a user's terminal would, and waits for its end. */
function runProgram(program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
    const texts = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        texts[name] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...texts }));
  });
}

const kneewise = (...args: string[]) => runProgram(process.execPath, ['server/launch/kneewise.mjs', ...args]);

const toLines = (stdout: string): Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The report of a line that must hold one. */
function reportOf(line: Line | undefined): Report {
  if (!line?.ok) throw new Error(`no report: ${JSON.stringify(line)}`);
  return line.report;
}

const folder = mkdtempSync(join(tmpdir(), 'kneewise-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const sound = [put('a.fit', writeFit(SOUND)), put('b.gpx', writeGpx(SOUND)), put('c.tcx', writeTcx(SOUND))];
const broken = BROKEN.flatMap(({ name, expectation, bytes }) =>
  expectation.ok || expectation.codes.includes('archive')
    ? []
    : [{ path: put(`broken-${name}`, bytes()), codes: expectation.codes }],
);
const season = sampleSeason();
const seasonPaths = season.map(({ name, bytes }) => put(name, bytes));
const spike = season.findIndex(({ planted }) => planted.includes('session-spike'));

describe('kneewise analyze --json', () => {
  it('gives one line a file in the order given, each with a report or a typed refusal, and ends with 1', async () => {
    const missing = join(folder, 'missing.fit');
    const paths = [missing, ...broken.map(({ path }) => path), ...sound];
    const { code, stdout } = await kneewise('analyze', '--json', ...paths);
    const lines = toLines(stdout);
    expect(lines.map(({ file }) => file)).toEqual(paths);
    expect(lines[0]).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
    for (const { path, codes } of broken) {
      const line = lines.find(({ file }) => file === path);
      expect(line).toMatchObject({ ok: false, error: { code: expect.toBeOneOf([...codes]) } });
    }
    for (const line of lines.slice(-sound.length)) expect(reportSchema.parse(reportOf(line))).toEqual(reportOf(line));
    expect(code).toBe(1);
  });

  it('opens what is packed and tells of each file in it', async () => {
    const zip = put('season.zip', await zipOf({ 'a.fit': writeFit(SOUND), 'list.csv': new Uint8Array(3) }));
    const lines = toLines((await kneewise('analyze', '--json', zip)).stdout);
    expect(lines.map(({ file, ok }) => [file, ok])).toEqual([
      [`${zip}/a.fit`, true],
      [`${zip}/list.csv`, false],
    ]);
  });

  it('ends with 0 when every file gives a report', async () => {
    const { code, stderr } = await kneewise('analyze', '--json', ...sound);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('takes the files given together as one history, in whatever order they come', async () => {
    const until = seasonPaths.slice(0, spike + 1);
    const path = seasonPaths[spike] as string;
    const [alone, together, reversed] = await Promise.all([
      kneewise('analyze', '--json', path),
      kneewise('analyze', '--json', ...until),
      kneewise('analyze', '--json', ...until.toReversed()),
    ]);
    const finding = ({ stdout }: Outcome) =>
      reportOf(toLines(stdout).find(({ file }) => file === path)).findings.find(({ id }) => id === 'session-spike');
    expect(finding(alone)).toMatchObject({ status: 'insufficient-data', severity: 'none' });
    expect(finding(together)).toMatchObject({ status: 'scored', severity: expect.toBeOneOf(['moderate', 'high']) });
    expect(toLines(reversed.stdout).toReversed()).toEqual(toLines(together.stdout));
  });

  it('gives one line for each run of a file', async () => {
    const chained = BROKEN.find(({ name }) => name === 'chained.fit')?.bytes() ?? '';
    const path = put('two-runs.fit', chained);
    const { code, stdout } = await kneewise('analyze', '--json', path, sound[0] as string);
    const lines = toLines(stdout);
    expect(lines.map(({ file }) => file)).toEqual([path, path, sound[0]]);
    const [first, second] = lines.map((line) => Date.parse(reportOf(line).run.startedAt));
    expect((second ?? 0) - (first ?? 0)).toBe(3_600_000);
    expect(code).toBe(0);
  });

  it('takes a ride for a run on the runner’s word', async () => {
    const ride = broken.find(({ path }) => path.endsWith('ride.fit'))?.path ?? '';
    const [refused, told] = await Promise.all([
      kneewise('analyze', ride),
      kneewise('analyze', '--json', '--as-run', ride),
    ]);
    expect(refused.stdout).toContain('If it was a run, add --as-run.');
    expect(reportOf(toLines(told.stdout)[0]).warnings).toMatchObject([{ code: 'sport-told' }]);
  });

  it('counts the same bytes given twice as one run', async () => {
    const paths = seasonPaths.slice(0, 6);
    const again = put('again.fit', season[2]?.bytes ?? '');
    const [once, twice] = await Promise.all([
      kneewise('analyze', '--json', ...paths),
      kneewise('analyze', '--json', ...paths, again),
    ]);
    const lines = toLines(twice.stdout);
    expect(lines.slice(0, -1)).toEqual(toLines(once.stdout));
    expect(reportOf(lines.at(-1))).toEqual(reportOf(lines[2]));
  });

  it('says the same of the same files, byte for byte', async () => {
    const [first, second] = await Promise.all([
      kneewise('analyze', '--json', ...seasonPaths.slice(0, 8)),
      kneewise('analyze', '--json', ...seasonPaths.slice(0, 8)),
    ]);
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout.length).toBeGreaterThan(1000);
  });

  it('takes the height of a profile into account', async () => {
    const profile = put('tall.json', JSON.stringify({ heightM: 2 }));
    const [unknown, tall] = await Promise.all([
      kneewise('analyze', '--json', sound[0] as string),
      kneewise('analyze', '--json', '--profile', profile, sound[0] as string),
    ]);
    const loadOf = ({ stdout }: Outcome) => reportOf(toLines(stdout)[0]).kneeLoad;
    expect(loadOf(unknown).notes.join()).toContain('height');
    expect(loadOf(tall).notes.join()).not.toContain('height');
  });

  it('is reached through npm with nothing but the lines on standard output', async () => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { stdout } = await runProgram(npm, ['run', '-s', 'kneewise', '--', 'analyze', '--json', ...sound]);
    expect(toLines(stdout).map(({ ok }) => ok)).toEqual([true, true, true]);
  });
});

describe('kneewise analyze for a person', () => {
  it('writes pages of 80 columns without colour into a pipe', async () => {
    const { code, stdout } = await kneewise('analyze', ...seasonPaths.slice(0, spike + 1));
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toMatch(/about as hard on your knees as [\d.]+ flat easy km/);
    expect(stdout).toContain('What stands out');
    expect(code).toBe(0);
  });

  it('names a refused file, its code and what to do', async () => {
    const path = put('notes.txt', 'not a watch file');
    const { code, stdout } = await kneewise('analyze', path);
    expect(stdout).toContain(basename(path));
    expect(stdout).toContain('unknown-format');
    expect(code).toBe(1);
  });
});

describe('kneewise with wrong usage', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['analyse-everything']],
    ['no file', ['analyze']],
    ['an unknown option', ['analyze', '--yaml', 'a.fit']],
  ])('ends with 2 and prints the usage or the mistake for %s', async (_what, args) => {
    const { code, stdout, stderr } = await kneewise(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/error:|Usage:/);
  });

  it.each([
    ['is missing', null, /profile file \S+ cannot be read: there is no such file\.\n$/],
    ['is not JSON', '{heightM: 1.8}', /is not JSON/],
    ['holds a height in centimetres', '{"heightM": 178}', /"heightM" has to be in metres, between 1 and 2\.5\.\n$/],
    [
      'holds an injury of the future',
      '{"lastKneeInjury": "2999-01-01"}',
      /"lastKneeInjury" has to be today or earlier/,
    ],
    ['holds a time zone of nowhere', '{"timeZone": "Middle/Earth"}', /"timeZone" has to be a time zone such as Europe/],
    ['holds a field that does not exist', '{"height": 1.78}', /there is no field "height" here/],
  ])('ends with 2 and says what is wrong when the profile %s', async (_what, text, message) => {
    const path = text === null ? join(folder, 'no-profile.json') : put('profile.json', text);
    const { code, stdout, stderr } = await kneewise('analyze', '--json', '--profile', path, sound[0] as string);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toContain(path);
  });

  it('tells what a planned route would ask, of somebody unknown and by the runs of a data folder, and keeps neither', async () => {
    const route = put('route.gpx', writeRouteGpx(drawRoute(hillyRoute(6000))));
    const nowhere = join(folder, 'no-data');
    const unknown = await kneewise('plan', route, '--data', nowhere);
    expect(unknown.stdout).toMatch(
      /^About 6\.0 km with \d+ m of descent: as hard on your knees as about [\d.]+ flat easy km/,
    );
    expect(unknown.stdout).toContain('an easy 6:00 /km on the level is assumed');
    expect(existsSync(nowhere)).toBe(false);
    const workshop = await openWorkshop(testConfig(join(folder, 'data')), Date.now);
    await workshop.runner.putProfile({ ...UNKNOWN_PROFILE, units: 'mi' });
    await workshop.close();
    const known = await kneewise('plan', route, '--data', join(folder, 'data'));
    expect(known.stdout).toMatch(/^About 3\.7 mi with \d+ ft of descent/);
    const asJson = await kneewise('plan', route, '--data', nowhere, '--json');
    expect(JSON.parse(asJson.stdout)).toMatchObject({ distanceM: expect.closeTo(6000, -2), room: null });
    const refused = await kneewise('plan', put('list.gpx', 'milk, bread'));
    expect(refused).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('list.gpx: This is neither'),
    });
  });

  it('ends with 0 when asked for help or the version', async () => {
    const outcomes = await Promise.all([kneewise('--help'), kneewise('--version'), kneewise('analyze', '--help')]);
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  });
});
