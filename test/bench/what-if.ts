/** How fast a slider of the what-if answers in a real Chromium, on a marathon of 20,000 samples. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadTrack } from '../../src/load/load-track.ts';
import { launchBrowser } from '../support/browser.ts';
import { table } from './measure.ts';
import type { ChangeTiming, PlainTrack, timeChanges } from './what-if-page.ts';

/** One frame at 60 Hz, milliseconds. */
const FRAME_MS = 16;
const STEPS = 61;

const plain = (track: LoadTrack): PlainTrack => ({
  length: track.length,
  durationS: [...track.durationS],
  distanceM: [...track.distanceM],
  speedMps: [...track.speedMps],
  gradePct: [...track.gradePct],
  gradeErrorPct: [...track.gradeErrorPct],
  gradeWindowM: track.gradeWindowM,
  cadenceSpm: [...track.cadenceSpm],
  cadenceReading: track.cadenceReading,
  gait: [...track.gait],
  surface: [...track.surface],
});

/** Times every kind of change in a page. @throws Error where there is no Chromium */
export async function whatIfTable(track: LoadTrack): Promise<{ text: string; over: readonly string[] }> {
  const script = readFileSync(join(import.meta.dirname, '../bench-page/what-if.js'), 'utf8');
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const timings: ChangeTiming[] = await page.evaluate(
      ([columns, steps]) =>
        (globalThis as unknown as { whatIfBench: { timeChanges: typeof timeChanges } }).whatIfBench.timeChanges(
          columns,
          steps,
        ),
      [plain(track), STEPS] as const,
    );
    const rows = timings.map(({ kind, firstMs, medianMs, fastestMs }) => [
      kind,
      firstMs.toFixed(1),
      medianMs.toFixed(1),
      fastestMs.toFixed(1),
      (fastestMs / FRAME_MS).toFixed(2),
    ]);
    const over = timings
      .filter(({ fastestMs }) => fastestMs > FRAME_MS)
      .map(
        ({ kind, fastestMs }) =>
          `what-if ${kind} took ${fastestMs.toFixed(1)} ms in Chromium, one frame is ${FRAME_MS}`,
      );
    return {
      text: table(
        [
          `what-if in Chromium ${browser.version()}, ${track.length} samples`,
          'first ms',
          'median ms',
          'fastest ms',
          '× frame',
        ],
        rows,
      ),
      over,
    };
  } finally {
    await browser.close();
  }
}
