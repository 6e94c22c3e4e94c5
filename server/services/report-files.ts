/** A run's report as one HTML file to hand on. */
import type { RenderReport } from '#contract/report-file';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { loadRenderer } from './report-renderer.ts';
import { earlierThan } from './run-summary.ts';
import type { Runner } from './runner.ts';
import type { Runs } from './runs.ts';

const parsed = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** What a runner hands on beside the run itself. */
export interface ShareChoice {
  /** Metres hidden round start and finish; null leaves the map out. */
  readonly mapWithoutM: number | null;
  /** Whether findings may tell of logged pain. */
  readonly withPain: boolean;
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
   * @param choice What is handed on beside the run itself.
   * @returns The file; null when there is no such run.
   */
  async html(id: string, { mapWithoutM, withPain }: ShareChoice): Promise<{ html: string; fileName: string } | null> {
    const page = withPain ? await this.#runs.page(id) : await this.#runs.pageWithoutPain(id);
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
