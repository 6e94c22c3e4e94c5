import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/advice/change.ts';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { SURFACE_CLASSES } from '../../../src/surface/surface.ts';
import { loadTrack, type Stretch } from '../../support/load-track.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const orMissing = (values: fc.Arbitrary<number>) => fc.option(values, { nil: Number.NaN, freq: 6 });
const runner = fc.record({
  heightM: fc.option(number(1.5, 2), { nil: null }),
  ownLine: fc.constant(null),
});

/** Anything a track may hold, in and out of validity, with gaps. */
const anything: fc.Arbitrary<Stretch> = fc.record({
  seconds: fc.integer({ min: 1, max: 60 }),
  gait: fc.constantFrom('run', 'walk', 'stand', 'pause'),
  speedMps: orMissing(number(0, 9)),
  gradePct: orMissing(number(-60, 60)),
  gradeErrorPct: orMissing(number(0, 20)),
  cadenceSpm: orMissing(number(0, 280)),
});
/** Running inside the model's validity. */
const running: fc.Arbitrary<Stretch> = fc.record({
  seconds: fc.integer({ min: 1, max: 60 }),
  gait: fc.constant('run' as const),
  speedMps: number(2.2, 5),
  gradePct: number(-24, 24),
  cadenceSpm: number(150, 195),
});
const track = fc.array(anything, { maxLength: 10 }).map((stretches) => loadTrack(stretches));
const soundTrack = fc.array(running, { minLength: 1, maxLength: 8 }).map((stretches) => loadTrack(stretches));

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('cadence' as const), percent: number(-20, 20) }),
  fc.record({ kind: fc.constant('walk-descents' as const), steeperThanPct: number(0, 30) }),
  fc.record({ kind: fc.constant('slower-descents' as const), steeperThanPct: number(0, 30), percent: number(0, 90) }),
  fc.record({ kind: fc.constant('shorter' as const), toDistanceM: number(0, 2000) }),
  fc.record({ kind: fc.constant('reversed' as const) }),
  fc.record({
    kind: fc.constant('surface' as const),
    surface: fc.constantFrom(...SURFACE_CLASSES),
    fromM: number(0, 500),
    toM: number(501, 2000),
  }),
);
const NEARLY = 1 + 1e-9;

describe('whatever the run and the changes', () => {
  it('loads stay finite and ordered, times finite, and the run as it was stays as it was', () => {
    fc.assert(
      fc.property(track, runner, fc.array(change, { maxLength: 3 }), (any, body, changes) => {
        const run = prepareWhatIf(any, body);
        const { after, changePct, timeS, tradeOffs } = run.apply(...changes);
        const { low, mid, high } = after.kneeLoadKm;
        for (const km of [low, mid, high, timeS]) expect(Number.isFinite(km)).toBe(true);
        expect(low).toBeLessThanOrEqual(mid);
        expect(mid).toBeLessThanOrEqual(high);
        if (changePct !== null) expect(changePct.low).toBeLessThanOrEqual(changePct.high);
        expect(tradeOffs).toHaveLength(changes.length);
        expect(run.apply().after).toEqual(run.before);
      }),
    );
  });

  it('ground that is no treadmill changes nothing', () => {
    const ground = SURFACE_CLASSES.filter((surface) => surface !== 'treadmill');
    fc.assert(
      fc.property(track, runner, fc.constantFrom(...ground), (any, body, surface) => {
        const { before, after } = prepareWhatIf(any, body).apply({ kind: 'surface', surface, fromM: 0, toM: 9999 });
        expect(after).toEqual(before);
      }),
    );
  });

  it('the way back is as long as the way there', () => {
    fc.assert(
      fc.property(track, runner, (any, body) => {
        const whole = any.distanceM.at(-1) as number;
        fc.pre(Number.isFinite(whole));
        const run = prepareWhatIf(any, body);
        const there = run.apply({ kind: 'reversed' });
        const cutBeyond = run.apply({ kind: 'reversed' }, { kind: 'shorter', toDistanceM: whole });
        expect(cutBeyond.timeS).toBeCloseTo(there.timeS, 6);
        expect(cutBeyond.after.kneeLoadKm.mid).toBeCloseTo(there.after.kneeLoadKm.mid, 6);
      }),
    );
  });
});

describe('inside the validity of the model', () => {
  it('more steps at the same speed never ask more', () => {
    fc.assert(
      fc.property(soundTrack, runner, number(0, 10), number(0, 5), (sound, body, percent, more) => {
        const run = prepareWhatIf(sound, body);
        const fewer = run.apply({ kind: 'cadence', percent }).after;
        const quicker = run.apply({ kind: 'cadence', percent: percent + more }).after;
        expect(quicker.kneeLoadKm.mid).toBeLessThanOrEqual(fewer.kneeLoadKm.mid * NEARLY);
        expect(quicker.peakBw as number).toBeLessThanOrEqual((fewer.peakBw as number) * NEARLY);
      }),
    );
  });

  it('a longer run never asks less', () => {
    fc.assert(
      fc.property(soundTrack, runner, number(0, 500), number(0, 500), (sound, body, toDistanceM, more) => {
        const run = prepareWhatIf(sound, body);
        const shorter = run.apply({ kind: 'shorter', toDistanceM }).after;
        const longer = run.apply({ kind: 'shorter', toDistanceM: toDistanceM + more }).after;
        expect(shorter.kneeLoadKm.mid).toBeLessThanOrEqual(longer.kneeLoadKm.mid * NEARLY);
      }),
    );
  });

  it('slower descents never raise the peak, and always take time', () => {
    fc.assert(
      fc.property(soundTrack, runner, number(0, 20), number(0, 60), (sound, body, steeperThanPct, percent) => {
        const { before, after, timeS } = prepareWhatIf(sound, body).apply({
          kind: 'slower-descents',
          steeperThanPct,
          percent,
        });
        expect(after.peakBw as number).toBeLessThanOrEqual((before.peakBw as number) + 0.01);
        expect(timeS).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
