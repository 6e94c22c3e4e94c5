import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { loadTrack, type Stretch, unknown, withColumns } from '../../support/load-track.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const orMissing = (values: fc.Arbitrary<number>) => fc.option(values, { nil: Number.NaN, freq: 6 });
const heightM = fc.option(number(1.5, 2), { nil: null });
const ownLine = fc.option(
  fc.record({
    interceptSpm: number(135, 165),
    slopeSpmPerMps: number(3, 9),
    runs: fc.constant(8),
    minutes: fc.constant(200),
  }),
  { nil: null },
);
const body = fc.record({ heightM, ownLine });

/** Running inside the model's validity. */
const running = fc.record({
  seconds: fc.integer({ min: 1, max: 40 }),
  gait: fc.constant('run' as const),
  speedMps: number(2.2, 5),
  gradePct: number(-24, 24),
  gradeErrorPct: number(0, 6),
  cadenceSpm: number(150, 195),
});
/** Anything a track may hold, in and out of validity, with gaps. */
const anything: fc.Arbitrary<Stretch> = fc.record({
  seconds: fc.integer({ min: 1, max: 40 }),
  gait: fc.constantFrom('run', 'walk', 'stand', 'pause'),
  speedMps: orMissing(number(0, 9)),
  gradePct: orMissing(number(-60, 60)),
  gradeErrorPct: orMissing(number(0, 20)),
  cadenceSpm: orMissing(number(0, 280)),
});
const track = fc
  .record({
    stretches: fc.array(anything, { maxLength: 12 }),
    cadenceCertain: fc.boolean(),
    cadenceUnit: fc.constantFrom('strides' as const, 'steps' as const),
  })
  .map(({ stretches, ...traits }) => loadTrack(stretches, traits));

const load = (stretches: readonly Stretch[], runner: Parameters<typeof kneeLoad>[1]) =>
  kneeLoad(loadTrack(stretches), runner);
const midOf = (stretch: Stretch, runner: Parameters<typeof kneeLoad>[1]) => load([stretch], runner).flatEasyKm.mid;
const NEARLY = 1 + 1e-12;
const EXPONENTS = ['p1', 'p2', 'p4'] as const;

