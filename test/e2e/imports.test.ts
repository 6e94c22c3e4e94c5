import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { ownProgramForEach } from '../support/own-program.ts';
import { zipOf } from '../support/zip.ts';

const PLAN: RunPlan = {
  startedAtMs: Date.UTC(2026, 4, 2, 7),
  subSport: null,
  legs: [{ lengthM: 2000, gradePct: 0 }],
  easySpeedMps: 2.9,
  cadenceFactor: 1,
  stops: [],
  watch: WATCH,
};
const { recording } = simulateRun(PLAN, 1);
/** CSS pixels. */
const PHONE_WIDTH = 390;
const LONG_NAME = 'export_of_an_account_with_a_name_that_is_longer_than_a_phone_is_wide.zip';
const RIDE = BROKEN.find(({ name }) => name === 'ride.fit')?.bytes() ?? new Uint8Array();

/** Gives the page a file and waits until it was looked at. */
async function add(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await page.getByRole('link', { name: 'Runs', exact: true }).first().click();
  await page.getByLabel('Choose files', { exact: true }).setInputFiles([file]);
  await page.getByText(/^Done: /).waitFor();
}

describe('what a runner does with imports on the page', () => {
  const watched = ownProgramForEach();

  it('tells what became of each file, takes a word against a refusal, gives the list, and undoes', async () => {
    const { page } = watched;
    const inside = {
      'activities/1.fit': writeFit(recording),
      'activities/ride.fit': RIDE,
      'photo.jpg': Buffer.from('JPEG'),
    };
    await add(page, LONG_NAME, await zipOf(inside));
    await page.goto('/imports');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: LONG_NAME }) });
    await row.getByText('1 new run, 1 of another sport, 1 file without a run').waitFor();
    await row.getByText('Show each file').click();
    await row.getByText(/cycling/).waitFor();
    await page.setViewportSize({ width: PHONE_WIDTH, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE_WIDTH);
    await row.getByRole('button', { name: 'It was a run: activities/ride.fit' }).click();
    await row.getByText('2 new runs, 1 file without a run').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('link', { name: /Download the list/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kneewise-import-.*csv$/);
    await row.getByRole('button', { name: /Undo the import/ }).click();
    await row.getByRole('button', { name: 'Put them in the trash' }).click();
    await row.getByText('Undone: its runs are in the trash.').waitFor();
    const back = page.getByRole('button', { name: /Bring .* back/ });
    await back.first().waitFor();
    expect(await back.count()).toBe(2);
    await back.first().click();
    await page.waitForFunction(() => document.querySelectorAll('#trash li').length === 1);
  });

  it('shows the other recordings of a run, and lets one stand for it, part from it and join it', async () => {
    const { page } = watched;
    await add(page, 'phone.gpx', writeGpx({ ...recording, cadenceSpm: null }));
    await add(page, 'watch.fit', writeFit(recording));
    await page.getByRole('link', { name: /^Open.*watch\.fit/ }).click();
    const others = page.getByRole('region', { name: 'Other recordings of this run' });
    await others.getByRole('button', { name: 'Let phone.gpx stand for the run' }).click();
    await others.getByRole('button', { name: 'Let watch.fit stand for the run' }).click();
    await others.getByRole('button', { name: 'phone.gpx is another run' }).click();
    await others.waitFor({ state: 'detached' });
    await page.getByText('Is this the same run as another one here?').click();
    await page.getByRole('button', { name: /^The same run as .*phone\.gpx$/ }).click();
    await others.waitFor();
    expect(await others.getByText(/· stands for the run/).count()).toBe(1);
  });
});
