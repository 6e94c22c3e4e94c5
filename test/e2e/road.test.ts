import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownProgramForEach } from '../support/own-program.ts';
import { type ChosenFile, notAWatchFile, soundFit, soundGpx } from '../support/season-files.ts';

const runLinks = (page: Page) => page.getByRole('region', { name: 'Your runs' }).getByRole('link');

/** Chooses files and waits until the server has looked at each. */
async function choose(page: Page, ...files: ChosenFile[]): Promise<string> {
  const word = `Done: ${files.length === 1 ? '1 file' : `${files.length} files`} read`;
  await page.getByLabel('Choose files', { exact: true }).setInputFiles([...files]);
  const status = page.getByRole('region', { name: 'Adding runs' }).getByRole('status');
  await status.filter({ hasText: word }).waitFor();
  return (await status.textContent()) ?? '';
}

/** Drops files as a mouse would: the page sees a drag with files in it. */
async function drop(page: Page, ...files: ChosenFile[]): Promise<void> {
  const parts = files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, parts);
  await page.getByText('Drop watch files or a folder here').dispatchEvent('drop', { dataTransfer: transfer });
}

describe('the road of a runner through the page', () => {
  const watched = ownProgramForEach();

  it('leads from a dropped file to its report and on to the trends', async () => {
    const { page } = watched;
    await drop(page, soundFit());
    await page.getByRole('link', { name: /Open.*morning\.fit|morning\.fit/ }).click();
    const headline = page.getByRole('heading', { level: 1 });
    await headline.waitFor();
    expect(await headline.textContent()).toMatch(/^2\.0 km, about as hard on your knees as [\d.]+ flat easy km \(/);
    for (const part of ['What stands out', 'The run in numbers', 'Fine print']) {
      expect(await page.getByRole('region', { name: part }).isVisible()).toBe(true);
    }
    expect(await page.getByRole('slider', { name: 'Place along the run' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Trends' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trends' }).waitFor();
    await page.getByRole('img', { name: 'Distance and knee load by week' }).waitFor();
    await page.getByText('The weeks as a table').click();
    expect(await page.getByRole('table').first().textContent()).toContain('2.0');
  });

  it('keeps the same file twice as one run and says so', async () => {
    const { page } = watched;
    expect(await choose(page, soundFit())).toContain('1 new run');
    expect(await choose(page, soundFit('copy of morning.fit'))).toContain('1 already here');
    expect(await runLinks(page).count()).toBe(1);
  });

  it('tells why a file was refused and takes the others of the same drop', async () => {
    const { page } = watched;
    const told = await choose(page, soundFit(), notAWatchFile(), soundGpx());
    expect(told).toContain('2 new runs');
    expect(told).toContain('1 not added');
    const refused = page.getByRole('listitem').filter({ hasText: 'shopping.gpx' });
    expect(((await refused.textContent()) ?? '').replace('shopping.gpx', '').length).toBeGreaterThan(30);
    expect(await runLinks(page).count()).toBe(2);
  });

  it('makes a pain entry of two taps on a report, by keyboard too, and completes it later', async () => {
    const { page } = watched;
    await choose(page, soundFit());
    await runLinks(page).first().click();
    const form = page.getByRole('region', { name: 'How did the knee feel?' });
    const score = (moment: string, number: string) =>
      form.getByRole('group', { name: moment }).getByRole('radio', { name: number, exact: true }).check();
    const part = (name: string) => form.getByRole('group', { name: 'Where it hurts' }).getByRole('radio', { name });
    const box = await part('Left knee, front').boundingBox();
    // WCAG asks for 24; a thumb after a run for more.
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await form
      .locator('.knee-part-front')
      .first()
      .click({ position: { x: 4, y: 4 } });
    await score('During the run', '4');
    await form.getByText('Saved').waitFor();
    expect(await part('Left knee, front').isChecked()).toBe(true);
    await page.reload();
    await score('The next morning', '2');
    await form.getByText('Saved').waitFor();
    await part('Left knee, outer side').check();
    await page.getByRole('link', { name: 'Pain', exact: true }).click();
    await page.getByText('4/10').waitFor();
    expect(await page.getByText('4/10').count()).toBe(1);
    expect(await page.getByText('2/10').count()).toBe(1);
    await page.getByText('Left, outer side').waitFor();
  });

  it('speaks miles on every page once the settings say so', async () => {
    const { page } = watched;
    await choose(page, soundFit());
    await page.getByRole('link', { name: 'Settings' }).click();
    const aboutYou = page.getByRole('region', { name: 'About you' });
    await aboutYou.getByRole('radio', { name: 'Miles' }).check();
    await aboutYou.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await runLinks(page).first().click();
    await page.getByRole('heading', { level: 1, name: / mi, .* flat easy miles/ }).waitFor();
    expect(
      await page
        .getByRole('main')
        .getByText(/\d km\b/)
        .count(),
    ).toBe(0);
  });

  it('forgets a deleted run', async () => {
    const { page } = watched;
    await choose(page, soundFit());
    await runLinks(page).first().click();
    await page.getByRole('button', { name: 'Delete this run' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByRole('button', { name: 'Try a sample season' }).waitFor();
    expect(await runLinks(page).count()).toBe(0);
  });
});
