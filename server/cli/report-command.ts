import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRIVACY_RADIUS_M } from '#contract/report-file';
import { read, review, UNKNOWN_PROFILE } from '#core';
import { chartTrack } from '../jobs/chart-track.ts';
import { loadRenderer } from '../services/report-renderer.ts';
import { groundOf } from './ground-of.ts';
import { readProfile } from './read-profile.ts';
import { UsageError } from './usage-error.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** What the user may choose. */
export interface ReportOptions {
  readonly output: string;
  readonly profile?: string;
  readonly withMap?: true;
  /** As typed. */
  readonly privacyRadius?: string;
}

/** Built beside the command line. */
const RENDERER = join(import.meta.dirname, '../report/render-report.js');

/** @returns null without a map @throws UsageError for a radius that is none */
function hiddenMetres(options: ReportOptions): number | null {
  const metres = Number(options.privacyRadius ?? PRIVACY_RADIUS_M);
  if (!(metres >= 0))
    throw new UsageError(`--privacy-radius has to be metres, 0 or more, not "${options.privacyRadius}".`);
  return options.withMap ? metres : null;
}

/**
 * `kneewise report`: one run as one HTML file that asks no server for anything.
 *
 * @param dataFolder absolute path of the folder whose maps and terrain tell the ground; it need not exist
 * @throws UsageError when file, profile or an option cannot be used, or the file cannot be written
 */
export async function writeReport(file: string, options: ReportOptions, dataFolder: string): Promise<void> {
  const mapWithoutM = hiddenMetres(options);
  const profile = options.profile === undefined ? UNKNOWN_PROFILE : await readProfile(options.profile, Date.now());
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new UsageError(`${file} cannot be read: ${whyUnreadable(cause)}.`);
  });
  const result = read(bytes, { sha256: createHash('sha256').update(bytes).digest('hex'), ...groundOf(dataFolder) });
  if (!result.ok) throw new UsageError(`${file}: ${result.error.message}`);
  const { report, kneeLoad, expectedCadenceSpm } = review(result.value, { profile, history: [], painLog: [] });
  const track = chartTrack(result.value.track, kneeLoad, expectedCadenceSpm);
  const render = await loadRenderer(RENDERER);
  const html = render({ report, track, earlier: null, units: profile.units, mapWithoutM });
  await writeFile(options.output, html).catch((cause: unknown) => {
    throw new UsageError(`${options.output} cannot be written: ${whyUnreadable(cause)}.`);
  });
}
