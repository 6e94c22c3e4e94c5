import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program } from '../support/browser.ts';
import { soundFit } from '../support/season-files.ts';

describe('the page without its server', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('still shows a report that was looked at', async () => {
    const program = await Program.start();
    const { page } = await openPage(browser, program.url);
    // The worker takes care of the page from the next load on.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByLabel('Watch files', { exact: true }).setInputFiles([soundFit()]);
    await page.getByRole('region', { name: 'Your runs' }).getByRole('link').first().click();
    const headline = page.getByRole('heading', { level: 1 });
    await page.getByText('What if', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('What if', { exact: true }).waitFor();
    const told = await headline.textContent();
    expect(told).toContain('2.0 km');
    await program.stop();
    await page.reload();
    await headline.waitFor();
    expect(await headline.textContent()).toBe(told);
    await page.context().close();
  });
});
