/** A season as a runner lives it: each run is read once and reviewed with the runs before it as history. */
import type { SeasonRun } from '../../fixtures/season/season-run.ts';
import { RUNNER_HEIGHT_M } from '../../fixtures/simulate/runner.ts';
import type { PainEntry } from '../../src/history/pain-log.ts';
import { type Profile, UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { PastRun } from '../../src/history/run-facts.ts';
import { type Reading, read } from '../../src/read.ts';
import type { Finding, Report } from '../../src/report/schema.ts';
import { review } from '../../src/review.ts';
import type { ToldStretch } from '../../src/surface/told.ts';
import { contextOf } from './fixtures.ts';
import { sha256 } from './real-data.ts';

/** A run, what was read of it, and its report on the day it was run. */
export interface SeasonReport {
  readonly run: SeasonRun;
  readonly reading: Reading;
  readonly report: Report;
}

/** The invented runner, who has told no more than a height. */
export const SIMULATED_RUNNER: Profile = { ...UNKNOWN_PROFILE, heightM: RUNNER_HEIGHT_M };

/** What the runner noted on the day of a run, at the front of the right knee. */
function painOf({ pain, startedAtMs }: SeasonRun): PainEntry[] {
  if (pain === null) return [];
  const date = new Date(startedAtMs).toISOString().slice(0, 10);
  const place = { runSha256: null, side: 'right', place: 'front' } as const;
  return [{ date, ...place, before: null, hourAfter: null, note: null, ...pain }];
}

/** What the runner said of the ground of a whole run. */
function toldOf({ ground, bytes, truth }: SeasonRun): ToldStretch[] {
  if (ground === null) return [];
  return [{ surface: ground, runSha256: sha256(bytes), fromM: 0, toM: 2 * truth.distanceM, path: [] }];
}

/** Reads and reviews the runs in the order in which they were run. @throws Error where a file cannot be read. */
export function seasonReports(runs: readonly SeasonRun[], profile = SIMULATED_RUNNER): SeasonReport[] {
  const history: PastRun[] = [];
  const painLog: PainEntry[] = [];
  return runs.map((run) => {
    const reading = read(run.bytes, { ...contextOf(run.bytes), told: toldOf(run) });
    if (!reading.ok) throw new Error(`${run.name}: ${reading.error.message}`);
    painLog.push(...painOf(run));
    const { report } = review(reading.value, { profile, history: [...history], painLog: [...painLog] });
    history.push({ facts: reading.value.facts, kneeLoadKm: report.kneeLoad.flatEasyKm });
    return { run, reading: reading.value, report };
  });
}

/** Findings that say more than "nothing". */
export const flagged = ({ report }: SeasonReport): Finding[] =>
  report.findings.filter(({ severity }) => severity !== 'none');
