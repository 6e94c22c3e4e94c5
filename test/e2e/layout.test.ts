import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, Program } from '../support/browser.ts';
import { importSeason, seasonPaths, showWhole, WIDTHS, windowOf } from '../support/season-pages.ts';

/** Smallest side of what is pressed, CSS pixels (WCAG 2.2, 2.5.8). */
const LEAST_TARGET_PX = 24;

/**
 * What does not fit on a page: a page wider than its window, words cut off, and targets too small to hit. Links in running
 * text are as high as their line (WCAG's own exception).
 */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate((leastPx) => {
    const found: string[] = [];
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${(element.textContent ?? '').trim().slice(0, 40)}"`;
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    // A map is meant to reach beyond its frame.
    for (const element of document.querySelectorAll<HTMLElement>(
      'main :not(.leaflet-container, .leaflet-container *)',
    )) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis';
      const isSeen = element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1;
      if (isCut && isSeen && element.textContent && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${nameOf(element)}`);
    }
    for (const target of document.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, a[href]')) {
      const label = target.closest('label');
      const { display, position } = getComputedStyle(target);
      if (!target.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      if (target.tagName === 'A' && display === 'inline') continue;
      if (target.classList.contains('skip-link') || target.classList.contains('link-button')) continue;
      const box = (label ?? target).getBoundingClientRect();
      if (position === 'absolute' && box.width <= 1) continue;
      if (box.width < leastPx || box.height < leastPx)
        found.push(`small (${Math.round(box.width)} × ${Math.round(box.height)}): ${nameOf(target)}`);
    }
    return found;
  }, LEAST_TARGET_PX);

describe('every page', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
    await importSeason(browser, program.url);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it.each(WIDTHS)(
    'fits into a window %i wide, cuts off no words and has targets that a thumb can hit',
    async (width) => {
      const { page, faults } = await openPage(browser, program.url, windowOf(width));
      const found: string[] = [];
      for (const [name, path] of await seasonPaths(browser, program.url)) {
        await showWhole(page, path);
        found.push(...(await misfits(page)).map((misfit) => `${name}: ${misfit}`));
      }
      await page.context().close();
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    },
  );
});
