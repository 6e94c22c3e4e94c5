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
    await page.getByLabel('Choose files', { exact: true }).setInputFiles([soundFit()]);
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

  it('keeps nothing of the runs once the runner has logged out', async () => {
    const password = 'a long enough password';
    const program = await Program.start(undefined, { KNEEWISE_PASSWORD: password });
    const { page } = await openPage(browser, program.url);
    const kept = () =>
      page.evaluate(async () => {
        const found = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
        return found.flat().map(({ url }) => new URL(url).pathname);
      });
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('button', { name: 'Try a sample season' }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.getByLabel('Choose files', { exact: true }).setInputFiles([soundFit()]);
    await page.getByRole('region', { name: 'Your runs' }).getByRole('link').first().click();
    await page.getByText('What if', { exact: true }).waitFor();
    await page.reload();
    await page.getByText('What if', { exact: true }).waitFor();
    await expect.poll(kept).toContainEqual(expect.stringMatching(/^\/api\/runs\/.*report$/));
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByLabel('Password').waitFor();
    expect((await kept()).filter((path) => path.startsWith('/api'))).toEqual([]);
    await page.context().close();
    await program.stop();
  });
});
