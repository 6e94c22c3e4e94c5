import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/advice/change.ts';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { expectedCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import type { RunnerBody } from '../../../src/load/runner-body.ts';
import type { Track } from '../../../src/track/track.ts';
import { loadTrack, unknown, withColumns } from '../../support/load-track.ts';

const runner = { heightM: 1.814, ownLine: null };
const spm = expectedCadenceSpm(2.78, 1.814, 0);
const flat = { seconds: 1000, speedMps: 2.78, gradePct: 0, cadenceSpm: spm };
const descent = (gradePct: number) => ({ ...flat, gradePct });
const pct = (after: number, before: number) => 100 * (after / before - 1);
const whatIf = (track: Track, body: RunnerBody, ...changes: Change[]) => prepareWhatIf(track, body).apply(...changes);
const change = (track: Track, ...what: Change[]) => {
  const { before, after, timeS, tradeOffs } = whatIf(track, runner, ...what);
  return {
    loadPct: pct(after.kneeLoadKm.mid, before.kneeLoadKm.mid),
    peakPct: pct(after.peakBw ?? Number.NaN, before.peakBw ?? Number.NaN),
    timeS,
    tradeOff: tradeOffs[0]?.text,
    pays: tradeOffs[0]?.tissue,
  };
};

describe('a higher cadence at the same speed', () => {
  it('+5 % takes about 7.5 % off the peak and 10.6 % off the load a kilometre', () => {
    const { loadPct, peakPct, timeS, tradeOff } = change(loadTrack([flat]), { kind: 'cadence', percent: 5 });
    expect(loadPct).toBeCloseTo(100 * (1.05 ** -2.3 - 1), 6);
    expect(peakPct).toBeCloseTo(-7.5, 0);
    expect(timeS).toBe(0);
    expect(tradeOff).toMatch(/forefoot, calf and Achilles tendon pay/);
  });

  it('works the same in full for a runner whose line differs from the population’s', () => {
    const ownLine = { interceptSpm: 140, slopeSpmPerMps: 6, runs: 9, minutes: 300 };
    const track = loadTrack([{ ...flat, cadenceSpm: 156 }]);
    const { before, after } = whatIf(track, { heightM: 1.814, ownLine }, { kind: 'cadence', percent: 5 });
    expect(pct(after.kneeLoadKm.mid, before.kneeLoadKm.mid)).toBeCloseTo(100 * (1.05 ** -2.3 - 1), 6);
  });

  it('works without a cadence channel too', () => {
    const track = loadTrack([flat]);
    const without = withColumns(track, { cadenceSpm: unknown(track) });
    expect(change(without, { kind: 'cadence', percent: 5 }).loadPct).toBeCloseTo(-10.6, 1);
  });

  it('leaves walking alone', () => {
    const walk = loadTrack([{ ...flat, gait: 'walk', speedMps: 1.3, cadenceSpm: 112 }]);
    expect(change(walk, { kind: 'cadence', percent: 10 }).loadPct).toBeCloseTo(0, 12);
  });

  it('refuses a cadence of nothing', () => {
    expect(() => whatIf(loadTrack([flat]), runner, { kind: 'cadence', percent: -100 })).toThrow(RangeError);
  });
});

describe('walking the descents', () => {
  const walk: Change = { kind: 'walk-descents', steeperThanPct: 8 };

  it('at 10.5 % takes more than half off the load and takes the time that 1.25 m/s takes', () => {
    const { loadPct, timeS } = change(loadTrack([flat, descent(-10.5)]), walk);
    expect(loadPct).toBeLessThan(-25);
    expect(timeS).toBeCloseTo(2780 / 1.25 - 1000, 6);
  });

  it('at 19 % does not lower the total, as walking takes more steps and each loads longer', () => {
    expect(change(loadTrack([descent(-19.3)]), walk).loadPct).toBeGreaterThan(0);
    expect(change(loadTrack([descent(-19.3)]), walk).tradeOff).toMatch(/on some hills not at all/);
  });

  it('lowers the running peak to that of the ground still run', () => {
    const { after } = whatIf(loadTrack([flat, descent(-10.5)]), runner, walk);
    expect(after.peakBw).toBeCloseTo(4.7, 2);
    expect(whatIf(loadTrack([descent(-10.5)]), runner, walk).after.peakBw).toBeNull();
  });

  it('changes nothing where no descent is as steep or the grade is unknown', () => {
    expect(change(loadTrack([flat, descent(-7)]), walk)).toMatchObject({ loadPct: 0, timeS: 0 });
    const track = loadTrack([descent(-12)]);
    expect(change(withColumns(track, { gradePct: unknown(track) }), walk)).toMatchObject({ loadPct: 0, timeS: 0 });
  });
});

