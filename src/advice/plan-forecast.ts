/**
 * What a route would ask of this runner's knees, before anybody has run it. The same model as for a recorded run, over paces
 * that the runner's recent runs show (plan-pace.ts), with a range as much wider as predictions have been off.
 */
import { ownCadenceLine } from '../history/own-cadence-line.ts';
import type { Profile } from '../history/profile.ts';
import type { History } from '../history/run-facts.ts';
import { expectedCadenceColumn } from '../load/expected-cadence.ts';
import { type KneeLoad, kneeLoadWith } from '../load/knee-load.ts';
import { toRange } from '../load/load-range.ts';
import type { RunnerBody } from '../load/runner-body.ts';
import type { PlannedRoute } from '../parse/planned-route.ts';
import { byGrade } from '../segment/by-grade.ts';
import { downhillM } from '../segment/descents.ts';
import type { Range } from '../stats/range.ts';
import type { TerrainLookup } from '../track/terrain.ts';
import type { AltitudeSource, Track } from '../track/track.ts';
import { walkedDescents } from './changed-track.ts';
import { type PacedRun, type SlopePace, slopePace } from './plan-pace.ts';
import { type PlanRoom, type PlanWeek, planRoom, planWeek } from './plan-room.ts';
import { type LoadedPlan, type PlanStretch, planStretches, WALK_FROM_PCT } from './plan-stretches.ts';
import { planTrack, reversedRoute } from './plan-track.ts';
import { planAssumptions, planHeadline } from './plan-words.ts';
import { prepareWhatIf } from './what-if.ts';

/** What the runner may choose about a planned run. */
export interface PlanChoice {
  readonly isReversed: boolean;
  /** Step rate changed by this many per cent at the same speed, -20 to 20; 0 leaves it. */
  readonly cadencePct: number;
  /** Descents steeper than this are walked, per cent, positive; null walks none that the runner would run. */
  readonly walkSteeperThanPct: number | null;
}

/** The run as it would be run by habit. */
export const BY_HABIT: PlanChoice = { isReversed: false, cadencePct: 0, walkSteeperThanPct: null };

/** What a forecast goes by. */
export interface PlanContext {
  /** Runs whose paces are taken, recent ones; none is allowed. */
  readonly recent: readonly PacedRun[];
  /** Runs in any order; those at or after `atMs` are not looked at. */
  readonly history: History;
  readonly profile: Profile;
  /** Milliseconds since 1970, UTC. */
  readonly atMs: number;
  readonly terrain?: TerrainLookup;
}

/** Load and time of one way to run the route. */
export interface PlanSums {
  /** Flat-easy km; wider than the range of a recorded run. */
  readonly kneeLoadKm: Range;
  /** Seconds walked and run; stops are not foreseen. */
  readonly movingTimeS: number;
  /** Peak force that 95 % of the running steps stay below, body weights; null without running. */
  readonly peakBw: number | null;
}

/** What walking every descent steeper than 8 % would change. */
export interface WalkingSteep {
  /** Change of the load, per cent; the weightings disagree where low and high differ in sign. */
  readonly changePct: Range;
  /** Seconds longer. */
  readonly timeS: number;
  /** What it costs, in plain words. */
  readonly tradeOff: string;
}

/** See the head of this file. */
export interface PlanForecast extends PlanSums {
  readonly distanceM: number;
  /** Metres, both ≥ 0; null where the altitude is not known. */
  readonly ascentM: number | null;
  readonly descentM: number | null;
  readonly altitudeSource: AltitudeSource;
  /** One plain sentence. */
  readonly headline: string;
  readonly stretches: readonly PlanStretch[];
  /** All steep descents walked that would be run, against the forecast; null where there are none. */
  readonly walkingSteep: WalkingSteep | null;
  /** The chosen direction without the chosen changes; the same as the forecast where none is chosen. */
  readonly byHabit: PlanSums;
  /** The other direction with the chosen changes. */
  readonly otherWay: PlanSums;
  /** Against the next-run budget; null where there is none, `noRoom` then says what is missing. */
  readonly room: PlanRoom | null;
  readonly noRoom: string | null;
  /** Against the last weeks; null where they hold no load. */
  readonly week: PlanWeek | null;
  /** Plain sentences on what the numbers go by and what is assumed. */
  readonly assumptions: readonly string[];
}

/** A forecast with the columns behind it. */
export interface PlannedRun {
  readonly forecast: PlanForecast;
  readonly track: Track;
  readonly kneeLoad: KneeLoad;
  readonly expectedCadenceSpm: Float64Array;
}

/**
 * Shares by which the load of a run on a known way was off its forecast at most, in 19 of 20 runs: with the runner's own paces,
 * and without. Measured on real seasons, each run forecast from the runs before it (docs/methods/plans.md).
 */
