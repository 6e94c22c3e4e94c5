import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PRIVACY_RADIUS_M } from '#contract/report-file';
import { UNKNOWN_PROFILE } from '#core';
import { chartTrack } from '../jobs/chart-track.ts';
import { loadRenderer } from '../services/report-renderer.ts';
import { earlierThan } from '../services/run-summary.ts';
import { whyUnreadable } from '../why-unreadable.ts';
import { type AnalyzeWith, analyzeFiles, type FileResult } from './analyze-files.ts';
import { groundOf } from './ground-of.ts';
import { type KnownRunner, knownRunner } from './known-runner.ts';
import { readProfile } from './read-profile.ts';
import { UsageError } from './usage-error.ts';

/** What the user may choose. */
export interface ReportOptions {
  readonly output: string;
  readonly profile?: string;
  /** As typed. */
  readonly run?: string;
  /** As typed. */
  readonly data?: string;
  readonly withPain?: true;
  readonly withMap?: true;
  /** As typed. */
  readonly privacyRadius?: string;
}

type Reviewed = Extract<FileResult, { readonly ok: true }>;

/** Built beside the command line. */
const RENDERER = join(import.meta.dirname, '../report/render-report.js');

/** @returns null without a map @throws UsageError for a radius that is none */
function hiddenMetres(options: ReportOptions): number | null {
  const metres = Number(options.privacyRadius ?? PRIVACY_RADIUS_M);
  if (!(metres >= 0))
    throw new UsageError(`--privacy-radius has to be metres, 0 or more, not "${options.privacyRadius}".`);
  return options.withMap ? metres : null;
}

/** The run that is meant. @throws UsageError when there is none, or several and none was named */
async function theRun(file: string, chosen: string | undefined, analyzeWith: AnalyzeWith): Promise<Reviewed> {
  const runs: Reviewed[] = [];
  const refusals: string[] = [];
  for await (const result of analyzeFiles([file], analyzeWith)) {
    if (result.ok) runs.push(result);
    else refusals.push(`${result.file}: ${result.error.message}`);
  }
  if (runs.length === 0) throw new UsageError(refusals[0] ?? `${file} holds no run.`);
  const told = runs.map(({ report }, at) => `${at + 1}: ${report.run.startedAt.slice(0, 16).replace('T', ' ')}`);
  const run = runs[chosen === undefined && runs.length === 1 ? 0 : Number(chosen) - 1];
  if (!run) throw new UsageError(`${file} holds ${runs.length} runs; choose one with --run (${told.join(', ')}).`);
  return run;
}

/** The runner as the options tell: of a data folder, of a profile file, or not at all. */
async function runnerOf({ data, profile, withPain }: ReportOptions): Promise<Partial<KnownRunner>> {
  if (withPain && data === undefined)
    throw new UsageError('--with-pain needs --data: pain is logged in a data folder.');
  const known = data === undefined ? {} : await knownRunner(resolve(data));
  const told = profile === undefined ? {} : { profile: await readProfile(profile, Date.now()) };
  return { ...known, ...told, ...(withPain ? {} : { painLog: [] }) };
}

/**
 * `kneewise report`: one run as one HTML file that asks no server for anything.
 *
 * @param dataFolder absolute path of the folder whose maps and terrain tell the ground unless --data names another; it need
 *   not exist
 * @throws UsageError when file, profile, data folder or an option cannot be used, or the file cannot be written
 */
export async function writeReport(file: string, options: ReportOptions, dataFolder: string): Promise<void> {
  const mapWithoutM = hiddenMetres(options);
  const data = options.data === undefined ? dataFolder : resolve(options.data);
  const { runs, ...known } = await runnerOf(options);
  const analyzeWith = { profile: UNKNOWN_PROFILE, asRun: false, ...groundOf(data), ...known };
  const run = await theRun(file, options.run, analyzeWith);
  const track = chartTrack(run.track, run.kneeLoad, run.expectedCadenceSpm);
  const earlier = runs ? earlierThan(runs, run.report.run.startedAt) : null;
  const render = await loadRenderer(RENDERER);
  const html = render({ report: run.report, track, earlier, units: analyzeWith.profile.units, mapWithoutM });
  await writeFile(options.output, html).catch((cause: unknown) => {
    throw new UsageError(`${options.output} cannot be written: ${whyUnreadable(cause)}.`);
  });
}
