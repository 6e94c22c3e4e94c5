import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITATIONS, MODEL_RELATIONS, validationTable } from '../../src/index.ts';
import { launchBrowser, openPage, Program } from '../support/browser.ts';

const grave = (impact: string | null | undefined) => impact === 'serious' || impact === 'critical';

describe('the evidence page', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    browser = await launchBrowser();
    program = await Program.start();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  it('shows every relation, every row of the validation table and every source, and no request leaves the machine', async () => {
    const { page, faults } = await openPage(browser, program.url);
    await page.getByRole('link', { name: 'How the numbers are made, and their sources' }).click();
    await page.getByRole('heading', { level: 1, name: 'How the numbers are made' }).waitFor();
    for (const id of [...MODEL_RELATIONS.map((relation) => relation.id), ...Object.keys(CITATIONS)]) {
      expect(await page.locator(`#${id}`).count(), id).toBe(1);
    }
    const statuses = await page.locator('.validation-status').allTextContents();
    expect(statuses).toHaveLength(validationTable().length);
    expect(statuses.filter((status) => status === 'Open')).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('goes to the source that the address names, though the page loads after it', async () => {
    const { page } = await openPage(browser, program.url);
    await page.goto('/evidence#Kuster1993');
    const source = page.locator('#Kuster1993');
    await source.waitFor();
    await page.waitForFunction(() => document.querySelector(':target') !== null);
    expect(await source.evaluate((element) => element.matches(':target'))).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    await page.context().close();
  });

  it.each([
    [390, 'light'],
    [1440, 'dark'],
  ] as const)(
    'has no grave fault of access at %i px in %s colours, and nothing wider than the screen',
    async (width, colorScheme) => {
      const { page } = await openPage(browser, program.url, { viewport: { width, height: 900 }, colorScheme });
      await page.goto('/evidence');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.filter(({ impact }) => grave(impact)).map(({ id }) => id)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.context().close();
    },
  );
});
