import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { launchBrowser, openPage, Program } from '../support/browser.ts';

/** More presses than any page has stops. */
const MOST_PRESSES = 120;

/** The mountain run, whose descents are flagged. */
function mountain() {
  const run = sampleSeason().find(({ name }) => name.includes('mountain'));
  if (!run) throw new Error('the sample season has no mountain run');
  return { name: run.name, mimeType: 'application/octet-stream', buffer: Buffer.from(run.bytes) };
}

/** Presses Tab until the element has the focus, as somebody without a mouse has to. @throws when Tab never comes there */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let press = 0; press < MOST_PRESSES; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${wanted}`);
}

/** Whether whoever looks can tell where the focus is, and nothing stands over it. */
const isShown = (focused: Locator): Promise<boolean> =>
  focused.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < innerHeight;
    return isOnScreen && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });

describe('a runner without a mouse', () => {
  let browser: Browser;
  let program: Program;
  beforeAll(async () => {
    [browser, program] = await Promise.all([launchBrowser(), Program.start()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  it('comes from a file to its report, a finding, a change tried and a pain entry', async () => {
    const { page, faults } = await openPage(browser, program.url);
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, page.getByLabel('Choose files', { exact: true }));
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([mountain()]);

    const run = page.getByRole('region', { name: 'Your runs' }).getByRole('link').first();
    await tabTo(page, run);
    expect(await isShown(run)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /as hard on your knees/ }).waitFor();

    const place = page.getByRole('slider', { name: 'Place along the run' });
    await tabTo(page, place);
    const numbers = page.getByRole('region', { name: 'Numbers at this place' });
    const wholeRun = await numbers.textContent();
    await page.keyboard.press('PageUp');
    expect(await numbers.textContent()).not.toBe(wholeRun);

    const stretch = page
      .getByRole('article')
      .getByRole('button', { name: /ribbon/ })
      .first();
    await tabTo(page, stretch);
    expect(await isShown(stretch)).toBe(true);
    await page.keyboard.press('Enter');
    // The ribbon went to the stretch, so there is a way back to the whole.
    expect(await page.getByRole('button', { name: 'Whole run' }).isEnabled()).toBe(true);

    const cadence = page.getByRole('slider', { name: 'Cadence' });
    await tabTo(page, cadence);
    expect(await isShown(cadence)).toBe(true);
    const change = page.getByRole('region', { name: 'What if' });
    const asRun = await change.textContent();
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
    expect(await change.textContent()).not.toBe(asRun);

    const form = page.getByRole('region', { name: 'How did the knee feel?' });
    await tabTo(page, form.getByRole('radio', { name: 'Left knee, outer side' }));
    await page.keyboard.press('ArrowRight');
    expect(await form.getByRole('radio', { name: 'Left knee, front' }).isChecked()).toBe(true);
    await tabTo(page, form.getByRole('group', { name: 'During the run' }).getByRole('radio').first());
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
    await form.getByText('Saved').waitFor();

    await tabTo(page, page.getByRole('link', { name: 'Pain', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('4/10').waitFor();
    expect(await page.getByText('Left, front').isVisible()).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