describe('slower descents', () => {
  it('lower the peak; a fifth slower on 10 % takes a quarter more time and hardly changes the total', () => {
    const slower: Change = { kind: 'slower-descents', steeperThanPct: 5, percent: 20 };
    const { loadPct, peakPct, timeS } = change(loadTrack([descent(-10)]), slower);
    expect(peakPct).toBeLessThan(-8);
    expect(Math.abs(loadPct)).toBeLessThan(5);
    expect(timeS).toBeCloseTo(250, 6);
  });

  it('refuses more than 90 %', () => {
    const stop: Change = { kind: 'slower-descents', steeperThanPct: 5, percent: 95 };
    expect(() => whatIf(loadTrack([flat]), runner, stop)).toThrow(RangeError);
  });
});

describe('a shorter run', () => {
  it('of half the distance has half the load and half the time', () => {
    const { loadPct, timeS } = change(loadTrack([flat]), { kind: 'shorter', toDistanceM: 1390 });
    expect(loadPct).toBeCloseTo(-50, 6);
    expect(timeS).toBeCloseTo(-500, 6);
  });

  it('of the whole distance or more is the same run', () => {
    expect(change(loadTrack([flat]), { kind: 'shorter', toDistanceM: 9999 })).toMatchObject({ loadPct: 0, timeS: 0 });
  });

  it('of no distance has no load', () => {
    const { after } = whatIf(loadTrack([flat]), runner, { kind: 'shorter', toDistanceM: 0 });
    expect(after).toEqual({ kneeLoadKm: { low: 0, mid: 0, high: 0 }, peakBw: null });
  });
});

describe('the route in reverse', () => {
  const back: Change = { kind: 'reversed' };

  it('of a one-way descent has the load and the peak of running up it', () => {
    const up = kneeLoad(loadTrack([{ ...flat, gradePct: 10, cadenceSpm: spm * 1.03 }]), runner);
    const { after, timeS } = whatIf(loadTrack([descent(-10)]), runner, back);
    expect(after.kneeLoadKm.mid).toBeCloseTo(up.flatEasyKm.mid, 9);
    expect(after.peakBw).toBeCloseTo(up.runningPeakBw?.p95 ?? Number.NaN, 2);
    expect(timeS).toBe(0);
  });

  it('of a flat run, and of a run whose slopes are unknown, is the same run', () => {
    expect(change(loadTrack([flat]), back).loadPct).toBeCloseTo(0, 9);
    const track = loadTrack([descent(-12)]);
    expect(change(withColumns(track, { gradePct: unknown(track) }), back).loadPct).toBeCloseTo(0, 9);
  });

  it('of a hill run up slowly and down fast takes the same time and load: it is the same hill', () => {
    const hill = loadTrack([
      { ...flat, seconds: 500, gradePct: 8, speedMps: 2.4 },
      { ...flat, seconds: 400, gradePct: -8, speedMps: 3 },
    ]);
    const { loadPct, timeS } = change(hill, back);
    expect(timeS).toBeCloseTo(0, 6);
    expect(Math.abs(loadPct)).toBeLessThan(0.5);
  });

  it('takes a slope at the pace and gait that the runner shows on it', () => {
    // 1,200 m up at a walk, 600 m down at a run: in reverse 600 m up at a walk, 1,200 m down at a run.
    const walkedUp = { seconds: 1000, gait: 'walk' as const, speedMps: 1.2, gradePct: 15, cadenceSpm: 105 };
    const ranDown = { seconds: 200, speedMps: 3, gradePct: -15, cadenceSpm: 170 };
    const { after, timeS } = whatIf(loadTrack([walkedUp, ranDown]), runner, back);
    const expected = kneeLoad(
      loadTrack([
        { ...walkedUp, seconds: 500 },
        { ...ranDown, seconds: 400 },
      ]),
      runner,
    );
    expect(timeS).toBeCloseTo(500 + 400 - 1200, 6);
    expect(after.kneeLoadKm.mid).toBeCloseTo(expected.flatEasyKm.mid, 6);
  });

  it('then cut short is cut at the other end', () => {
    const there = loadTrack([flat, descent(-10)]);
    const { after } = whatIf(there, runner, back, { kind: 'shorter', toDistanceM: 2780 });
    const climb = whatIf(loadTrack([descent(-10)]), runner, back);
    expect(after.kneeLoadKm.mid).toBeCloseTo(climb.after.kneeLoadKm.mid, 6);
  });

  it('says that the calf pays for climbs', () => {
    expect(change(loadTrack([flat]), back).pays).toBe('calf and Achilles tendon');
  });
});

