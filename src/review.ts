import { suggest } from './advice/suggest.ts';
import type { ReviewContext } from './context.ts';
import { pastRuns } from './history/distinct-runs.ts';
import { ownCadenceLine } from './history/own-cadence-line.ts';
import { expectedCadenceColumn } from './load/expected-cadence.ts';
import { type KneeLoad, kneeLoad } from './load/knee-load.ts';
import type { RunnerBody } from './load/runner-body.ts';
import { tibiofemoralColumn } from './load/tibiofemoral.ts';
import type { Reading } from './read.ts';
import { assemble } from './report/assemble.ts';
import type { Report } from './report/schema.ts';
import { evaluate } from './risk/evaluate.ts';
import type { RiskInput } from './risk/input.ts';
import { byCadence } from './segment/by-cadence.ts';

/** A report, and the columns behind it that charts show. */
export interface Review {
  readonly report: Report;
  readonly kneeLoad: KneeLoad;
  /** Steps a minute expected in each interval of running; NaN elsewhere. */
  readonly expectedCadenceSpm: Float64Array;
  /** What the load was worked out for. */
  readonly runner: RunnerBody;
}

/**
 * The second road: what a reading means for this runner today. Done whenever somebody asks; milliseconds. Looks only at
 * past runs that were over when this one started, so runs of the future never change it.
 */
export function review(reading: Reading, context: ReviewContext): Review {
  const { track, segments, facts } = reading;
  const { profile, painLog } = context;
  const history = pastRuns(context.history, facts.sha256, facts.startedAtMs);
  const runner = { heightM: profile.heightM, ownLine: ownCadenceLine(history, facts.startedAtMs) };
  const load = kneeLoad(track, runner);
  const expectedCadenceSpm = expectedCadenceColumn(track, runner);
  const cadenceSegments = byCadence(track, expectedCadenceSpm);
  const input: RiskInput = {
    track,
    segments,
    cadenceSegments,
    kneeLoad: load,
    runner,
    profile,
    history,
    facts,
    painLog: { entries: painLog, timeZone: profile.timeZone },
  };
  const findings = evaluate(input);
  const suggestions = suggest(findings, input);
  const report = assemble(reading, {
    kneeLoad: load,
    tibiofemoralBw: tibiofemoralColumn(track, runner),
    cadenceSegments,
    findings,
    suggestions,
    units: profile.units,
  });
  return { report, kneeLoad: load, expectedCadenceSpm, runner };
}
