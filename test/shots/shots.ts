/** `npm run shots`: pictures of every page with the sample season, for people to look at. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser, openPage, Program } from '../support/browser.ts';
import { importSeason, seasonPaths, showWhole, WIDTHS, windowOf } from '../support/season-pages.ts';

const folder = resolve(process.argv[2] ?? 'dist/shots/pictures');
mkdirSync(folder, { recursive: true });
const program = await Program.start();
const browser = await launchBrowser();
try {
  await importSeason(browser, program.url);
  const paths = await seasonPaths(browser, program.url);
  for (const width of WIDTHS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await openPage(browser, program.url, { ...windowOf(width), colorScheme });
      for (const [name, path] of paths) {
        await showWhole(page, path);
        await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await page.context().close();
    }
  }
  process.stdout.write(`${paths.size * WIDTHS.length * 2} pictures in ${folder}\n`);
} finally {
  await browser.close();
  await program.stop();
}
