/** `npm run bench:web`: how fast the page is in a real Chromium with ten years of runs stored. */
import { cpus, totalmem } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, Program } from '../support/browser.ts';
import { manyRuns } from './many-runs.ts';
import { table } from './measure.ts';

const RUNS = 3000;
const ROUNDS = 5;
/** What a reader may wait, milliseconds, on the machine of docs/benchmarks.md; the median of the rounds counts. */
const BUDGET_MS = { runs: 500, trends: 500, 'marathon report': 700, slider: 16, 'longest task': 100 } as const;
/** Compressed script and style of the first page, kB. */
const BUDGET_KB = 250;
/** Each control of the what-if is moved so often. */
const SLIDER_STEPS = 20;

type Name = keyof typeof BUDGET_MS;

/** A press on a link until what it leads to is painted, milliseconds. Measured in the page, where the reader waits. */
const timeTo = (page: Page, link: string, content: string): Promise<number> =>
  page.evaluate(
    ([from, to]) =>
      new Promise<number>((resolve) => {
        const startMs = performance.now();
        const look = () => {
          if (!document.querySelector(to)) return requestAnimationFrame(look);
          // The frame that shows it has ended when the next task runs.
          return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startMs)));
        };
        document.querySelector<HTMLAnchorElement>(from)?.click();
        look();
      }),
    [link, content] as const,
  );

/** Work of one movement of each slider, from the event to the end of the drawing that it caused, milliseconds. */
const moveSliders = (page: Page, steps: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const times: number[] = [];
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    for (const slider of document.querySelectorAll<HTMLInputElement>('.slider input')) {
      for (let step = 0; step < count; step++) {
        const value = Number(slider.min) + ((Number(slider.max) - Number(slider.min)) * step) / (count - 1);
        await new Promise(requestAnimationFrame);
        const startMs = performance.now();
        setValue?.call(slider, String(Math.round(value)));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        // React draws what a press changes at the end of the event.
        await Promise.resolve();
        times.push(performance.now() - startMs);
      }
    }
    return times;
  }, steps);

/** Begins to take note of tasks that block the page. */
const watchTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const kept: number[] = [];
    Object.assign(globalThis, { longTasks: kept });
    new PerformanceObserver((list) => kept.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
  });
const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks));

/** Uses the report as a reader would: the cursor along the ribbon, other colours, closer, back. */
async function readReport(page: Page): Promise<void> {
  const ribbon = page.getByRole('slider', { name: 'Place along the run' });
  await ribbon.focus();
  for (let press = 0; press < 10; press++) await page.keyboard.press('PageDown');
  for (const name of ['Grade', 'Speed', 'Knee load', 'Time', 'Distance']) {
    await page.getByRole('radio', { name, exact: true }).check({ force: true });
  }
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.getByRole('button', { name: 'Whole run' }).click();
}

/** Uses the list: a search, another order, down and up. */
async function searchList(page: Page): Promise<void> {
  await page.getByRole('searchbox').pressSequentially('phone');
  await page.getByRole('searchbox').fill('');
  for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, 2000);
}

/** Uses the trends: closer, along the weeks, back to all of them. */
async function readTrends(page: Page): Promise<void> {
  // The charts are drawn one after the other.
  await page.waitForFunction(() => document.querySelector('.chart-canvas canvas:not([data-drawn])') === null);
  for (const name of ['Closer', 'Closer', 'Earlier', 'Earlier', 'Later', 'Wider', 'Wider']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
}

/** One visit by a browser that has never been here. */
async function visit(browser: Browser, url: string, marathonId: string) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const sizes = new Map<string, number>();
  let firstBytes = 0;
  network.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script' || type === 'Stylesheet') sizes.set(requestId, 0);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (sizes.has(requestId)) firstBytes += encodedDataLength;
  });
  await network.send('Network.enable');
  await page.goto('/');
  await page.locator('.run-row').first().waitFor();
  const firstKb = firstBytes / 1000;
  await watchTasks(page);
  await searchList(page);
  const listTask = await longestTask(page);

  await page.goto('/settings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const runs = await timeTo(page, 'nav a[href="/"]', '.run-row');
  await page.goto('/settings');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const trends = await timeTo(page, 'nav a[href="/trends"]', '.chart-canvas canvas[data-drawn]');
  await watchTasks(page);
  await readTrends(page);
  const trendsTask = await longestTask(page);
  await page.goto('/');
  await page.locator(`a[href="/runs/${marathonId}"]`).waitFor();
  const report = await timeTo(page, `a[href="/runs/${marathonId}"]`, '.ribbon-line');
  await page.locator('.slider input').first().waitFor();
  await watchTasks(page);
  await readReport(page);
  const sliders = await moveSliders(page, SLIDER_STEPS);
  const reportTask = await longestTask(page);
  await context.close();
  const longest = Math.max(listTask, trendsTask, reportTask);
  return { runs, trends, 'marathon report': report, sliders, 'longest task': longest, firstKb };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const { folder, marathonId } = await manyRuns(RUNS);
const program = await Program.start(folder);
const browser = await launchBrowser();
try {
  const visits = [];
  // The first fills the caches of the machine and is not counted.
  for (let round = -1; round < ROUNDS; round++) {
    const made = await visit(browser, program.url, marathonId);
    if (round >= 0) visits.push(made);
  }
  const taken: Record<Name, readonly number[]> = {
    runs: visits.map((made) => made.runs),
    trends: visits.map((made) => made.trends),
    'marathon report': visits.map((made) => made['marathon report']),
    slider: visits.flatMap((made) => made.sliders),
    'longest task': visits.map((made) => made['longest task']),
  };
  const names = Object.keys(BUDGET_MS) as Name[];
  const rows = names.map((name) => {
    const worst = Math.max(...taken[name]);
    return [name, median(taken[name]).toFixed(1), worst.toFixed(1), String(BUDGET_MS[name])];
  });
  const firstKb = visits[0]?.firstKb ?? Number.NaN;
  const over = [
    ...names.filter((name) => median(taken[name]) > BUDGET_MS[name]),
    ...(firstKb > BUDGET_KB ? ['first load'] : []),
  ];
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${browser.version()}`;
  const told = [
    `${new Date().toISOString().slice(0, 10)} · ${machine} · ${RUNS} runs stored, ${ROUNDS} first visits`,
    table(['task', 'median ms', 'worst ms', 'budget ms'], rows),
    `First load: ${firstKb.toFixed(0)} kB of compressed script and style (budget ${BUDGET_KB}).`,
    over.length === 0 ? 'Within every budget.' : `Over budget: ${over.join(', ')}.`,
  ];
  process.stdout.write(`${told.join('\n\n')}\n`);
  process.exitCode = over.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await program.stop();
}
