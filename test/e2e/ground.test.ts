/** What a run was on, in a real browser: a map given on the settings page, a stretch painted by dragging, the weeks, the online map. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program, type WatchedPage } from '../support/browser.ts';
import { mapOfSoundRun } from '../support/made-map.ts';
import { madeWorld, OverpassServer } from '../support/overpass-server.ts';
import { soundGpx } from '../support/season-files.ts';

const ground = (page: Page) => page.getByRole('region', { name: 'Ground', exact: true });

describe('the ground of a run on the page', () => {
  let browser: Browser;
  let program: Program;
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    watched = await openPage(browser, program.url);
    page = watched.page;
    await page.getByLabel('Choose files', { exact: true }).setInputFiles([soundGpx()]);
    await page.getByRole('status').filter({ hasText: 'Done: 1 file read' }).waitFor();
  });
  beforeEach(() => page.goto('/'));
  afterAll(async () => {
    await browser?.close();
    expect(watched.faults).toEqual([]);
    await program?.stop();
  });

  async function openReport(): Promise<void> {
    await page.goto('/');
    await page.getByRole('region', { name: 'Your runs' }).getByRole('link').first().click();
    await ground(page).waitFor();
  }

  it('is told by a map that is given on the settings page, on the report and by week', async () => {
    await openReport();
    await ground(page).getByText('No map of yours knows this place.').waitFor();
    await page.goto('/settings');
    const file = { name: 'region.osm.pbf', mimeType: 'application/octet-stream', buffer: mapOfSoundRun() };
    await page.getByLabel('Add a map').setInputFiles(file);
    await page.getByText('region: 1 way', { exact: true }).waitFor();
    await openReport();
    await ground(page)
      .getByRole('row', { name: /Dirt or forest path/ })
      .waitFor();
    await page.goto('/trends');
    await page.getByRole('img', { name: /Way on each kind of ground by week/ }).waitFor();
    const table = page.getByRole('table', { name: 'All of these weeks, by ground' });
    expect(await table.getByRole('row', { name: /Dirt or forest path/ }).count()).toBe(1);
  });

  it('says at once what a file is that is no map, dropped on the settings page', async () => {
    await page.goto('/settings');
    const dropped = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(['<?xml version="1.0"?><osm version="0.6">'], 'other.osm'));
      return data;
    });
    const place = page.locator('.map-drop');
    await place.dispatchEvent('dragover', { dataTransfer: dropped });
    await page.getByText('Let go to add the map').waitFor();
    await place.dispatchEvent('drop', { dataTransfer: dropped });
    const told = page.getByText('The map "other" was not added.');
    await told.waitFor();
    expect(await told.textContent()).toContain('This is a map as XML (.osm).');
  });

  it('is painted by dragging over it, and the word is taken back at once', async () => {
    await openReport();
    await ground(page).getByText('Say what a stretch was on').click();
    const strip = page.getByRole('img', { name: /Drag over it to choose a stretch/ });
    await strip.scrollIntoViewIfNeeded();
    const box = await strip.boundingBox();
    if (!box) throw new Error('The strip is not drawn.');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.25, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, y, { steps: 5 });
    await page.mouse.up();
    const from = Number(await ground(page).getByLabel('From, km').inputValue());
    const to = Number(await ground(page).getByLabel('To, km').inputValue());
    expect(to - from).toBeGreaterThan(0.45 * 2);
    expect(to - from).toBeLessThan(0.55 * 2.2);
    await ground(page).getByRole('combobox', { name: 'Ground' }).selectOption('Sand');
    await ground(page).getByRole('button', { name: 'Keep' }).click();
    await ground(page).getByRole('row', { name: /^Sand/ }).waitFor();
    await ground(page).getByRole('button', { name: 'Undo' }).click();
    await ground(page).getByRole('row', { name: /^Sand/ }).waitFor({ state: 'detached' });
    expect(
      await ground(page)
        .getByRole('button', { name: /Take back/ })
        .count(),
    ).toBe(0);
  });

  it('is painted by a finger as well', async () => {
    const { page: phone } = await openPage(browser, program.url, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await phone.getByRole('region', { name: 'Your runs' }).getByRole('link').first().click();
    await ground(phone).getByText('Say what a stretch was on').click();
    const strip = phone.getByRole('img', { name: /Drag over it to choose a stretch/ });
    // The bar at the bottom of a phone's page must not lie over it.
    await strip.evaluate((drawing) => drawing.scrollIntoView({ block: 'center' }));
    const box = await strip.boundingBox();
    if (!box) throw new Error('The strip is not drawn.');
    const hand = await phone.context().newCDPSession(phone);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
      hand.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x: box.x + box.width * share, y: box.y + box.height / 2 }],
      });
    await touch('touchStart', 0.2);
    for (const share of [0.3, 0.4, 0.5]) await touch('touchMove', share);
    await touch('touchEnd', 0.5);
    const from = Number(await ground(phone).getByLabel('From, km').inputValue());
    const to = Number(await ground(phone).getByLabel('To, km').inputValue());
    expect(from).toBeGreaterThan(0.15 * 2);
    expect(from).toBeLessThan(0.25 * 2.2);
    expect(to - from).toBeGreaterThan(0.25 * 2);
    expect(to - from).toBeLessThan(0.35 * 2.2);
    await phone.context().close();
  });

  it('is asked for nowhere until the runner names a service, says what is sent, and can be turned off', async () => {
    const service = new OverpassServer(madeWorld([], []));
    const address = await service.start();
    await page.goto('/settings');
    await page.getByText('Off. Nothing is sent.').waitFor();
    expect(await page.getByText(/Never the track, its time, or anything else/).count()).toBe(1);
    await page.getByLabel('Ask a map on the net').fill(address);
    await page.getByRole('button', { name: 'Turn on' }).click();
    await page.getByText(/^On\./).waitFor();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await page.getByText('Off. Nothing is sent.').waitFor();
    expect(service.queries.length).toBeLessThanOrEqual(1);
    await service.close();
  });
});
