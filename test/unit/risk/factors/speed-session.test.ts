import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { speedSession } from '../../../../src/risk/factors/speed-session.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** An hour of easy running at 2.8 m/s within 90 days; 1.15 times that is 3.22 m/s. */
const EASY = [5, 40].map((days) =>
  pastRun(days, { flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1800 }] }),
);
const fast = (minutes: number, speedMps: number, options: RunOptions = {}) =>
  judge(speedSession, riskInput({ stretches: [{ minutes: 20 }, { minutes, speedMps }], history: EASY, ...options }));

describe('speed-session', () => {
  describe('each threshold', () => {
    it.each([
      { minutes: 9.9, severity: 'none', why: 'too little for a `note`' },
      { minutes: 10, severity: 'info', why: 'enough, exactly' },
      { minutes: 10.1, severity: 'info', why: 'enough' },
      { minutes: 90, severity: 'info', why: 'far more, for the evidence bears no more' },
    ])('calls $minutes min at 3.3 m/s $severity: $why', ({ minutes, severity }) => {
      expect(fast(minutes, 3.3)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { speedMps: 3.2, minutes: 0 },
      { speedMps: 3.2199, minutes: 0 },
      { speedMps: 3.23, minutes: 30 },
    ])('counts what is 1.15 times as fast as easy (`fasterThanEasy`): $minutes min at $speedMps m/s', (given) => {
      expect(fast(30, given.speedMps).value).toBeCloseTo(given.minutes, 6);
    });
  });

  it('does not count walking or riding', () => {
    expect(fast(0, 0, { stretches: [{ minutes: 30, speedMps: 4, gait: 'walk' }] }).value).toBe(0);
  });

  it('adds repeats up and shows each', () => {
    const repeat = [{ minutes: 4, speedMps: 4 }, { minutes: 2 }];
    const finding = fast(0, 0, { stretches: [...repeat, ...repeat, ...repeat] });
    expect(finding.value).toBeCloseTo(12, 6);
    expect(finding.where).toHaveLength(3);
  });

  describe('silence', () => {
    const old = pastRun(91, { flatCadence: EASY[0]?.facts.flatCadence ?? [] });
    it.each([
      { name: 'without earlier runs', history: [] },
      { name: 'with half an hour of easy running known', history: EASY.slice(1) },
      { name: 'with the other half hour 91 days ago', history: [old, ...EASY.slice(1)] },
    ])('says nothing $name', ({ history }) => {
      expect(fast(30, 4, { history })).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('an hour of flat, steady running'),
      });
    });
  });

  it('never gets milder as there is more of it, or it gets faster', () => {
    expectMonotone(speedSession, (x) => ({ history: EASY, stretches: [{ minutes: 15 * x + 0.1, speedMps: 4 }] }));
    expectMonotone(speedSession, (x) => ({ history: EASY, stretches: [{ minutes: 15, speedMps: 2.5 + 2 * x }] }));
  });

  it('tips over by 2 % in pace, now and before, only within 4 % of the limit', () => {
    const errorAt = (speedMps: number) => 0.04 * speedMps;
    const found = tipped((speedMps) => fast(20, speedMps).severity, scale(2.4, 4.4, 0.05), errorAt);
    expectTippedOnlyNear(found, [1.15 * 2.8], errorAt);
  });

  it('says what Doyle 2023 and Hagen 2023 measured: more with each step, less for each kilometre', () => {
    const finding = fast(20, 4);
    expect(finding.message).toContain('more with each step and less for each kilometre');
    expect(finding).toMatchObject({ citations: ['Doyle2023', 'Hagen2023'], certainty: 'low' });
  });
});
