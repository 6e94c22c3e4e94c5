/** Forecasts of runs that were run: each from the runs before it, so that the forecast can be held against what came. */
import { forecastPlan, type PlannedRun } from '../../src/advice/plan-forecast.ts';
import { ownCadenceLine } from '../../src/history/own-cadence-line.ts';
import { type Profile, UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { PastRun } from '../../src/history/run-facts.ts';
import { kneeLoad } from '../../src/load/knee-load.ts';
import { readRoute } from '../../src/parse/planned-route.ts';
import type { Reading } from '../../src/read.ts';
import { GAITS, type Track } from '../../src/track/track.ts';

/** As many recent runs as the server takes, and as far back. */
export const RECENT_RUNS = 20;
const RECENT_DAYS = 90;
const DAY_MS = 86_400_000;

/** A run of a season, in any order. */
export interface ReadRun {
  readonly bytes: Uint8Array;
  readonly reading: Reading;
}

/** A forecast beside what was recorded. */
export interface Hindcast {
  readonly planned: PlannedRun;
  /** The same for somebody of whom no run is known. */
  readonly newcomer: PlannedRun;
  readonly reading: Reading;
  /** Flat-easy km of the recording. */
  readonly kneeLoadKm: { readonly low: number; readonly mid: number; readonly high: number };
  /** Recent runs that the forecast had. */
  readonly recent: number;
  /** Share of the way that was walked. */
  readonly walkedShare: number;
}

function walkedShare({ gait, distanceM, length }: Track): number {
  let [walked, all] = [0, 0];
  for (let i = 0; i + 1 < length; i++) {
    const stepM = (distanceM[i + 1] as number) - (distanceM[i] as number);
    all += stepM;
    if (gait[i] === GAITS.indexOf('walk')) walked += stepM;
  }
  return all > 0 ? walked / all : 0;
}

/** Forecasts each run whose file holds a way, from the runs before it. */
export function hindcasts(runs: readonly ReadRun[], profile: Profile = UNKNOWN_PROFILE): Hindcast[] {
  const inOrder = runs.toSorted((a, b) => a.reading.facts.startedAtMs - b.reading.facts.startedAtMs);
  const history: PastRun[] = [];
  return inOrder.flatMap(({ bytes, reading }) => {
    const { facts, track } = reading;
    const atMs = facts.startedAtMs;
    const recent = inOrder
      .map((run) => run.reading)
      .filter((run) => run.facts.startedAtMs < atMs && run.facts.startedAtMs >= atMs - RECENT_DAYS * DAY_MS)
      .slice(-RECENT_RUNS)
      .map((run) => run.track);
    const route = readRoute(bytes);
    const context = { recent, history: [...history], profile, atMs };
    const kneeLoadKm = kneeLoad(track, {
      heightM: profile.heightM,
      ownLine: ownCadenceLine(history, atMs),
    }).flatEasyKm;
    history.push({ facts, kneeLoadKm });
    if (!route.ok) return [];
    const planned = forecastPlan(route.value, context);
    const newcomer = forecastPlan(route.value, { ...context, recent: [], history: [] });
    return [{ planned, newcomer, reading, kneeLoadKm, recent: recent.length, walkedShare: walkedShare(track) }];
  });
}

/** Natural logarithm of forecast over recorded, for load and moving time. */
export const offBy = ({ reading, kneeLoadKm, ...by }: Hindcast, who: 'planned' | 'newcomer' = 'planned') => ({
  load: Math.log(by[who].forecast.kneeLoadKm.mid / kneeLoadKm.mid),
  time: Math.log(by[who].forecast.movingTimeS / reading.facts.movingTimeS),
  distance: Math.log(by[who].forecast.distanceM / reading.facts.distanceM),
});
