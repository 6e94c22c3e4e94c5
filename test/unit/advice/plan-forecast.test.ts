/** Forecasts against the simulator, whose runner and ground are known, and the laws that any forecast obeys. */
import { describe, expect, it } from 'vitest';
import { hillyRoute, mountainRoute } from '../../../fixtures/season/routes.ts';
import { sampleSeason } from '../../../fixtures/season/sample-season.ts';
import { type Leg, lengthOf, WATCH } from '../../../fixtures/simulate/plan.ts';
import { paceFactor } from '../../../fixtures/simulate/runner.ts';
import { simulateRun } from '../../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../../fixtures/write/fit.ts';
import { drawRoute, writeRouteGpx } from '../../../fixtures/write/route.ts';
import { BY_HABIT, forecastPlan, type PlanContext } from '../../../src/advice/plan-forecast.ts';
import { slopePace } from '../../../src/advice/plan-pace.ts';
import { reversedRoute } from '../../../src/advice/plan-track.ts';
import type { History } from '../../../src/history/run-facts.ts';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { type PlannedRoute, readRoute } from '../../../src/parse/planned-route.ts';
import { read } from '../../../src/read.ts';
import { contextOf } from '../../support/fixtures.ts';
import { SIMULATED_RUNNER } from '../../support/season-reports.ts';

const season = sampleSeason().slice(-20);
const readings = season.map(({ bytes }) => {
  const reading = read(bytes, contextOf(bytes));
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.value;
});
const runner = { heightM: SIMULATED_RUNNER.heightM, ownLine: null };
const history: History = readings.map(({ facts, track }) => ({
  facts,
  kneeLoadKm: kneeLoad(track, runner).flatEasyKm,
}));
const CONTEXT: PlanContext = {
  recent: readings.map(({ track }) => track),
  history,
  profile: SIMULATED_RUNNER,
  atMs: (season.at(-1)?.startedAtMs ?? 0) + 24 * 3_600_000,
};
const NOBODY: PlanContext = { ...CONTEXT, recent: [], history: [], profile: { ...CONTEXT.profile, heightM: null } };

function routeOf(legs: readonly Leg[], hasAltitude = true): PlannedRoute {
  const route = readRoute(writeRouteGpx(drawRoute(legs, hasAltitude)));
  if (!route.ok) throw new Error(route.error.message);
  return route.value;
}

/** What a watch records of the same legs, at the runner's easy speed and own cadence, and what the model makes of it. */
function recorded(legs: readonly Leg[]) {
  const plan = {
    ...{ startedAtMs: CONTEXT.atMs, subSport: null, legs, easySpeedMps: 2.78, cadenceFactor: 1, stops: [] },
    watch: WATCH,
  };
  const bytes = writeFit(simulateRun(plan, 5).recording);
  const reading = read(bytes, contextOf(bytes));
  if (!reading.ok) throw new Error(reading.error.message);
  return { facts: reading.value.facts, kneeLoadKm: kneeLoad(reading.value.track, runner).flatEasyKm };
}

const FLAT: readonly Leg[] = [{ lengthM: 8000, gradePct: 0 }];
const HILLY = hillyRoute(9000);
const MOUNTAIN = mountainRoute();
const STEEP: readonly Leg[] = [
  { lengthM: 2000, gradePct: 6 },
  { lengthM: 1000, gradePct: -12 },
  { lengthM: 2000, gradePct: 0 },
];

