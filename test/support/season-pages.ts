/** The pages of a server that holds the sample season. */
import type { Browser, Page } from 'playwright-core';
import { openPage } from './browser.ts';

/** Runs of the sample season. */
export const SAMPLE_RUNS = 40;
/** A phone that is still common, a tablet held upright, and a screen, CSS pixels. */
export const WIDTHS = [390, 820, 1440] as const;
const HEIGHT = 900;

/** Imports the sample season, as a newcomer would, and waits until all of it is read and reviewed. */
export async function importSeason(browser: Browser, url: string): Promise<void> {
  const { page } = await openPage(browser, url);
  await page.getByRole('button', { name: 'Try a sample season' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `Done: ${SAMPLE_RUNS} files read` })
    .waitFor({ timeout: 120_000 });
  await page.context().close();
}

/** The main pages by name, a report with hills among them. */
export async function seasonPaths(browser: Browser, url: string): Promise<ReadonlyMap<string, string>> {
  const { page } = await openPage(browser, url);
  const hilly = page.getByRole('link', { name: /A lot of downhill/ }).first();
  const report = (await hilly.getAttribute('href')) ?? '';
  await page.context().close();
  const others = ['trends', 'pain', 'care', 'settings', 'imports', 'evidence'].map(
    (name) => [name, `/${name}`] as const,
  );
  return new Map([['runs', '/'], ['report', report], ['next-run', '/before'], ...others]);
}

/** Opens a page and waits until its numbers are there and all is drawn. */
export async function showWhole(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

/** A window of one of {@link WIDTHS}. */
export const windowOf = (width: number) => ({ viewport: { width, height: HEIGHT }, reducedMotion: 'reduce' as const });
