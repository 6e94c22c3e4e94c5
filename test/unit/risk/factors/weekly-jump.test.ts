import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { weeklyJump } from '../../../../src/risk/factors/weekly-jump.ts';
import { painEntry, pastRun, riskInput } from '../../../support/risk-input.ts';

/** Three weeks of 20 km each before the last seven days; the oldest run 27 days back. */
const WEEKS = [9, 11, 16, 18, 25, 27].map((days) => pastRun(days, { distanceM: 10_000 }));
const ran = (distanceM: number, history = WEEKS) => judge(weeklyJump, riskInput({ facts: { distanceM }, history }));

describe('weekly-jump', () => {
  it.each([
    { km: 20, severity: 'none', why: 'the same as before' },
    { km: 26, severity: 'none', why: 'a third more, exactly at the limit' },
    { km: 26.1, severity: 'info', why: 'above the limit' },
    { km: 80, severity: 'info', why: 'four times, for the evidence bears no more' },
  ])('calls a week of $km km after weeks of 20 km $severity: $why', ({ km, severity }) => {
    expect(ran(km * 1000)).toMatchObject({ status: 'scored', severity });
  });

  it('counts the runs of the seven days before with this one', () => {
    const history = [...WEEKS, pastRun(2, { distanceM: 20_000 })];
    expect(ran(8000, history)).toMatchObject({ value: 1.4, severity: 'info' });
  });

  it('does not tell of a week that is no bigger than the biggest of the three before', () => {
    const uneven = [pastRun(9, { distanceM: 40_000 }), pastRun(27, { distanceM: 20_000 })];
    expect(ran(40_000, uneven)).toMatchObject({ value: 2, severity: 'none' });
    expect(ran(40_100, uneven).severity).toBe('info');
  });

  it('stays information for a runner in pain', () => {
    const input = riskInput({ facts: { distanceM: 80_000 }, history: WEEKS, painLog: [painEntry({ during: 6 })] });
    expect(judge(weeklyJump, input).severity).toBe('info');
  });

  it('says nothing when no run of the first of the three weeks or before is known', () => {
    expect(ran(80_000, WEEKS.slice(0, 4)).status).toBe('insufficient-data');
    expect(ran(80_000, []).status).toBe('insufficient-data');
  });

  it('does not compare with weeks of under 5 km', () => {
    const thin = [9, 27].map((days) => pastRun(days, { distanceM: 7000 }));
    expect(ran(30_000, thin).status).toBe('not-applicable');
  });

  it('says that studies disagree', () => {
    expect(ran(30_000).message).toContain('Studies do not agree');
    expect(ran(30_000).certainty).toBe('very low');
  });
});