describe('the paces of a runner', () => {
  it('are those that the simulator gave them, on the level and on the slopes of their hills', () => {
    const pace = slopePace(CONTEXT.recent);
    expect(pace).toMatchObject({ isOwn: true });
    expect(pace.flatMps).toBeGreaterThan(2.65);
    expect(pace.flatMps).toBeLessThan(2.9);
    for (const gradePct of [4, -4]) {
      const { speedMps, gait } = pace.at(gradePct);
      expect(gait).toBe('run');
      expect(Math.abs(speedMps / pace.flatMps / paceFactor(gradePct) - 1), `${gradePct} %`).toBeLessThan(0.06);
    }
  });

  it('are assumed where nothing is known: easy on the level, slower up, hardly faster down, walked where it is steep', () => {
    const pace = slopePace([]);
    expect(pace).toMatchObject({ isOwn: false, runs: 0, flatMps: 2.78 });
    expect(pace.at(8).speedMps).toBeLessThan(pace.at(4).speedMps);
    expect(pace.at(-10).speedMps).toBeLessThanOrEqual(1.1 * pace.flatMps);
    expect([pace.at(12).gait, pace.at(18).gait, pace.at(-18).gait]).toEqual(['run', 'walk', 'run']);
    expect(pace.at(Number.NaN)).toEqual(pace.at(0));
  });

  it('do not move when one run in five is a race twice as fast', () => {
    const race = { ...(CONTEXT.recent[0] as (typeof CONTEXT.recent)[number]) };
    const fast = { ...race, speedMps: race.speedMps.map((mps) => 2 * mps) };
    const usual = slopePace(CONTEXT.recent).flatMps;
    const withRaces = slopePace([...CONTEXT.recent, fast, fast, fast, fast]).flatMps;
    expect(Math.abs(withRaces / usual - 1)).toBeLessThan(0.03);
  });
});

