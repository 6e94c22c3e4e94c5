import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { sessionSpike } from '../../../../src/risk/factors/session-spike.ts';
import { pastRun, riskInput } from '../../../support/risk-input.ts';

/** Four runs of the last month, the longest 10 km. */
const MONTH = [3, 9, 15, 29].map((days) => pastRun(days, { distanceM: days === 9 ? 10_000 : 6000 }));
const ran = (distanceM: number, history = MONTH) => judge(sessionSpike, riskInput({ facts: { distanceM }, history }));

describe('session-spike', () => {
  it.each([
    { km: 6, severity: 'none', why: 'a usual run' },
    { km: 11, severity: 'none', why: 'a tenth longer, exactly' },
    { km: 11.05, severity: 'moderate', why: 'more than a tenth longer' },
    { km: 15, severity: 'moderate', why: 'half as long again: the cohort saw no more injuries there than at a tenth' },
    { km: 20, severity: 'moderate', why: 'double, exactly' },
    { km: 20.1, severity: 'high', why: 'more than double' },
  ])('calls $km km after a longest of 10 km $severity: $why', ({ km, severity }) => {
    expect(ran(km * 1000)).toMatchObject({ status: 'scored', severity });
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

  it('says nothing without history, and how to get it', () => {
    const finding = ran(14_000, []);
    expect(finding).toMatchObject({ status: 'insufficient-data', severity: 'none', value: null });
    expect(finding.message).toContain('Add the files');
  });

  it('says nothing after three runs in 30 days', () => {
    expect(ran(30_000, MONTH.slice(1)).status).toBe('insufficient-data');
  });

  it('leaves runs of 31 days ago out', () => {
    expect(ran(30_000, [...MONTH.slice(1), pastRun(31)]).status).toBe('insufficient-data');
    expect(ran(12_000, [...MONTH, pastRun(31, { distanceM: 30_000 })]).severity).toBe('moderate');
  });

  it('does not compare with a month of runs under 3 km', () => {
    const short = [2, 4, 6, 8].map((days) => pastRun(days, { distanceM: 2900 }));
    expect(ran(9000, short).status).toBe('not-applicable');
  });

  it('is not moved by the one per cent that a watch errs, away from the threshold', () => {
    expect(ran(14_000 * 1.01).severity).toBe(ran(14_000 * 0.99).severity);
  });

  it('keeps the published threshold in the year after an injury', () => {
    const history = MONTH;
    const profile = { lastKneeInjury: '2026-03-01' };
    expect(judge(sessionSpike, riskInput({ facts: { distanceM: 10_500 }, history, profile })).severity).toBe('none');
  });
});
