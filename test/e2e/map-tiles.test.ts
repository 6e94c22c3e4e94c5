import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, Program } from '../support/browser.ts';
import { soundFit } from '../support/season-files.ts';

/** One grey pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

/** A server of tiles on this machine that notes what it is asked for. */
async function tileServer(): Promise<{ server: Server; origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.referer ?? ''}`.trim());
    response.writeHead(200, { 'content-type': 'image/png' }).end(PNG);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('a background for the map', () => {
  let browser: Browser;
  let program: Program;
  let page: Page;
  let tiles: Awaited<ReturnType<typeof tileServer>>;
  let report: string;
  beforeAll(async () => {
    [browser, program, tiles] = await Promise.all([launchBrowser(), Program.start(), tileServer()]);
    page = await (await browser.newContext({ baseURL: program.url })).newPage();
    await page.goto('/');
    await page.getByLabel('Choose files', { exact: true }).setInputFiles([soundFit()]);
    report =
      (await page.getByRole('region', { name: 'Your runs' }).getByRole('link').first().getAttribute('href')) ?? '';
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    tiles?.server.close();
  });

  const imageSources = async () => {
    const policy = (await page.goto(report))?.headers()['content-security-policy'] ?? '';
    await page.getByText('North is up').waitFor();
    await page.waitForLoadState('networkidle');
    return policy.split(';').find((directive) => directive.startsWith('img-src'));
  };
  const type = async (address: string) => {
    await page.goto('/settings');
    await page.getByLabel('Address of the tiles').fill(address);
  };
  const save = () =>
    page.getByRole('region', { name: 'Background of the map' }).getByRole('button', { name: 'Save' }).click();
  const choose = async (address: string) => {
    await type(address);
    const loadedAgain = page.waitForEvent('load');
    await save();
    await loadedAgain;
  };

  it('is asked of nobody until the runner names a server', async () => {
    expect(await imageSources()).toBe("img-src 'self' data:");
    expect(tiles.asked).toEqual([]);
  });

  it('is drawn from that server alone, which is told squares and nothing else', async () => {
    await choose(`${tiles.origin}/{z}/{x}/{y}.png`);
    expect(await imageSources()).toBe(`img-src 'self' data: ${tiles.origin}`);
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    expect(await page.getByText('the squares that are looked at').isVisible()).toBe(true);
    expect(tiles.asked.length).toBeGreaterThan(0);
    expect(tiles.asked.filter((url) => !/^\/\d+\/\d+\/\d+\.png$/.test(url))).toEqual([]);
  });

  it('refuses an address without squares in it and keeps the old one', async () => {
    await type(`${tiles.origin}/tile.png`);
    await save();
    await page.getByText('holds {z}, {x} and {y}').waitFor();
    expect(await imageSources()).toContain(tiles.origin);
  });

  it('goes again when the address is taken away', async () => {
    await choose('');
    const before = tiles.asked.length;
    expect(await imageSources()).toBe("img-src 'self' data:");
    expect(tiles.asked.length).toBe(before);
  });
});