describe('a forecast', () => {
  it.each([
    ['flat', FLAT],
    ['hilly', HILLY],
    ['mountain', MOUNTAIN],
  ])('of a %s route comes near what the watch then records', (_name, legs) => {
    const { forecast } = forecastPlan(routeOf(legs), CONTEXT);
    const { facts, kneeLoadKm } = recorded(legs);
    expect(Math.abs(forecast.kneeLoadKm.mid / kneeLoadKm.mid - 1)).toBeLessThan(0.1);
    expect(Math.abs(forecast.movingTimeS / facts.movingTimeS - 1)).toBeLessThan(0.1);
    expect(Math.abs(forecast.distanceM / lengthOf(legs) - 1)).toBeLessThan(0.01);
    expect(Math.abs((forecast.descentM ?? 0) - (facts.descentM ?? 0))).toBeLessThan(25);
  });

  it('is less sure than the reading of the recorded run', () => {
    const { low, mid, high } = forecastPlan(routeOf(HILLY), CONTEXT).forecast.kneeLoadKm;
    const later = recorded(HILLY).kneeLoadKm;
    expect((high - low) / mid).toBeGreaterThan((later.high - later.low) / later.mid);
  });

  it('is less sure still of somebody unknown, and says what it assumes', () => {
    const own = forecastPlan(routeOf(HILLY), CONTEXT).forecast;
    const { kneeLoadKm, assumptions, room, noRoom, week } = forecastPlan(routeOf(HILLY), NOBODY).forecast;
    expect((kneeLoadKm.high - kneeLoadKm.low) / kneeLoadKm.mid).toBeGreaterThan(
      (own.kneeLoadKm.high - own.kneeLoadKm.low) / own.kneeLoadKm.mid,
    );
    expect(assumptions.join(' ')).toMatch(
      /easy 6:00 \/km on the level is assumed.*Minetti 2002.*usual one for each speed.*height is not known/,
    );
    expect({ room, week }).toEqual({ room: null, week: null });
    expect(noRoom).toContain('takes 4 runs');
  });

  it('without any altitude says so, names no descent and widens its range', () => {
    const known = forecastPlan(routeOf(FLAT), CONTEXT).forecast;
    const { forecast } = forecastPlan(routeOf(FLAT, false), CONTEXT);
    expect(forecast).toMatchObject({ ascentM: null, descentM: null, altitudeSource: 'none' });
    expect(forecast.headline).toContain('its hills unknown');
    expect(forecast.room).toMatchObject({ verdict: 'close' });
    expect(forecast.room?.sentences.at(-1)).toContain('How much descent it has is not known');
    expect(forecast.kneeLoadKm.high).toBeGreaterThan(known.kneeLoadKm.high);
    expect(forecast.stretches.map(({ type, gradePct }) => ({ type, gradePct }))).toEqual([
      { type: 'unknown', gradePct: null },
    ]);
  });

  it('takes the altitude of terrain tiles where the file has none', () => {
    const uphill = (latDeg: number) => 1000 + 3000 * latDeg;
    const { forecast } = forecastPlan(routeOf(HILLY, false), { ...CONTEXT, terrain: uphill });
    expect(forecast.altitudeSource).toBe('terrain');
    expect(forecast.descentM).toBeGreaterThan(50);
    expect(forecast.assumptions.join(' ')).toContain('terrain tiles');
  });

  it('of the other way is that of the route turned round', () => {
    const route = routeOf(MOUNTAIN);
    const there = forecastPlan(route, CONTEXT).forecast;
    const back = forecastPlan(reversedRoute(route), CONTEXT).forecast;
    expect(there.otherWay.kneeLoadKm.mid).toBeCloseTo(back.kneeLoadKm.mid, 6);
    const chosen = forecastPlan(route, CONTEXT, { ...BY_HABIT, isReversed: true }).forecast;
    expect(chosen.kneeLoadKm.mid).toBeCloseTo(back.kneeLoadKm.mid, 6);
    expect(chosen.descentM).toBeCloseTo(there.ascentM ?? 0, -1);
  });

  it('falls with quicker steps, and keeps what habit would give beside it', () => {
    const habit = forecastPlan(routeOf(HILLY), CONTEXT).forecast;
    const quick = forecastPlan(routeOf(HILLY), CONTEXT, { ...BY_HABIT, cadencePct: 5 }).forecast;
    expect(quick.kneeLoadKm.mid).toBeLessThan(habit.kneeLoadKm.mid);
    expect(quick.byHabit.kneeLoadKm.mid).toBeCloseTo(habit.kneeLoadKm.mid, 9);
    expect(quick.movingTimeS).toBeCloseTo(habit.movingTimeS, 6);
    expect(() => forecastPlan(routeOf(HILLY), CONTEXT, { ...BY_HABIT, cadencePct: 30 })).toThrow('30 %');
  });

  it('has stretches without a gap, whose loads add up, and looks at walking where it is steep down', () => {
    const { forecast } = forecastPlan(routeOf(STEEP), CONTEXT);
    const { stretches } = forecast;
    expect(stretches[0]?.fromM).toBe(0);
    for (const [i, stretch] of stretches.slice(1).entries()) expect(stretch.fromM).toBe(stretches[i]?.toM);
    const sum = stretches.reduce((total, { kneeLoadKm }) => total + kneeLoadKm, 0);
    expect(sum).toBeCloseTo(forecast.kneeLoadKm.mid, 6);
    const steep = stretches.filter(({ walked }) => walked !== null);
    expect(steep.map(({ type }) => type)).toEqual(['steep-descent']);
    expect(steep[0]?.walked?.walkedPeakBw).toBeLessThan(steep[0]?.walked?.peakBw ?? 0);
    expect(steep[0]?.walked?.timeS).toBeGreaterThan(60);
  });

  it('walks the descents that it is told to, slower, and saves what the stretch had promised', () => {
    const habit = forecastPlan(routeOf(STEEP), CONTEXT).forecast;
    const promised = habit.stretches.reduce((total, { walked }) => total + (walked?.savedKm ?? 0), 0);
    const walked = forecastPlan(routeOf(STEEP), CONTEXT, { ...BY_HABIT, walkSteeperThanPct: 8 }).forecast;
    expect(walked.kneeLoadKm.mid).toBeCloseTo(habit.kneeLoadKm.mid - promised, 6);
    expect(walked.movingTimeS).toBeGreaterThan(habit.movingTimeS + 60);
    const { changePct, timeS } = habit.walkingSteep ?? { changePct: null, timeS: 0 };
    expect(changePct?.mid).toBeCloseTo(100 * (walked.kneeLoadKm.mid / habit.kneeLoadKm.mid - 1), 6);
    expect(timeS).toBeCloseTo(walked.movingTimeS - habit.movingTimeS, 6);
    expect(walked.walkingSteep).toBeNull();
  });

  it('knows whether the next run has room for it, and what it is of a usual week', () => {
    const short = forecastPlan(routeOf([{ lengthM: 4000, gradePct: 0 }]), CONTEXT).forecast;
    const long = forecastPlan(routeOf([{ lengthM: 30_000, gradePct: 0 }]), CONTEXT).forecast;
    expect(short.room?.verdict).toBe('within');
    expect(long.room?.verdict).toBe('beyond');
    expect(long.room?.sentences[0]).toMatch(/^It is longer than the next run has room for: 30.0 km/);
    expect(long.week?.share ?? 0).toBeGreaterThan(5 * (short.week?.share ?? 0));
  });
});
