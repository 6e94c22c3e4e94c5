import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { sessionSpike } from '../../../../src/risk/factors/session-spike.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { pastRun, riskInput } from '../../../support/risk-input.ts';

/** Four runs of the last month, the longest 10 km. */
const MONTH = [3, 9, 15, 29].map((days) => pastRun(days, { distanceM: days === 9 ? 10_000 : 6000 }));
const ran = (distanceM: number, history = MONTH) => judge(sessionSpike, riskInput({ facts: { distanceM }, history }));

describe('session-spike', () => {
  describe('each threshold', () => {
    it.each([
      { km: 6, severity: 'none', why: 'a usual run' },
      { km: 10.9, severity: 'none', why: 'less than a tenth `longer`' },
      { km: 11, severity: 'none', why: 'a tenth, exactly' },
      { km: 11.05, severity: 'moderate', why: 'more than a tenth longer' },
      {
        km: 15,
        severity: 'moderate',
        why: 'half as long again: the cohort saw no more injuries there than at a tenth',
      },
      { km: 19.9, severity: 'moderate', why: 'less than `double`' },
      { km: 20, severity: 'moderate', why: 'double, exactly' },
      { km: 20.1, severity: 'high', why: 'more than double' },
    ])('calls $km km after a longest of 10 km $severity: $why', ({ km, severity }) => {
      expect(ran(km * 1000)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { runs: 3, status: 'insufficient-data' },
      { runs: 4, status: 'scored' },
      { runs: 5, status: 'scored' },
    ])('needs 4 runs in 30 days (`minRuns`): with $runs it is $status', ({ runs, status }) => {
      expect(ran(30_000, [...MONTH, pastRun(20)].slice(0, runs)).status).toBe(status);
    });

    it.each([
      { longestM: 2990, status: 'not-applicable' },
      { longestM: 3000, status: 'scored' },
      { longestM: 3010, status: 'scored' },
    ])('compares with a longest run of 3 km or more (`minLongestM`): with $longestM m it is $status', (given) => {
      const short = [2, 4, 6, 8].map((days) => pastRun(days, { distanceM: given.longestM }));
      expect(ran(9000, short).status).toBe(given.status);
    });

    it('looks back 30 days, not 31', () => {
      expect(ran(30_000, [...MONTH.slice(1), pastRun(30)]).status).toBe('scored');
      expect(ran(30_000, [...MONTH.slice(1), pastRun(31)]).status).toBe('insufficient-data');
      expect(ran(12_000, [...MONTH, pastRun(31, { distanceM: 30_000 })]).severity).toBe('moderate');
    });
  });

  it('gives the ratio, the threshold that decided and the source', () => {
    expect(ran(14_000)).toMatchObject({
      value: 1.4,
      unit: '×',
      threshold: 1.1,
      citations: ['Frandsen2025'],
      certainty: 'moderate',
    });
    expect(ran(14_000).message).toContain('about 1.4 times');
    expect(ran(14_000).message).toContain('14 km against 10 km');
  });

  describe('silence', () => {
    it('says nothing without history, and how to get it', () => {
      expect(ran(14_000, [])).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        value: null,
        message: expect.stringContaining('Add the files'),
      });
    });

    it('says nothing after three runs in 30 days, and how many it knows', () => {
      expect(ran(30_000, MONTH.slice(1))).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('known so far: 3'),
      });
    });
  });

  it('never gets milder as the run gets longer', () => {
    expectMonotone(sessionSpike, (x) => ({ history: MONTH, facts: { distanceM: 3000 + 20_000 * x } }));
  });

  describe('device error', () => {
    it('of 2 % in distance, now and in the longest run before, tips it over only within 4 % of a limit', () => {
      const errorAt = (metres: number) => 0.04 * metres;
      const found = tipped((metres) => ran(metres).severity, scale(5000, 25_000, 100), errorAt);
      expectTippedOnlyNear(found, [11_000, 20_000], errorAt);
    });

    it('never makes a spike of the same way run again', () => {
      expect([0.96, 0.98, 1.02, 1.04].map((error) => ran(10_000 * error).severity)).toEqual(Array(4).fill('none'));
    });
  });

  it('takes its limits from the cohort of Frandsen 2025: a tenth, and double', () => {
    const { longer, double } = sessionSpike.thresholds;
    expect([longer.value, double.value]).toEqual([1.1, 2]);
    expect(CITATIONS.Frandsen2025.finding).toMatch(/1\.64 times for 10 to 30 %.*2\.28 beyond double/);
    expect(CITATIONS.Frandsen2025.participants).toBe(5205);
    expect(ran(14_000).message).toContain('about 5,200 runners');
  });

  it('keeps the published threshold in the year after an injury', () => {
    const history = MONTH;
    const profile = { lastKneeInjury: '2026-03-01' };
    expect(judge(sessionSpike, riskInput({ facts: { distanceM: 10_500 }, history, profile })).severity).toBe('none');
  });
});
