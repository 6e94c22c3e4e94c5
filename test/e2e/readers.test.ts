import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program, type WatchedPage } from '../support/browser.ts';
import { soundFit, swimFit } from '../support/season-files.ts';
import { importSeason, seasonPaths, showWhole, windowOf } from '../support/season-pages.ts';

const WEEKS = 'Distance and knee load by week';

/** What a chart shows, as the bytes of its picture; the pointer is taken away first, for it opens a note. */
async function picture(page: Page, label: string): Promise<string> {
  await page.mouse.move(2, 2);
  await page.waitForTimeout(300);
  return page.getByRole('img', { name: label }).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
}

describe('what hindered readers', () => {
  let browser: Browser;
  let program: Program;
  let watched: WatchedPage;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    await importSeason(browser, program.url);
    watched = await openPage(browser, program.url, windowOf(1440));
  });
  afterAll(async () => {
    await browser?.close();
    expect(watched.faults).toEqual([]);
    await program?.stop();
  });

  it('shows fewer weeks when a month is asked for', async () => {
    const { page } = watched;
    await showWhole(page, '/trends');
    await page.getByText('The weeks as a table').click();
    const rows = page.getByRole('table').first().getByRole('row');
    const ofAYear = await rows.count();
    await page.getByRole('radio', { name: 'A month' }).check();
    await expect.poll(() => rows.count()).toBe(6);
    expect(ofAYear).toBeGreaterThan(6);
  });

  it('looks closer at weeks, moves along them, and comes back to the whole range', async () => {
    const { page } = watched;
    await showWhole(page, '/trends');
    const chart = page.getByRole('img', { name: WEEKS });
    await page.locator('canvas[data-drawn]').first().waitFor();
    const whole = await picture(page, WEEKS);
    const box = await chart.boundingBox();
    if (!box) throw new Error('the chart is not on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -600);
    await page.keyboard.up('Control');
    const closer = await picture(page, WEEKS);
    expect(closer).not.toBe(whole);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 200, y, { steps: 5 });
    await page.mouse.up();
    expect(await picture(page, WEEKS)).not.toBe(closer);
    await page.getByRole('radio', { name: 'All' }).check();
    expect(await picture(page, WEEKS)).toBe(whole);
  });

  it('moves all charts and their words together, by buttons as well', async () => {
    const { page } = watched;
    await showWhole(page, '/trends');
    await page.locator('canvas[data-drawn]').nth(3).waitFor();
    const charts = [WEEKS, 'Cadence over weeks at your usual speed', 'Descent by week'];
    const pictures = () =>
      charts.reduce(async (all, name) => [...(await all), await picture(page, name)], Promise.resolve([] as string[]));
    const whole = await pictures();
    await page.getByText('The weeks as a table').click();
    const table = page.locator('details').filter({ hasText: 'The weeks as a table' }).getByRole('table');
    const latest = () => table.getByRole('rowheader').first().textContent();
    const latestOfAll = await latest();
    await page.getByRole('button', { name: 'Closer' }).click();
    await page.getByRole('button', { name: 'Later' }).click();
    expect(await latest()).toBe(latestOfAll);
    expect(await page.getByRole('button', { name: 'Later' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Earlier' }).click();
    expect(await latest()).not.toBe(latestOfAll);
    const moved = await pictures();
    expect(moved.filter((picture, at) => picture === whole[at])).toEqual([]);
    await page.getByRole('radio', { name: 'All' }).check();
    expect(await pictures()).toEqual(whole);
  });

  it('tells what stands out before the map, the what-if and the splits, on a phone too', async () => {
    const { page } = await openPage(browser, program.url, windowOf(390));
    await showWhole(page, (await seasonPaths(browser, program.url)).get('report') as string);
    const top = async (name: string) =>
      (await page.getByRole('heading', { name }).first().boundingBox())?.y ?? Number.NaN;
    await page.getByRole('heading', { name: 'What if' }).waitFor();
    expect(await top('What stands out')).toBeLessThan(await top('What if'));
    await page.context().close();
  });

  it('ticks off the rounds of an exercise, and leads from advice to its source', async () => {
    const { page } = watched;
    await showWhole(page, '/care');
    const strength = page.getByRole('region', { name: 'Strength for hips, knees and thighs' });
    for (let round = 0; round < 3; round++) await strength.getByRole('button', { name: 'Round done: Bridge' }).click();
    await strength.getByText('3 of 3 rounds done today').waitFor();
    await strength.getByRole('button', { name: 'Begin again: Bridge' }).click();
    expect(await strength.getByText('0 of 3 rounds done today').count()).toBe(4);
    await strength.getByText('What the article says, and what studies found').click();
    await strength.getByRole('link', { name: /Collins/ }).click();
    await page.waitForURL('**/evidence#Collins2018');
    await page.locator('#Collins2018').waitFor();
  });

  it('tells files refused for one reason as one line that opens', async () => {
    const { page } = watched;
    await page.goto('/');
    const files = ['monday.fit', 'tuesday.fit', 'friday.fit'].map((name, at) => swimFit(name, at + 1));
    await page.getByLabel('Choose files', { exact: true }).setInputFiles([...files, soundFit()]);
    const adding = page.getByRole('region', { name: 'Adding runs' });
    await adding.getByRole('status').filter({ hasText: 'Done: 4 files read' }).waitFor();
    expect(await adding.getByText('monday.fit').isVisible()).toBe(false);
    await adding.getByText('Show the 3 files').click();
    expect(await adding.getByText('monday.fit').isVisible()).toBe(true);
  });
});
