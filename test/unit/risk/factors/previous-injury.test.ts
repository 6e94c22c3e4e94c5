import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { previousInjury } from '../../../../src/risk/factors/previous-injury.ts';
import { rank } from '../../../../src/risk/severity.ts';
import { riskInput } from '../../../support/risk-input.ts';

/** The run is of 2026-05-13. */
const told = (lastKneeInjury: string | null, lastOtherInjury: string | null) =>
  judge(previousInjury, riskInput({ profile: { lastKneeInjury, lastOtherInjury } }));

describe('previous-injury', () => {
  describe('each threshold', () => {
    it.each([
      { knee: '2026-05-13', other: null, severity: 'moderate', why: 'a knee injury of the same day' },
      { knee: '2025-05-14', other: null, severity: 'moderate', why: 'a knee injury of just within the `year`' },
      { knee: '2025-05-12', other: null, severity: 'none', why: 'a knee injury of just over a year ago' },
      { knee: null, other: '2026-04-01', severity: 'info', why: 'another injury' },
      { knee: null, other: '2024-04-01', severity: 'none', why: 'another injury of two years ago' },
      { knee: '2020-01-01', other: '2026-04-01', severity: 'info', why: 'an old knee injury and a fresh other one' },
      { knee: '2026-01-01', other: '2026-04-01', severity: 'moderate', why: 'both' },
    ])('calls $why $severity', ({ knee, other, severity }) => {
      expect(told(knee, other)).toMatchObject({ status: 'scored', severity });
    });
  });

  describe('silence', () => {
    it.each([
      { name: 'nothing was told', date: null },
      { name: 'the only injury came after the run', date: '2026-06-01' },
      { name: 'the date is none', date: 'last spring' },
    ])('says nothing when $name', ({ date }) => {
      expect(told(date, null)).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('not told of an earlier injury'),
      });
    });
  });

  it('never gets milder the nearer the injury lies', () => {
    const dates = ['2024-01-01', '2025-05-01', '2025-05-20', '2025-12-01', '2026-05-13'];
    for (const ranks of [dates.map((date) => told(date, null)), dates.map((date) => told(null, date))]) {
      const severities = ranks.map(({ severity }) => rank(severity));
      expect(severities).toEqual([...severities].sort((a, b) => a - b));
      expect(severities.at(-1)).toBeGreaterThan(severities[0] as number);
    }
  });

  it('tips over by a date that is a day off only at the end of the year', () => {
    const around = (date: string) =>
      [-1, 0, 1].map((days) => {
        const moved = new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
        return told(moved, null).severity;
      });
    expect(new Set(around('2025-05-13')).size).toBe(2);
    for (const date of ['2025-05-16', '2025-11-01', '2026-05-01', '2025-05-10', '2024-01-01'])
      expect([date, new Set(around(date)).size]).toEqual([date, 1]);
  });

  it('counts the twelve months of the cohorts behind it, the surest evidence in the catalogue', () => {
    expect(previousInjury.thresholds.year.value).toBe(12);
    expect(told('2026-02-11', null)).toMatchObject({ certainty: 'high', citations: ['VanDerWorp2015', 'Dillon2023'] });
  });

  it('names the months', () => {
    expect(told('2026-02-11', null).message).toContain('about 3 months before');
    expect(told('2026-04-20', null).message).toContain('about a month before');
  });
});
