/** A run's report as one HTML file to hand on. */
import type { RenderReport } from '#contract/report-file';
import type { RunSummary, RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { loadRenderer } from './report-renderer.ts';
import type { Runner } from './runner.ts';
import type { Runs } from './runs.ts';

/** How far back the runs go that a report is compared with, days; as on the page. */
const COMPARED_DAYS = 28;
const DAY_MS = 86_400_000;

const parsed = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

function earlierThan(runs: readonly RunSummary[], startedAt: string): RunSummary[] {
  const untilMs = Date.parse(startedAt);
  return runs.filter((run) => {
    const atMs = Date.parse(run.startedAt);
    return atMs < untilMs && atMs >= untilMs - COMPARED_DAYS * DAY_MS;
  });
}

/** See the head of this file. */
export class ReportFiles {
  readonly #runs: Runs;
  readonly #runner: Runner;
  readonly #script: string;
  #renderer: Promise<RenderReport> | null = null;

  /** @param script Absolute path of the built renderer. */
  constructor(runs: Runs, runner: Runner, script: string) {
    this.#runs = runs;
    this.#runner = runner;
    this.#script = script;
  }

  /**
   * @param mapWithoutM Metres hidden round start and finish; null leaves the map out.
   * @returns The file; null when there is no such run.
   */
  async html(id: string, mapWithoutM: number | null): Promise<{ html: string; fileName: string } | null> {
    const page = await this.#runs.page(id);
    if (!page) return null;
    this.#renderer ??= loadRenderer(this.#script);
    const render = await this.#renderer;
    const told = parsed<Report>(page.report);
    const { runs } = await this.#runs.list();
    const { units } = await this.#runner.profile();
    const { startedAt } = told.run;
    const html = render({
      ...{ report: told, track: parsed<RunTrack>(page.track), units, mapWithoutM },
      earlier: earlierThan(runs, startedAt),
    });
    return { html, fileName: `kneewise-${startedAt.slice(0, 10)}.html` };
  }
}
