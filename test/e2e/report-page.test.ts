import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program } from '../support/browser.ts';
import { importSeason, seasonPaths, showWhole, windowOf } from '../support/season-pages.ts';

/** An A4 sheet without its margins of 12 mm, CSS pixels. */
const SHEET = { width: 703, height: 1031 };

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await part.boundingBox();
  if (!box) throw new Error(`${part} is not on the page`);
  return box;
}

/** Where the first page of paper ends: ribbon and findings have to be above, the sources open the next. */
async function expectOneSheet(page: Page): Promise<void> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.ribbon-svg').first().waitFor();
  const findings = page.locator('.finding');
  expect(await findings.count()).toBeGreaterThan(0);
  for (const part of [page.locator('.ribbon-svg').first(), ...(await findings.all())]) {
    const { x, y, width, height } = await boxOf(part);
    expect(y + height).toBeLessThan(SHEET.height);
    expect(x + width).toBeLessThanOrEqual(SHEET.width + 1);
  }
  const sources = page.locator('.print-sources');
  expect(await sources.evaluate((element) => getComputedStyle(element).breakBefore)).toBe('page');
  // Nothing else comes between them and the findings.
  const next = await sources.evaluate((element) => element.getBoundingClientRect().top);
  const charts = await boxOf(page.getByRole('region', { name: 'Knee load and cadence along the way' }));
  expect(charts.y).toBeGreaterThan(next);
}

describe('the report of a run', () => {
  let browser: Browser;
  let program: Program;
  let report: string;
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-paper-'));
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    await importSeason(browser, program.url);
    report = (await seasonPaths(browser, program.url)).get('report') as string;
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the numbers of a place over the ribbon on a phone, and the ribbon stays where it was', async () => {
    const { page, faults } = await openPage(browser, program.url, { ...windowOf(390), hasTouch: true });
    await showWhole(page, report);
    const ribbon = page.getByRole('slider', { name: 'Place along the run' });
    await ribbon.scrollIntoViewIfNeeded();
    const before = await boxOf(ribbon);
    await page.touchscreen.tap(before.x + before.width / 2, before.y + before.height / 2);
    const numbers = page.getByRole('region', { name: 'Numbers at this place' });
    await numbers.getByText('Grade').waitFor();
    expect(await boxOf(ribbon)).toEqual(before);
    const shown = await boxOf(numbers);
    expect(shown.y + shown.height).toBeLessThanOrEqual(before.y + 1);
    expect(shown.x + shown.width).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Whole run' }).click();
    await numbers.waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('prints ribbon and findings on one sheet and the sources on the next, in dark colours too', async () => {
    const { page, faults } = await openPage(browser, program.url, { colorScheme: 'dark' });
    await showWhole(page, report);
    await expectOneSheet(page);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    // The map of paper is a drawing: a picture that moves would be cut.
    expect(await page.getByRole('heading', { name: 'The way, coloured by knee load; north is up' }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is laid out alike in the file for a physio, which asks nobody for anything', async () => {
    const html = await (await fetch(`${program.url}/api${report}/report.html`)).text();
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).protocol));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.fonts.ready);
    await expectOneSheet(page);
    // The type is in the file: a browser may or may not call reading it a request.
    expect(asked.filter((protocol) => protocol !== 'data:')).toEqual(['file:']);
    await page.close();
  });

  it('answers the sliders while the server is away', async () => {
    const { page } = await openPage(browser, program.url);
    await showWhole(page, report);
    const change = page.getByRole('region', { name: 'What if' });
    const cadence = change.getByRole('slider', { name: 'Cadence' });
    await cadence.waitFor();
    const asRun = await change.textContent();
    await page.context().setOffline(true);
    await cadence.press('ArrowRight');
    await expect.poll(() => change.textContent()).not.toBe(asRun);
    await change.getByRole('checkbox', { name: 'On a level treadmill' }).check();
    await change.getByText(/A level treadmill takes the hills away/).waitFor();
    await page.context().close();
  });

  it('leads back from a run that is not there', async () => {
    const { page } = await openPage(browser, program.url, {}, '/runs/0000000000000000');
    await page.getByRole('alert').waitFor();
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByRole('region', { name: 'Your runs' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  });

  it('leads to sharing from its top', async () => {
    const { page } = await openPage(browser, program.url);
    await showWhole(page, report);
    await page.getByRole('button', { name: 'Share or print' }).click();
    const save = page.getByRole('link', { name: 'Save the file' });
    await save.waitFor();
    expect((await boxOf(save)).y).toBeLessThan(page.viewportSize()?.height ?? 0);
    await page.context().close();
  });
});
