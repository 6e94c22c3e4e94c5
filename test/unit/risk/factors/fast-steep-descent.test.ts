import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { fastSteepDescent } from '../../../../src/risk/factors/fast-steep-descent.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** An hour of easy running at 2.8 m/s within 90 days. */
const EASY = [5, 40].map((days) =>
  pastRun(days, { flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1800 }] }),
);
const down = (minutes: number, speedMps: number, gradePct: number, options: RunOptions = {}) =>
  judge(
    fastSteepDescent,
    riskInput({ stretches: [{ minutes: 20 }, { minutes, speedMps, gradePct }], history: EASY, ...options }),
  );
const PAIN = [painEntry({ during: 2 })];

describe('fast-steep-descent', () => {
  describe('each threshold', () => {
    it.each([
      { minutes: 2.9, painLog: [], severity: 'none', why: 'less than `some`' },
      { minutes: 3, painLog: [], severity: 'info', why: '`some`, exactly' },
      { minutes: 9.9, painLog: PAIN, severity: 'info', why: 'less than `much`, with pain' },
      { minutes: 10, painLog: PAIN, severity: 'moderate', why: '`much`, exactly, with pain' },
      { minutes: 10, painLog: [], severity: 'info', why: '`much` without pain' },
      { minutes: 60, painLog: PAIN, severity: 'moderate', why: 'an hour, for the evidence bears no more' },
    ])('calls $minutes min at −10 % and 3.2 m/s $severity: $why', ({ minutes, painLog, severity }) => {
      expect(down(minutes, 3.2, -10, { painLog })).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { grade: -7.9, minutes: 0 },
      { grade: -8, minutes: 0 },
      { grade: -8.1, minutes: 20 },
    ])('counts what is steeper than 8 % (`steepPct`): $minutes of 20 minutes at $grade %', ({ grade, minutes }) => {
      expect(down(20, 3.2, grade).value).toBeCloseTo(minutes, 6);
    });

    it.each([
      { speedMps: 2.79, minutes: 0 },
      { speedMps: 2.8, minutes: 0 },
      { speedMps: 2.81, minutes: 20 },
    ])('counts what is faster than easy, 2.8 m/s: $minutes of 20 minutes at $speedMps m/s', ({ speedMps, minutes }) => {
      expect(down(20, speedMps, -12).value).toBeCloseTo(minutes, 6);
    });

    it.each([
      { errorPct: 1.9, status: 'scored' },
      { errorPct: 2, status: 'scored' },
      { errorPct: 2.1, status: 'insufficient-data' },
    ])('needs a grade that errs by 2 points at most (`maxErrorPct`): at $errorPct it is $status', (given) => {
      expect(down(20, 3.2, -12, { gradeErrorPct: given.errorPct }).status).toBe(given.status);
    });
  });

  it('does not count walking', () => {
    const stretches = [{ minutes: 20, speedMps: 3, gradePct: -12, gait: 'walk' as const }];
    expect(down(0, 0, 0, { stretches }).value).toBe(0);
  });

  it('shows where', () => {
    expect(down(5, 3.2, -10).where).toEqual([expect.objectContaining({ startS: 1200, endS: 1500 })]);
  });

  it('asks for 2.4 minutes only in the year after an injury', () => {
    const injured = { profile: { lastKneeInjury: '2026-01-01' } };
    expect(down(2.3, 3.2, -10, injured).severity).toBe('none');
    expect(down(2.5, 3.2, -10, injured).severity).toBe('info');
  });

  describe('silence', () => {
    it.each([
      { name: 'without altitude', options: { without: ['altitude'] as const }, says: 'no altitude' },
      { name: 'on altitude too rough for any grade', options: { gradeErrorPct: 5 }, says: 'too rough to tell gentle' },
      { name: 'on that of satellites alone', options: { gradeErrorPct: 2.6 }, says: 'too rough to tell how steep' },
      { name: 'with half an hour of easy running known', options: { history: EASY.slice(1) }, says: 'an hour of flat' },
      { name: 'without earlier runs', options: { history: [] }, says: 'an hour of flat' },
    ])('says nothing $name', ({ options, says }) => {
      expect(down(20, 3.2, -12, options)).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining(says),
      });
    });
  });

  it('never gets milder as the way down gets longer, or steeper', () => {
    expectMonotone(fastSteepDescent, (x) => ({
      history: EASY,
      painLog: PAIN,
      stretches: [{ minutes: 15 * x + 0.1, gradePct: -10, speedMps: 3 }],
    }));
    expectMonotone(fastSteepDescent, (x) => ({
      history: EASY,
      stretches: [{ minutes: 15, gradePct: -20 * x, speedMps: 3 }],
    }));
  });

  describe('device error', () => {
    it('of 1 point in grade, a barometer’s, tips it over only within 1 point of 8 %', () => {
      const found = tipped(
        (gradePct) => down(15, 3.2, gradePct).severity,
        scale(-15, 0, 0.5),
        () => 1,
      );
      expectTippedOnlyNear(found, [-8], () => 1);
    });

    it('of 2 % in pace tips it over only within 2 % of the easy pace', () => {
      const errorAt = (speedMps: number) => 0.02 * speedMps;
      const found = tipped((speedMps) => down(15, speedMps, -12).severity, scale(2.2, 4, 0.05), errorAt);
      expectTippedOnlyNear(found, [2.8], errorAt);
    });
  });

  it('owns that no study set its limits', () => {
    expect(down(5, 3.2, -10)).toMatchObject({ certainty: 'very low', thresholdBasis: { kind: 'assumption' } });
  });
});
