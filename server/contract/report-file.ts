import type { Report } from '#core';
import type { RunSummary, RunTrack } from './runs.ts';

/** Metres round start and finish that a shared map leaves out unless told otherwise. Assumption: a few houses in a town. */
export const PRIVACY_RADIUS_M = 200;

/** What a report in a file of its own is made of. */
export interface ReportFileParts {
  readonly report: Report;
  readonly track: RunTrack;
  /** Runs of the four weeks before; null where they are not known. */
  readonly earlier: readonly RunSummary[] | null;
  readonly units: 'km' | 'mi';
  /** Metres hidden round start and finish; null leaves the map out. */
  readonly mapWithoutM: number | null;
}

/** Makes the HTML file; the page's own parts do it, bundled to run without a browser. */
export type RenderReport = (parts: ReportFileParts) => string;