describe('whatever the track holds', () => {
  it('loads are finite and never negative, low ≤ mid ≤ high, and intervals add up to the whole', () => {
    fc.assert(
      fc.property(track, body, (any, runner) => {
        const { kneeLoadKm, steps, flatEasyKm, byExponent } = kneeLoad(any, runner);
        for (const column of [kneeLoadKm, steps]) expect(column.every((x) => x >= 0 && Number.isFinite(x))).toBe(true);
        for (const km of [...Object.values(flatEasyKm), ...Object.values(byExponent)])
          expect(Number.isFinite(km)).toBe(true);
        expect(flatEasyKm.low).toBeGreaterThanOrEqual(0);
        expect(flatEasyKm.low).toBeLessThanOrEqual(flatEasyKm.mid);
        expect(flatEasyKm.mid).toBeLessThanOrEqual(flatEasyKm.high);
        expect(Math.abs(kneeLoadKm.reduce((a, b) => a + b, 0) - flatEasyKm.mid)).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('holds every weighting inside the range', () => {
    fc.assert(
      fc.property(track, body, (any, runner) => {
        const { flatEasyKm, byExponent } = kneeLoad(any, runner);
        for (const km of Object.values(byExponent)) {
          expect(km).toBeGreaterThanOrEqual(flatEasyKm.low / NEARLY - 1e-12);
          expect(km).toBeLessThanOrEqual(flatEasyKm.high * NEARLY + 1e-12);
        }
      }),
    );
  });

  it('never narrows with more grade error', () => {
    fc.assert(
      fc.property(track, body, number(1, 5), (any, runner, factor) => {
        const noisier = withColumns(any, { gradeErrorPct: any.gradeErrorPct.map((e) => e * factor) });
        const before = kneeLoad(any, runner).flatEasyKm;
        const after = kneeLoad(noisier, runner).flatEasyKm;
        expect(after.mid).toBe(before.mid);
        expect(after.low).toBeLessThanOrEqual(before.low * NEARLY);
        expect(after.high * NEARLY).toBeGreaterThanOrEqual(before.high);
      }),
    );
  });

  it('a shorter run never asks more', () => {
    fc.assert(
      fc.property(track, body, number(0, 1), (any, runner, share) => {
        const toDistanceM = share * (any.distanceM.at(-1) ?? 0);
        fc.pre(Number.isFinite(toDistanceM));
        const { before, after, timeS } = prepareWhatIf(any, runner).apply({ kind: 'shorter', toDistanceM });
        expect(after.kneeLoadKm.mid).toBeLessThanOrEqual(before.kneeLoadKm.mid * NEARLY);
        expect(timeS).toBeLessThanOrEqual(1e-9);
      }),
    );
  });
});

describe('inside the validity of the model', () => {
  it('a steeper descent never lowers the load in any weighting, nor the peak', () => {
    fc.assert(
      fc.property(running, body, number(0, 20), number(0, 5), (stretch, runner, downPct, morePct) => {
        const gentle = load([{ ...stretch, gradePct: -downPct }], runner);
        const steep = load([{ ...stretch, gradePct: -(downPct + morePct) }], runner);
        for (const p of EXPONENTS) {
          expect(steep.byExponent[p] * NEARLY).toBeGreaterThanOrEqual(gentle.byExponent[p]);
        }
        expect((steep.peakBw[0] as number) * NEARLY).toBeGreaterThanOrEqual(gentle.peakBw[0] as number);
      }),
    );
  });

  it('walking down a steeper slope at the same steps never lowers the load either', () => {
    fc.assert(
      fc.property(number(0, 20), number(0, 5), (downPct, morePct) => {
        const walk = { seconds: 30, gait: 'walk' as const, speedMps: 1.2, cadenceSpm: 105 };
        const runner = { heightM: 1.75, ownLine: null };
        const gentle = load([{ ...walk, gradePct: -downPct }], runner).byExponent;
        const steep = load([{ ...walk, gradePct: -(downPct + morePct) }], runner).byExponent;
        for (const p of EXPONENTS) expect(steep[p] * NEARLY).toBeGreaterThanOrEqual(gentle[p]);
      }),
    );
  });

  it('longer steps at the same speed never lower the load or the peak, with an own line in any weighting', () => {
    fc.assert(
      fc.property(running, body, number(0.9, 1), (stretch, runner, share) => {
        const usual = load([stretch], runner);
        const longer = load([{ ...stretch, cadenceSpm: stretch.cadenceSpm * share }], runner);
        // Beyond a ratio of 0.8 or 1.2 the model counts no longer and no shorter steps, and says so.
        fc.pre(![usual, longer].some(({ notes }) => notes.join().includes('than anybody has measured')));
        expect(longer.flatEasyKm.mid * NEARLY).toBeGreaterThanOrEqual(usual.flatEasyKm.mid);
        expect(longer.byExponent.p4 * NEARLY).toBeGreaterThanOrEqual(usual.byExponent.p4);
        expect((longer.peakBw[0] as number) * NEARLY).toBeGreaterThanOrEqual(usual.peakBw[0] as number);
        // Without an own line p = 1 counts half of a change, which is less than the steps it saves.
        if (runner.ownLine !== null) {
          expect(longer.byExponent.p1 * NEARLY).toBeGreaterThanOrEqual(usual.byExponent.p1);
        }
      }),
    );
  });

  it('more distance never lowers the load, and stretches add up', () => {
    fc.assert(
      fc.property(fc.array(running, { minLength: 1, maxLength: 6 }), running, body, (stretches, further, runner) => {
        const before = load(stretches, runner).flatEasyKm.mid;
        const after = load([...stretches, further], runner).flatEasyKm.mid;
        expect(after).toBeGreaterThanOrEqual(before);
        expect(Math.abs(after - before - midOf(further, runner))).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  it('knowing less never narrows the range: altitude on rolling ground, cadence near the expected', () => {
    const rolling = fc.array(
      fc.record({ ...{ speedMps: number(2.4, 3.4), gradePct: number(0, 6), cadenceSpm: number(158, 178) } }),
      { minLength: 1, maxLength: 4 },
    );
    const width = ({ low, mid, high }: { low: number; mid: number; high: number }) => (high - low) / mid;
    fc.assert(
      fc.property(rolling, (hills) => {
        const stretches = hills.flatMap((hill) => [
          { ...hill, seconds: 200 },
          { ...hill, seconds: 200, gradePct: -hill.gradePct },
        ]);
        const full = loadTrack(stretches);
        const runner = { heightM: 1.75, ownLine: null };
        // Less the rounding of sums taken in another order.
        const known = width(kneeLoad(full, runner).flatEasyKm) * (1 - 1e-9);
        const level = withColumns(full, { gradePct: unknown(full), gradeErrorPct: unknown(full) });
        expect(width(kneeLoad(level, runner).flatEasyKm)).toBeGreaterThanOrEqual(known);
        const silent = withColumns(full, { cadenceSpm: unknown(full) });
        expect(width(kneeLoad(silent, runner).flatEasyKm)).toBeGreaterThanOrEqual(known);
      }),
    );
  });
});
