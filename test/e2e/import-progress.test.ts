import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { ApiClient, type Upload } from '../support/api-client.ts';
import { launchBrowser, openPage, Program } from '../support/browser.ts';
import { soundFit } from '../support/season-files.ts';
import { zipOf } from '../support/zip.ts';

/** Runs that take longer to read again than a page takes to open. */
const MANY_RUNS = 150;
const DAY_MS = 86_400_000;

const PLAN: RunPlan = {
  startedAtMs: Date.UTC(2026, 4, 2, 7),
  subSport: null,
  legs: [{ lengthM: 8000, gradePct: 0 }],
  easySpeedMps: 2.9,
  cadenceFactor: 1,
  stops: [],
  watch: WATCH,
};

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The same run on many days. */
function manyRuns(): Upload[] {
  const gpx = Buffer.from(writeGpx(simulateRun(PLAN, 1).recording)).toString();
  return Array.from({ length: MANY_RUNS }, (_, days) => {
    const day = dayOf(PLAN.startedAtMs - days * DAY_MS);
    return { name: `${day}.gpx`, bytes: Buffer.from(gpx.replaceAll(dayOf(PLAN.startedAtMs), day)) };
  });
}

describe('the page of imports while the server is at work', () => {
  let browser: Browser;
  let folder: string;
  let program: Program;
  let opened: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kneewise-progress-'));
    program = await Program.start(join(folder, 'data'));
  });
  afterEach(async () => {
    for (const context of opened) await context.close();
    opened = [];
    expect(await program.stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });
  afterAll(() => browser.close());

  /** A page of the program that runs now. */
  async function show(path: string) {
    const { page, faults } = await openPage(browser, program.url, {}, path);
    opened.push(page.context());
    return { page, faults };
  }

  it('shows by itself what came from the folder that the settings name', async () => {
    const { page, faults } = await show('/settings');
    const { name, buffer } = soundFit();
    const watched = mkdtempSync(join(folder, 'watched-'));
    await page.getByLabel('Watched folder').fill(watched);
    await page.getByRole('button', { name: 'Set folder' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'Imports, what became of each file, and the trash' }).click();
    await page.getByText('Nothing was imported yet.').waitFor();
    // Not before: the folder is looked at while the page opens.
    writeFileSync(join(watched, name), buffer);
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
    await row.getByText('1 new run').waitFor();
    expect(await row.getByText('Watched folder').count()).toBe(1);
    await page.getByRole('link', { name: 'Runs', exact: true }).first().click();
    await page.getByRole('region', { name: 'Your runs' }).getByRole('link').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('tells on the first page how far a whole account is, stops when told to, and goes on without reading twice', async () => {
    const { page, faults } = await show('/');
    const account = await zipOf(Object.fromEntries(manyRuns().map(({ name, bytes }) => [`activities/${name}`, bytes])));
    const give = () =>
      page
        .getByLabel('Choose files', { exact: true })
        .setInputFiles([{ name: 'export_1.zip', mimeType: 'application/zip', buffer: Buffer.from(account) }]);
    await give();
    const adding = page.getByRole('region', { name: 'Adding runs' });
    await adding.getByText(/^[\d.]+ files a second, about .* left$/).waitFor();
    await adding.getByRole('button', { name: 'Stop' }).click();
    const stopped = adding.getByText(/^Stopped: \d+ of \d+ files read$/);
    await stopped.waitFor();
    const read = Number(/\d+/.exec((await stopped.textContent()) ?? '')?.[0]);
    expect(read).toBeLessThan(MANY_RUNS);
    await give();
    await adding.getByText(new RegExp(`^Done: ${MANY_RUNS} files read`)).waitFor({ timeout: 60_000 });
    await adding.getByText(new RegExp(`${MANY_RUNS - read} new runs?, ${read} already here`)).waitFor();
    expect(faults).toEqual([]);
  });

  it('tells how many reports a new engine has yet to bring up to date, until all are', async () => {
    const first = new ApiClient(program.url);
    await first.import(...manyRuns());
    await first.settled();
    const { runs } = await first.call('listRuns');
    expect(await program.stop(true)).toBe(0);
    const database = openSqlite(join(folder, 'data', 'kneewise.sqlite'));
    database.exec("update runs set engine_version = '0.0.0', distance_m = 1");
    database.close();
    program = await Program.start(join(folder, 'data'));
    const { page, faults } = await show('/imports');
    const told = page.getByText(/^\d+ reports? to be brought up to date\. This goes on by itself\.$/);
    await told.waitFor();
    await told.waitFor({ state: 'detached' });
    expect((await new ApiClient(program.url).call('listRuns')).runs).toEqual(runs);
    expect(faults).toEqual([]);
  });
});
