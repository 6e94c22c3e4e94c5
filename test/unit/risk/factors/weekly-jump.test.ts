import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { weeklyJump } from '../../../../src/risk/factors/weekly-jump.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** Five weeks before the last seven days, the latest first; one run each. */
const weeksOf = (...km: number[]) => km.map((each, week) => pastRun(9 + 7 * week, { distanceM: 1000 * each }));
const ran = (km: number, history = weeksOf(27, 20, 20, 20, 20), more: RunOptions = {}) =>
  judge(weeklyJump, riskInput({ facts: { distanceM: 1000 * km }, history, profile: { runningYears: 0.5 }, ...more }));

describe('weekly-jump', () => {
  describe('each threshold', () => {
    // The three weeks before hold 27, 20 and 20 km, 22.3 a week; 1.3 times that is 29.03 km.
    it.each([
      { km: 20, severity: 'none', why: 'about the same' },
      { km: 29, severity: 'none', why: 'just below the `jump` of a third' },
      { km: 29.1, severity: 'info', why: 'a third more after a week that had grown as fast' },
      { km: 80, severity: 'info', why: 'far more, for the evidence bears no more' },
    ])('calls a week of $km km of a new runner $severity: $why', ({ km, severity }) => {
      expect(ran(km)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { runningYears: 0.9, severity: 'info' },
      { runningYears: 1, severity: 'none' },
      { runningYears: 12, severity: 'none' },
      { runningYears: null, severity: 'none' },
    ])(
      'of a runner of 20 km a week with $runningYears years, against 1 (`newYears`): $severity',
      ({ runningYears, severity }) => {
        expect(ran(40, undefined, { profile: { runningYears } }).severity).toBe(severity);
      },
    );

    it.each([
      { weeks: [18, 13, 13, 13, 13], aWeek: '14.7', severity: 'info' },
      { weeks: [18, 14, 13, 13, 13], aWeek: '15', severity: 'none' },
      { weeks: [18, 14, 14, 13, 13], aWeek: '15.3', severity: 'none' },
    ])('takes a runner of under 15 km a week (`newWeekM`) for new: $aWeek km is $severity', ({ weeks, severity }) => {
      for (const runningYears of [null, 12])
        expect(ran(30, weeksOf(...weeks), { profile: { runningYears } }).severity).toBe(severity);
    });

    it.each([
      { km: 4.9, status: 'not-applicable' },
      { km: 5, status: 'scored' },
      { km: 5.1, status: 'scored' },
    ])('compares with weeks of 5 km or more (`minWeekM`): with $km km it is $status', ({ km, status }) => {
      expect(ran(30, weeksOf(km, km, km, km, km)).status).toBe(status);
    });
  });

  it.each([
    { days: 27.99, status: 'insufficient-data' },
    { days: 28, status: 'insufficient-data' },
    { days: 28.01, status: 'scored' },
  ])('needs a run before the four weeks up to this one: the earliest $days days ago is $status', ({ days, status }) => {
    const history = [...weeksOf(20, 20, 20), pastRun(days, { distanceM: 20_000 })];
    expect(ran(30, history).status).toBe(status);
  });

  it('flags no single week: the one before has to have grown as fast', () => {
    expect(ran(40, weeksOf(26, 20, 20, 20, 20)).severity).toBe('none');
    expect(ran(40, weeksOf(26.1, 20, 20, 20, 20)).severity).toBe('info');
  });

  it('tells a grown week to everybody, and why it is no flag', () => {
    const { message, value } = ran(40, undefined, { profile: { runningYears: 5 } });
    expect(value).toBeCloseTo(40 / 22.33, 2);
    expect(message).toContain('nothing to do with injury');
  });

  it('counts the runs of the seven days before with this one', () => {
    expect(ran(9, [pastRun(2, { distanceM: 20_100 }), ...weeksOf(27, 20, 20, 20, 20)]).severity).toBe('info');
  });

  it('does not tell of a week that is no bigger than the biggest of the three before', () => {
    expect(ran(40, weeksOf(40, 20, 20, 20, 20)).severity).toBe('none');
    expect(ran(40.1, weeksOf(40, 20, 20, 20, 20)).severity).toBe('info');
  });

  it('says why somebody of many years is counted among the new ones', () => {
    const said = (runningYears: number) => ran(30, weeksOf(18, 13, 13, 13, 13), { profile: { runningYears } }).message;
    expect(said(12)).toContain('At under 15 km a week you are counted among them');
    expect(said(0.5)).not.toContain('counted among them');
  });

  it('becomes moderate for a new runner in pain, and no more', () => {
    expect(ran(80, undefined, { painLog: [painEntry({ during: 6 })] }).severity).toBe('moderate');
  });

  describe('silence', () => {
    it('says nothing when the runs known do not reach back four weeks before this one', () => {
      expect(ran(80, weeksOf(27, 20, 20))).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('five weeks up to this one'),
      });
      expect(ran(80, weeksOf(27, 20, 20, 20)).status).toBe('scored');
    });

    it.each([2, 3, 4])('does not compare with weeks of which one held no run: week %s before', (week) => {
      const history = weeksOf(27, 20, 20, 20, 20).filter((_, i) => i !== week - 1);
      expect(ran(80, history)).toMatchObject({
        status: 'not-applicable',
        message: expect.stringContaining('after a break is looked at by itself'),
      });
    });

    it('says nothing without earlier runs', () => {
      expect(ran(80, [])).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('No earlier runs'),
      });
    });
  });

  it('never gets milder as the week gets longer', () => {
    expectMonotone(weeklyJump, (x) => ({
      history: weeksOf(27, 20, 20, 20, 20),
      profile: { runningYears: 0.5 },
      facts: { distanceM: 60_000 * x },
    }));
  });

  it('tips over by a watch’s 2 % in distance, now and before, only within 4 % of the limit, 29 km', () => {
    const errorAt = (km: number) => 0.04 * km;
    expectTippedOnlyNear(
      tipped((km) => ran(km).severity, scale(15, 60, 0.5), errorAt),
      [1.3 * (67 / 3)],
      errorAt,
    );
  });

  it('takes its third from the cohort that looked at 30 % in two weeks', () => {
    expect(CITATIONS.Nielsen2014Progression.finding).toContain('30 % growth in two weeks');
    expect(weeklyJump.thresholds.jump.value).toBe(1.3);
    expect(ran(40).message).toContain('Studies do not agree');
    expect(ran(40).certainty).toBe('very low');
  });
});
