import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { cadenceFade } from '../../../../src/risk/factors/cadence-fade.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

const PAIN = [painEntry({ nextMorning: 1 })];
/** At 2.78 m/s and 1.814 m van Oeveren 2019 expects 166.73; the last third changes by so many per cent of that. */
const fading = (changePct: number, options: RunOptions = {}) =>
  judge(
    cadenceFade,
    riskInput({
      stretches: [
        { minutes: 25, speedMps: 2.78, cadenceSpm: 166.73 },
        { minutes: 20, speedMps: 2.78, cadenceSpm: 166.73 * (1 + changePct / 100) },
      ],
      runner: { heightM: 1.814 },
      ...options,
    }),
  );

describe('cadence-fade', () => {
  describe('each threshold', () => {
    it.each([
      { change: 3, painLog: [], severity: 'none', why: 'quicker' },
      { change: -1.9, painLog: [], severity: 'none', why: 'short of a `fade`' },
      { change: -2.0, painLog: [], severity: 'info', why: 'a `fade`, exactly' },
      { change: -2.1, painLog: [], severity: 'info', why: 'beyond it' },
      { change: -3.9, painLog: PAIN, severity: 'info', why: 'short of a `strongFade`, with pain' },
      { change: -4.01, painLog: PAIN, severity: 'moderate', why: 'a `strongFade`, with pain' },
      { change: -4.1, painLog: [], severity: 'info', why: 'a `strongFade` without pain' },
      { change: -20, painLog: PAIN, severity: 'moderate', why: 'far beyond, for the evidence bears no more' },
    ])('calls a change of $change % in the last third $severity: $why', ({ change, painLog, severity }) => {
      // A hair beyond, because the population's line is rounded to a hundredth of a step here.
      expect(fading(change === -2 ? -2.001 : change, { painLog })).toMatchObject({ status: 'scored', severity });
      expect(fading(change).value).toBeCloseTo(change, 1);
    });

    it.each([
      { last: 19.9, status: 'not-applicable' },
      { last: 20, status: 'scored' },
      { last: 20.1, status: 'scored' },
    ])('judges 40 minutes of running or more (`minMinutes`): 20 and $last are $status', ({ last, status }) => {
      const stretches = [{ minutes: 20 }, { minutes: last, cadenceSpm: 150 }];
      expect(fading(0, { stretches }).status).toBe(status);
    });

    it('leaves five minutes out (`warmUpMinutes`), and no more', () => {
      const quickFor = (minutes: number) => [
        { minutes, cadenceSpm: 190 },
        { minutes: 45, cadenceSpm: 168 },
      ];
      expect(fading(0, { stretches: quickFor(5) }).severity).toBe('none');
      expect(fading(0, { stretches: quickFor(20) }).severity).toBe('info');
    });
  });

  describe('silence', () => {
    it.each([
      { name: 'without cadence', options: { without: ['cadence'] as const }, says: 'no cadence' },
      { name: 'without altitude', options: { without: ['altitude'] as const }, says: 'no altitude' },
      { name: 'on altitude too rough for grade', options: { gradeErrorPct: 3.1 }, says: 'too rough' },
      { name: 'where one foot may be counted', options: { cadenceCertain: false }, says: 'one foot or of both' },
    ])('says nothing $name', ({ options, says }) => {
      expect(fading(-10, options)).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining(says),
      });
    });

    it('does not look for a fade on slopes over 5 %, whose steps are the slope’s', () => {
      const ending = (gradePct: number) =>
        fading(0, { stretches: [{ minutes: 30 }, { minutes: 20, gradePct, cadenceSpm: 150 }] });
      expect(ending(-5)).toMatchObject({ status: 'scored', severity: 'info' });
      expect(ending(-5.1)).toMatchObject({ status: 'not-applicable', message: expect.stringContaining('30 minutes') });
      expect(ending(5.1)).toMatchObject({ status: 'not-applicable' });
    });

    it('takes a signal that was lost or halved for no cadence', () => {
      expect(fading(0, { stretches: [{ minutes: 30 }, { minutes: 20, cadenceSpm: 84 }] }).status).toBe(
        'not-applicable',
      );
    });

    it('does not look for a fade in walking', () => {
      const stretches = [{ minutes: 30 }, { minutes: 30, gait: 'walk' as const, cadenceSpm: 110 }];
      expect(fading(0, { stretches }).status).toBe('not-applicable');
    });
  });

  it('never gets milder as the last third gets slower steps', () => {
    expectMonotone(cadenceFade, (x) => ({ stretches: [{ minutes: 30 }, { minutes: 20, cadenceSpm: 168 - 20 * x }] }));
  });

  describe('device error', () => {
    it('of 1 step a minute, the other way at the end, tips it over only within twice that of a limit', () => {
      const errorPct = (2 * 100) / 166.73;
      const found = tipped(
        (change) => fading(change, { painLog: PAIN }).severity,
        scale(-8, 2, 0.5),
        () => errorPct,
      );
      expectTippedOnlyNear(found, [-2, -4], () => errorPct + 0.01);
    });

    it('of a sensor that is always 1 step off moves it by less than a twentieth of a point', () => {
      const off = (error: number) => {
        const stretches = [
          { minutes: 25, speedMps: 2.78, cadenceSpm: 166.73 + error },
          { minutes: 20, speedMps: 2.78, cadenceSpm: 161.73 + error },
        ];
        return fading(0, { stretches }).value as number;
      };
      expect(Math.abs(off(1) - off(-1))).toBeLessThan(0.05);
    });

    it('of 3 cm in the height moves nothing, for both thirds are compared with the same runner', () => {
      const values = [1.784, 1.814, 1.844].map((heightM) => fading(-3, { runner: { heightM } }).value as number);
      expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.1);
    });
  });

  it('sees no fade in a runner who merely slows down, as Burns 2019 published of 100 km', () => {
    const stretches = [
      { minutes: 25, speedMps: 3.2, cadenceSpm: 150.02 + 6.012 * 3.2 },
      { minutes: 20, speedMps: 2.4, cadenceSpm: 150.02 + 6.012 * 2.4 },
    ];
    expect(fading(0, { stretches })).toMatchObject({ severity: 'none' });
    expect(fading(0, { stretches })).toMatchObject({ citations: ['Burns2019', 'Quan2026'], certainty: 'very low' });
  });

  describe('in a runner who also slows down', () => {
    /** Slower by 0.8 m/s at the end, with so many steps a minute fewer for each m/s. */
    const slowing = (slopeSpmPerMps: number, options: RunOptions = {}) =>
      fading(0, {
        stretches: [
          { minutes: 25, speedMps: 3.2, cadenceSpm: 130 + slopeSpmPerMps * 3.2 },
          { minutes: 20, speedMps: 2.4, cadenceSpm: 130 + slopeSpmPerMps * 2.4 },
        ],
        ...options,
      });

    it('goes by the own line where it is known', () => {
      const ownLine = { interceptSpm: 130, slopeSpmPerMps: 4, runs: 8, minutes: 200 };
      expect(slowing(4, { runner: { heightM: 1.814, ownLine } }).value).toBeCloseTo(0, 6);
      expect(slowing(12, { runner: { heightM: 1.814, ownLine } }).severity).toBe('info');
    });

    it.each([0, 4, 12])('without one tells nothing that pace could explain: %s steps for each m/s', (slope) => {
      expect(slowing(slope).severity).toBe('none');
    });

    it('without one tells of a fade that is one however pace moves the steps', () => {
      expect(slowing(20)).toMatchObject({ severity: 'info' });
    });
  });
});
