import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program, type WatchedPage } from '../support/browser.ts';
import { importSeason, SAMPLE_RUNS, seasonPaths, showWhole } from '../support/season-pages.ts';

/** What axe finds that would keep somebody from using the page. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

describe('the sample season', () => {
  let browser: Browser;
  let program: Program;
  let watched: WatchedPage;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    await importSeason(browser, program.url);
    watched = await openPage(browser, program.url);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const paths = () => seasonPaths(browser, program.url);

  it('lists every run with its load and flags the planted ones', async () => {
    const { page } = watched;
    await page.goto('/');
    const links = page.getByRole('region', { name: 'Your runs' }).getByRole('link');
    await links.first().waitFor();
    expect(await links.count()).toBe(SAMPLE_RUNS);
    expect(await links.filter({ hasText: 'Much longer than your recent runs' }).count()).toBeGreaterThan(0);
    expect(await links.filter({ hasText: 'A lot of downhill' }).count()).toBeGreaterThan(0);
  });

  it('shows load and cadence over its weeks', async () => {
    const { page } = watched;
    await showWhole(page, '/trends');
    for (const name of ['Distance and knee load by week', 'Cadence over weeks at your usual speed']) {
      await page.getByRole('img', { name }).waitFor();
    }
    await page.getByText('The weeks as a table').click();
    // A row of heads, then at least the weeks that hold runs.
    expect(await page.getByRole('region', { name: 'The weeks as a table' }).getByRole('row').count()).toBeGreaterThan(
      12,
    );
  });

  it('moves one cursor through the report with the arrow keys', async () => {
    const { page } = watched;
    await showWhole(page, (await paths()).get('report') as string);
    const slider = page.getByRole('slider', { name: 'Place along the run' });
    const numbers = page.getByRole('region', { name: 'Numbers at this place' });
    const before = await numbers.textContent();
    await slider.focus();
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    expect(await numbers.textContent()).not.toBe(before);
  });

  it.each(['light', 'dark'] as const)('has no page that axe finds barriers on, in %s colours', async (colorScheme) => {
    const { page, faults } = await openPage(browser, program.url, { colorScheme });
    const found: string[] = [];
    for (const [name, path] of await paths()) {
      // A page of a thousand links, which takes axe longer than all others; it has a test of its own.
      if (name === 'evidence') continue;
      await showWhole(page, path);
      found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`));
    }
    await page.context().close();
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('asks nobody but the server and leaves no error on the console', () => {
    expect(watched.faults).toEqual([]);
  });
});