export const FORECAST_DOUBT_SHARE = { own: 0.12, assumed: 0.2 } as const;

const seconds = ({ durationS }: Track): number => durationS.reduce((sum, duration) => sum + duration, 0);

/** The planned run with descents steeper than a grade walked. */
function walkedTrack(track: Track, steeperThanPct: number): Track {
  const { durationS, speedMps, cadenceSpm, gait } = walkedDescents(track, steeperThanPct);
  const timeS = track.timeS.slice();
  for (let i = 1; i < track.length; i++) timeS[i] = (timeS[i - 1] as number) + (durationS[i - 1] as number);
  return { ...track, timeS, durationS, speedMps, cadenceSpm, gait };
}

/** The route laid out and loaded, with the chosen changes. */
function load(track: Track, runner: RunnerBody, { cadencePct, walkSteeperThanPct }: PlanChoice): LoadedPlan {
  const chosen = walkSteeperThanPct === null ? track : walkedTrack(track, walkSteeperThanPct);
  return { track: chosen, load: kneeLoadWith(chosen, runner, { cadenceFactor: 1 + cadencePct / 100 }) };
}

/** The range of a forecast: that of the model, and that days differ. */
function widened({ low, mid, high }: Range, pace: SlopePace): Range {
  const day = mid * (pace.isOwn ? FORECAST_DOUBT_SHARE.own : FORECAST_DOUBT_SHARE.assumed);
  return toRange(mid, [
    { upKm: high - mid, downKm: mid - low },
    { upKm: day, downKm: day },
  ]);
}

const sumsOf = ({ track, load: { flatEasyKm, runningPeakBw } }: LoadedPlan, pace: SlopePace): PlanSums => ({
  kneeLoadKm: widened(flatEasyKm, pace),
  movingTimeS: seconds(track),
  peakBw: runningPeakBw?.p95 ?? null,
});

function walkingSteep({ track, load: planned }: LoadedPlan, runner: RunnerBody, cadencePct: number) {
  const { changePct, timeS, tradeOffs } = prepareWhatIf(track, runner, planned).apply(
    { kind: 'cadence', percent: cadencePct },
    { kind: 'walk-descents', steeperThanPct: WALK_FROM_PCT },
  );
  const tradeOff = tradeOffs.at(-1)?.text;
  return timeS > 0 && changePct !== null && tradeOff !== undefined ? { changePct, timeS, tradeOff } : null;
}

/**
 * Forecasts a route.
 * @throws RangeError for a cadence change that makes no sense
 */
export function forecastPlan(route: PlannedRoute, context: PlanContext, choice: PlanChoice = BY_HABIT): PlannedRun {
  if (!(Math.abs(choice.cadencePct) <= 20)) {
    throw new RangeError(`cadence change of ${choice.cadencePct} %; needs -20 to 20`);
  }
  const { profile, history, atMs, terrain } = context;
  const pace = slopePace(context.recent);
  const runner: RunnerBody = { heightM: profile.heightM, ownLine: ownCadenceLine(history, atMs) };
  const directions = [route, reversedRoute(route)].map((way) => planTrack(way, pace, runner.ownLine, terrain));
  const [there, back] = choice.isReversed ? directions.toReversed() : directions;
  if (!there || !back) throw new Error('a route has two directions');
  const plan = load(there, runner, choice);
  const sums = sumsOf(plan, pace);
  const planned = {
    distanceM: there.distanceM.at(-1) ?? 0,
    ascentM: there.ascentM,
    descentM: there.descentM,
    ...sums,
  };
  const room = planRoom({ ...planned, downhillM: downhillM(there, byGrade(there)) }, history, atMs, profile);
  const walkedChoice = {
    ...choice,
    walkSteeperThanPct: Math.min(WALK_FROM_PCT, choice.walkSteeperThanPct ?? WALK_FROM_PCT),
  };
  return {
    forecast: {
      ...planned,
      altitudeSource: there.altitudeSource,
      headline: planHeadline(planned, profile.units),
      stretches: planStretches(plan, load(there, runner, walkedChoice)),
      walkingSteep: walkingSteep(plan, runner, choice.cadencePct),
      byHabit: sumsOf(load(there, runner, BY_HABIT), pace),
      otherWay: sumsOf(load(back, runner, choice), pace),
      room: typeof room === 'string' ? null : room,
      noRoom: typeof room === 'string' ? room : null,
      week: planWeek(sums.kneeLoadKm.mid, history, atMs, profile),
      assumptions: planAssumptions({ track: there, pace, runner, route }, profile.units),
    },
    track: plan.track,
    kneeLoad: plan.load,
    expectedCadenceSpm: expectedCadenceColumn(plan.track, runner),
  };
}
