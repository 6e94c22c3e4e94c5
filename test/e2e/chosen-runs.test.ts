/** Several runs chosen on the list: their files, their table, one word on their ground, the trash; by mouse and by keyboard. */
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunList } from '../../server/contract/runs.ts';
import { launchBrowser, openPage, Program, type WatchedPage } from '../support/browser.ts';
import { importSeason, SAMPLE_RUNS, WIDTHS, windowOf } from '../support/season-pages.ts';

/** First bytes of a ZIP. */
const ZIP_MARK = 'PK';

const bar = (page: Page) => page.getByRole('region', { name: 'Chosen runs' });
const button = (page: Page, name: string) => bar(page).getByRole('button', { name, exact: true });
const told = (page: Page, text: string) => bar(page).getByRole('status').filter({ hasText: text }).waitFor();
const rows = (page: Page) => page.getByRole('region', { name: 'Your runs' }).getByRole('link');

/** Chooses the latest runs. */
async function choose(page: Page, count: number): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose several' }).click();
  const boxes = page.getByRole('checkbox', { name: /^Choose the run of/ });
  for (let at = 0; at < count; at++) await boxes.nth(at).check();
  await bar(page)
    .getByText(`${count} ${count === 1 ? 'run' : 'runs'} chosen`)
    .waitFor();
}

async function download(page: Page, name: string): Promise<Download> {
  const begun = page.waitForEvent('download');
  await button(page, name).click();
  return begun;
}

const textOf = async (downloaded: Download): Promise<string> => readFile(await downloaded.path(), 'utf8');

/** What the report of the latest run says of its ground. */
async function groundRows(page: Page, name: RegExp): Promise<number> {
  await rows(page).first().click();
  const ground = page.getByRole('region', { name: 'Ground', exact: true });
  await ground.waitFor();
  return ground.getByRole('row', { name }).count();
}

describe('several chosen runs', () => {
  let browser: Browser;
  let program: Program;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    await importSeason(browser, program.url);
    watched = await openPage(browser, program.url, windowOf(1440));
    page = watched.page;
  });
  beforeEach(() => page.goto('/'));
  afterAll(async () => {
    await browser?.close();
    expect(watched.faults).toEqual([]);
    await program?.stop();
  });

  it('give their files as one ZIP and their table for a spreadsheet', async () => {
    await choose(page, 3);
    const zip = await download(page, 'Download files');
    expect(zip.suggestedFilename()).toMatch(/^kneewise-runs-[\d-]{10}\.zip$/);
    expect((await textOf(zip)).slice(0, 2)).toBe(ZIP_MARK);
    await told(page, 'The ZIP with the files of 3 runs is downloaded.');
    const table = await download(page, 'Download table');
    expect(table.suggestedFilename()).toMatch(/^kneewise-runs-[\d-]{10}\.csv$/);
    const lines = (await textOf(table)).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 3);
    expect(lines[0]).toContain('startedAt');
    await told(page, 'The table of 3 runs is downloaded.');
  });

  it('take one word on their ground, which the reports show and which is taken back at once', async () => {
    await choose(page, 2);
    await button(page, 'Name the ground').click();
    await bar(page).getByLabel('2 runs, from start to end, on').selectOption('Treadmill');
    await button(page, 'Keep').click();
    await told(page, 'Kept: Treadmill for 2 runs.');
    const report = await openPage(browser, program.url);
    expect(await groundRows(report.page, /^Treadmill/)).toBe(1);
    await button(page, 'Undo').click();
    await told(page, 'Taken back for 2 runs.');
    await report.page.goto('/');
    expect(await groundRows(report.page, /^Treadmill/)).toBe(0);
    await report.page.context().close();
    await button(page, 'Name the ground').click();
    await button(page, 'Take back the last ground').click();
    await told(page, 'Nothing had been said of the whole of these runs.');
  });

  it('go to the trash when asked twice, and come back', async () => {
    await choose(page, 2);
    await button(page, 'Delete').click();
    await button(page, 'Keep them').click();
    await button(page, 'Delete').click();
    await button(page, 'Put in the trash').click();
    await told(page, '2 runs put in the trash.');
    const listed = async () => ((await page.request.get('/api/runs').then((answer) => answer.json())) as RunList).runs;
    expect(await listed()).toHaveLength(SAMPLE_RUNS - 2);
    await page
      .getByRole('status')
      .filter({ hasText: `${SAMPLE_RUNS - 2} runs` })
      .waitFor();
    await button(page, 'Undo').click();
    await told(page, '2 runs back from the trash.');
    await page
      .getByRole('status')
      .filter({ hasText: `${SAMPLE_RUNS} runs` })
      .waitFor();
  });

  it('say that a run is gone when another page has deleted it, and change nothing', async () => {
    const { page: other, faults } = await openPage(browser, program.url);
    await choose(other, 2);
    const id = (await rows(other).first().getAttribute('href'))?.split('/').at(-1) ?? '';
    await page.request.delete(`/api/runs/${id}`);
    await button(other, 'Name the ground').click();
    await button(other, 'Keep').click();
    await bar(other).getByRole('alert').filter({ hasText: 'One of these runs is not here' }).waitFor();
    await page.request.post(`/api/trash/${id}/restore`);
    await button(other, 'Name the ground').click();
    await button(other, 'Take back the last ground').click();
    await told(other, 'Nothing had been said of the whole of these runs.');
    // The browser notes the refusal on its console; nothing else went wrong.
    expect(faults).toEqual([expect.stringContaining('404')]);
    await other.context().close();
  });

  it('are chosen and told by keyboard alone; the focus is never lost', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const hasFocus = () => page.evaluate(() => document.activeElement !== document.body);
    await page.getByRole('button', { name: 'Choose several' }).focus();
    await page.keyboard.press('Enter');
    await bar(page).waitFor();
    expect(await bar(page).evaluate((region) => region === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe(`All ${SAMPLE_RUNS}`);
    await page.keyboard.press('Enter');
    await bar(page).getByText(`${SAMPLE_RUNS} runs chosen`).waitFor();
    for (let press = 0; press < 5; press++) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Name the ground');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('G');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Keep');
    await page.keyboard.press('Enter');
    await told(page, `for ${SAMPLE_RUNS} runs`);
    expect(await hasFocus()).toBe(true);
    await button(page, 'Undo').focus();
    await page.keyboard.press('Enter');
    await told(page, `Taken back for ${SAMPLE_RUNS} runs.`);
    await button(page, 'Done').focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Choose several');
  });

  it.each(WIDTHS)('stand on a bar that stays in sight and fits a window %i wide, light and dark', async (width) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page: shown, faults } = await openPage(browser, program.url, { ...windowOf(width), colorScheme });
      await choose(shown, 3);
      await button(shown, 'Name the ground').click();
      const { violations } = await new AxeBuilder({ page: shown }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await shown.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
      const box = await bar(shown).boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? Number.NaN)).toBeLessThan(400);
      const beyond = await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
      await shown.context().close();
    }
  });
});
