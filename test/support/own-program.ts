/** A program and a page of its own for each test of a group. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launchBrowser, openPage, Program, type WatchedPage } from './browser.ts';

/**
 * To be called in a `describe`. After each test the page must have met no fault, and the program must end well.
 *
 * @returns `page` is that of the running test.
 */
export function ownProgramForEach(): { readonly page: Page } {
  let browser: Browser;
  let program: Program;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  beforeEach(async () => {
    program = await Program.start();
    watched = await openPage(browser, program.url);
  });
  afterEach(async () => {
    await watched.page.context().close();
    expect(watched.faults).toEqual([]);
    expect(await program.stop()).toBe(0);
  });
  afterAll(() => browser.close());
  return {
    get page() {
      return watched.page;
    },
  };
}
