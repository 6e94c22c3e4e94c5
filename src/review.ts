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
import type { Finding, Report } from './report/schema.ts';
import { evaluate } from './risk/evaluate.ts';
import type { RiskInput } from './risk/input.ts';
import { byCadence } from './segment/by-cadence.ts';

/** A run's load and what was found in it. */
export interface ShortReview {
  readonly kneeLoad: KneeLoad;
  /** The most severe first. */
  readonly findings: readonly Finding[];
}

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
  const { input, expectedCadenceSpm } = weigh(reading, context);
  const { track, runner, profile, cadenceSegments } = input;
  const findings = evaluate(input);
  const report = assemble(reading, {
    kneeLoad: input.kneeLoad,
    tibiofemoralBw: tibiofemoralColumn(track, runner),
    cadenceSegments,
    findings,
    suggestions: suggest(findings, input),
    profile,
  });
  return { report, kneeLoad: input.kneeLoad, expectedCadenceSpm, runner };
}

/** What lists and trends need of a review: the same load and findings at a part of its cost. */
export function reviewInShort(reading: Reading, context: ReviewContext): ShortReview {
  const { input } = weigh(reading, context);
  return { kneeLoad: input.kneeLoad, findings: evaluate(input) };
}

function weigh({ track, segments, facts }: Reading, { profile, painLog, history: all }: ReviewContext) {
  const history = pastRuns(all, facts.sha256, facts.startedAtMs);
  const ownLine = ownCadenceLine(history, facts.startedAtMs);
  const runner = { heightM: profile.heightM, ownLine, units: profile.units };
  const expectedCadenceSpm = expectedCadenceColumn(track, runner);
  const input: RiskInput = {
    track,
    segments,
    cadenceSegments: byCadence(track, expectedCadenceSpm),
    kneeLoad: kneeLoad(track, runner),
    runner,
    profile,
    history,
    facts,
    painLog: { entries: painLog, timeZone: profile.timeZone },
  };
  return { input, expectedCadenceSpm };
}
