/** A runner drops a route before a run, looks at what it would ask, changes how they would run it, and deletes it again. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatRoute, hillyRoute } from '../../fixtures/season/routes.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { drawRoute, writeRouteGpx } from '../../fixtures/write/route.ts';
import { ApiClient } from '../support/api-client.ts';
import { launchBrowser, openPage, Program } from '../support/browser.ts';

const DAY_MS = 24 * 3_600_000;
const ROUTE = writeRouteGpx(
  drawRoute([...hillyRoute(6000), { lengthM: 1000, gradePct: 6 }, { lengthM: 900, gradePct: -13 }]),
  { name: 'Bay and ridge' },
);
const LEVEL = writeRouteGpx(drawRoute(flatRoute(5000), false), { kind: 'rte', name: 'Along the shore' });
const PLACES = writeRouteGpx(drawRoute(flatRoute(500)), { kind: 'wpt' });
const file = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/gpx+xml',
  buffer: Buffer.from(bytes),
});
const grave = (impact: string | null | undefined) => impact === 'serious' || impact === 'critical';

/** Eight runs of the invented runner, as if run in the weeks before now. */
const recentRuns = () =>
  sampleSeason()
    .slice(-8)
    .map(({ recording, name }, i) => {
      const startedAtMs = Date.now() - (24 - 3 * i) * DAY_MS;
      return { name: `${name}-${i}.fit`, bytes: writeFit({ ...recording, startedAtMs }) };
    });

describe('planned routes', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    browser = await launchBrowser();
    program = await Program.start();
    const api = new ApiClient(program.url);
    await api.call('putProfile', {}, { heightM: 1.78, timeZone: 'UTC' });
    await api.import(...recentRuns());
    await api.settled();
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  it('tell what a dropped route would ask, by stretch, direction and cadence, with no request to anybody else', async () => {
    const { page, faults } = await openPage(browser, program.url);
    await page.getByRole('link', { name: 'Before a run' }).click();
    await page.getByText('No route yet.').waitFor();
    await page.getByLabel('Route file').setInputFiles(file('sunday.gpx', ROUTE));
    const headline = page.getByRole('heading', { level: 1, name: /^About 7\.9 km with / });
    await headline.waitFor();
    expect(await headline.textContent()).toMatch(
      /as hard on your knees as about [\d.]+ flat easy km \([\d.]+–[\d.]+\)/,
    );
    expect(await page.getByText(/Your next run (has|may have) room for it|More than your next run/).count()).toBe(1);
    expect(await page.getByText(/of what your knees take in a usual week/).count()).toBe(1);
    expect(await page.getByRole('img', { name: 'Profile of the route' }).count()).toBe(1);
    const rows = page.getByRole('region', { name: /Stretches of the route/ }).getByRole('row');
    expect(await rows.filter({ hasText: 'steep descent' }).textContent()).toMatch(/−1[1-3].%/);
    const descent = page.getByLabel('The route in numbers').getByText(/^\d+ m$/);
    const before = await descent.allTextContents();

    const status = page.getByRole('region', { name: 'How you would run it' }).getByRole('status');
    await page.getByLabel('5 % more').check();
    await status
      .filter({ hasText: /About [\d.]+ flat-easy km instead of [\d.]+ by habit, in the same time/ })
      .waitFor();
    await page.getByLabel('The other way').check();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    expect((await descent.allTextContents()).toReversed()).toEqual(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('can be renamed, deleted and brought back with the keyboard', async () => {
    const { page, faults } = await openPage(browser, program.url);
    await page.goto('/before');
    await page.getByRole('link', { name: 'Bay and ridge' }).press('Enter');
    await page.getByRole('button', { name: 'Rename' }).press('Enter');
    await page.getByLabel('Name of the route').fill('Long Sunday');
    await page.getByLabel('Name of the route').press('Enter');
    await page.getByText('Long Sunday').waitFor();
    await page.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText('No route yet.').waitFor();
    await page.getByText('1 route deleted').press('Enter');
    await page.getByRole('button', { name: 'Bring back Long Sunday' }).press('Enter');
    await page.getByRole('link', { name: 'Long Sunday' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('say what to do with a file that holds no route, and what is not known without altitude', async () => {
    const { page } = await openPage(browser, program.url);
    await page.goto('/before');
    await page.getByLabel('Route file').setInputFiles(file('places.gpx', PLACES));
    await page.getByText(/places\.gpx: The file holds single places/).waitFor();
    await page.getByLabel('Route file').setInputFiles(file('level.gpx', LEVEL));
    await page.getByRole('heading', { level: 1, name: /its hills unknown/ }).waitFor();
    expect(await page.getByText(/The file tells no altitude/).count()).toBe(1);
    expect(await page.getByText('Walk descents').count()).toBe(0);
    await page.goto('/plans/0000000000000000');
    await page.getByRole('alert').filter({ hasText: 'There is no plan 0000000000000000' }).waitFor();
    await page.context().close();
  });

  it.each([
    [390, 'light'],
    [390, 'dark'],
    [820, 'light'],
    [1440, 'dark'],
  ] as const)(
    'have no grave fault of access at %i px in %s colours, and nothing wider than the screen',
    async (width, colorScheme) => {
      const { page } = await openPage(browser, program.url, { viewport: { width, height: 900 }, colorScheme });
      await page.goto('/before');
      const link = page.getByRole('link', { name: 'Long Sunday' });
      await link.waitFor();
      for (const look of ['list', 'plan']) {
        if (look === 'plan') await link.click();
        if (look === 'plan') await page.getByRole('heading', { name: 'Stretch by stretch' }).waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.filter(({ impact }) => grave(impact)).map(({ id }) => id),
          look,
        ).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), look).toBe(true);
      }
      await page.context().close();
    },
  );
});
