import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { PROJECT } from '../support/project-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'kneewise-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [run] = sampleSeason();
if (!run) throw new Error('the sample season is empty');
const file = join(folder, 'run.fit');
writeFileSync(file, run.bytes);

/** Writes the report as a user's terminal would, and reads it. */
async function reportWith(...options: string[]): Promise<string> {
  const output = join(folder, 'report.html');
  const args = ['dist/server/cli.js', 'report', file, '-o', output, ...options];
  await promisify(execFile)(process.execPath, args, { cwd: PROJECT });
  return readFileSync(output, 'utf8');
}

/** Addresses that a browser would fetch by itself; links are only followed by a hand. */
const fetched = (html: string): string[] => [
  ...[...html.matchAll(/<(?:script|img|iframe|link|source|object|embed)[^>]*>/g)].map(([tag]) => tag),
  ...[...html.matchAll(/(?:url\((?!#|&quot;#|['"]#)|@import)[^)]*/g)].map(([place]) => place),
];

describe('the report as a file of its own', () => {
  it('tells the run in words and drawings and asks nobody for anything', async () => {
    const html = await reportWith();
    expect(html).toMatch(/<h1>[\d.]+ km, about as hard on your knees as [\d.]+ flat easy km/);
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

  it('refuses a radius that is none', async () => {
    await expect(reportWith('--with-map', '--privacy-radius', 'near')).rejects.toThrow(
      /privacy-radius has to be metres/,
    );
  });
});
