import type { Range } from '../stats/range.ts';
import { localDate, mondayOf, mondaysBetween } from './calendar.ts';
import { distinctRuns } from './distinct-runs.ts';
import type { History, PastRun, RunFacts } from './run-facts.ts';
import { longestBeforeM, SPIKE_WINDOW_DAYS } from './spikes.ts';
import { addShares, type SurfaceShare } from './surface-shares.ts';

/** One week, Monday to Sunday by the date of each start. */
export interface Week {
  /** ISO date of the Monday. */
  readonly weekStart: string;
  readonly runs: number;
  readonly distanceM: number;
  readonly movingTimeS: number;
  /** Sum over the runs with altitude; null when the week has runs and none of them has it. */
  readonly descentM: number | null;
  /** Sum over the runs that have been reviewed. */
  readonly kneeLoadKm: Range;
  /** While running, weighted by the moving time of the runs that have it, steps/min; null when none has. */
  readonly runningCadenceSpm: number | null;
  /** 0 in a week without a run. */
  readonly longestRunM: number;
  /** Longest run of the 30 days before this week's longest; null when there is none of either. */
  readonly longestBefore30dM: number | null;
  /** Way on each ground by how it is known. */
  readonly surfaces: readonly SurfaceShare[];
}

/** By which calendar, and how far beyond the last run. */
export interface WeeksOptions {
  /** IANA name of the zone that weeks go by; UTC unless told. */
  readonly timeZone?: string | null;
  /** The table goes on, empty, up to the week of this moment; milliseconds since 1970, UTC. */
  readonly untilMs?: number;
}

/** So many weeks before a week hold all runs that its longest run is held against. */
const WEEKS_BEFORE = Math.ceil(SPIKE_WINDOW_DAYS / 7);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function meanCadenceSpm(facts: readonly RunFacts[]): number | null {
  const known = facts.flatMap(({ runningCadenceSpm: spm, movingTimeS }) =>
    spm === null ? [] : [{ spm, movingTimeS }],
  );
  const seconds = sum(known.map(({ movingTimeS }) => movingTimeS));
  return seconds > 0 ? sum(known.map(({ spm, movingTimeS }) => spm * movingTimeS)) / seconds : null;
}

/** @param runs of the week; `before` those of the weeks before it, as far as its longest run is held against them */
function summarise(weekStart: string, runs: readonly PastRun[], before: readonly PastRun[]): Week {
  const facts = runs.map((run) => run.facts);
  const loads = runs.flatMap(({ kneeLoadKm }) => (kneeLoadKm === null ? [] : [kneeLoadKm]));
  const descents = facts.flatMap(({ descentM }) => (descentM === null ? [] : [descentM]));
  const longest = [...facts].sort((a, b) => b.distanceM - a.distanceM)[0];
  return {
    weekStart,
    runs: runs.length,
    distanceM: sum(facts.map(({ distanceM }) => distanceM)),
    movingTimeS: sum(facts.map(({ movingTimeS }) => movingTimeS)),
    descentM: runs.length > 0 && descents.length === 0 ? null : sum(descents),
    kneeLoadKm: {
      low: sum(loads.map(({ low }) => low)),
      mid: sum(loads.map(({ mid }) => mid)),
      high: sum(loads.map(({ high }) => high)),
    },
    runningCadenceSpm: meanCadenceSpm(facts),
    longestRunM: longest?.distanceM ?? 0,
    longestBefore30dM: longest ? longestBeforeM([...before, ...runs], longest.startedAtMs) : null,
    surfaces: addShares(facts.map(({ surfaces }) => surfaces)),
  };
}

/**
 * The runner's weeks, earliest first, without a gap: weeks without a run are there with zeros. A run recorded in two
 * files counts once.
 * @param history runs in any order
 * @returns empty for no runs
 */
export function weeks(history: History, options: WeeksOptions = {}): Week[] {
  const runs = distinctRuns(history);
  const [first, last] = [runs[0], runs.at(-1)];
  if (!first || !last) return [];
  const dateOf = (atMs: number) => localDate(atMs, options.timeZone ?? null);
  const byMonday = new Map<string, PastRun[]>();
  for (const run of runs) {
    const monday = mondayOf(dateOf(run.facts.startedAtMs));
    byMonday.set(monday, [...(byMonday.get(monday) ?? []), run]);
  }
  const lastMs = Math.max(last.facts.startedAtMs, options.untilMs ?? Number.NEGATIVE_INFINITY);
  const ofWeek = (monday: string) => byMonday.get(monday) ?? [];
  return mondaysBetween(dateOf(first.facts.startedAtMs), dateOf(lastMs)).map((monday, at, mondays) =>
    summarise(monday, ofWeek(monday), mondays.slice(Math.max(0, at - WEEKS_BEFORE), at).flatMap(ofWeek)),
  );
}