describe('other ground', () => {
  const treadmill: Change = { kind: 'surface', surface: 'treadmill', fromM: 2780, toM: 5560 };

  it('a level treadmill in place of a descent has the load of level running there', () => {
    const { after, timeS } = whatIf(loadTrack([flat, descent(-10)]), runner, treadmill);
    expect(after.kneeLoadKm.mid).toBeCloseTo(kneeLoad(loadTrack([flat, flat]), runner).flatEasyKm.mid, 9);
    expect(timeS).toBe(0);
  });

  it('a level treadmill in place of a climb takes the cadence that the climb had added', () => {
    const climb = { ...flat, gradePct: 10, cadenceSpm: spm * 1.03 };
    const { after } = whatIf(loadTrack([flat, climb]), runner, treadmill);
    expect(after.kneeLoadKm.mid).toBeCloseTo(kneeLoad(loadTrack([flat, flat]), runner).flatEasyKm.mid, 9);
  });

  it('any other surface changes nothing in the model, and says why', () => {
    const { loadPct, peakPct, timeS, tradeOff, pays } = change(loadTrack([flat, descent(-10)]), {
      kind: 'surface',
      surface: 'grass',
      fromM: 0,
      toM: 5000,
    });
    expect([loadPct, peakPct, timeS]).toEqual([0, 0, 0]);
    expect(tradeOff).toMatch(/No change in our model.*stiffness/);
    expect(pays).toBeNull();
  });

  it('refuses a stretch without length', () => {
    expect(() => whatIf(loadTrack([flat]), runner, { ...treadmill, toM: 2780 })).toThrow(RangeError);
  });
});

describe('several changes at once', () => {
  it('count together, each with its price', () => {
    const both = whatIf(
      loadTrack([flat]),
      runner,
      { kind: 'shorter', toDistanceM: 1390 },
      { kind: 'cadence', percent: 5 },
    );
    expect(both.after.kneeLoadKm.mid).toBeCloseTo(both.before.kneeLoadKm.mid * 0.5 * 1.05 ** -2.3, 6);
    expect(both.tradeOffs).toHaveLength(2);
  });

  it('none at all give the run as it was', () => {
    const { before, after, changePct, timeS } = whatIf(loadTrack([flat]), runner);
    expect(after).toEqual(before);
    expect(changePct).toEqual({ low: 0, mid: 0, high: 0 });
    expect(timeS).toBe(0);
  });

  it('tell by the span of the change when the weightings do not agree', () => {
    const walkSteep = whatIf(loadTrack([descent(-19.3)]), runner, { kind: 'walk-descents', steeperThanPct: 8 });
    expect(walkSteep.changePct?.low).toBeLessThan(0);
    expect(walkSteep.changePct?.high).toBeGreaterThan(0);
  });
});

it('the run before a change is the run as it is reported', () => {
  const track = loadTrack([flat, descent(-6)]);
  expect(whatIf(track, runner, { kind: 'cadence', percent: 5 }).before.kneeLoadKm).toEqual(
    kneeLoad(track, runner).flatEasyKm,
  );
});
