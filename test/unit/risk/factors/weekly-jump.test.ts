import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { weeklyJump } from '../../../../src/risk/factors/weekly-jump.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** Five weeks before the last seven days, the latest first; one run each. */
const weeksOf = (...km: number[]) => km.map((each, week) => pastRun(9 + 7 * week, { distanceM: 1000 * each }));
const ran = (km: number, history = weeksOf(27, 20, 20, 20, 20), more: RunOptions = {}) =>
  judge(weeklyJump, riskInput({ facts: { distanceM: 1000 * km }, history, profile: { runningYears: 0.5 }, ...more }));

describe('weekly-jump', () => {
  // The three weeks before hold 27, 20 and 20 km, 22.3 a week; 1.3 times that is 29.03 km.
  it.each([
    { km: 20, severity: 'none', why: 'about the same' },
    { km: 29, severity: 'none', why: 'just below a third more' },
    { km: 29.1, severity: 'info', why: 'a third more after a week that had grown as fast' },
    { km: 80, severity: 'info', why: 'far more, for the evidence bears no more' },
  ])('calls a week of $km km of a new runner $severity: $why', ({ km, severity }) => {
    expect(ran(km)).toMatchObject({ status: 'scored', severity });
  });

  it('flags no single week: the one before has to have grown as fast', () => {
    expect(ran(40, weeksOf(26, 20, 20, 20, 20)).severity).toBe('none');
    expect(ran(40, weeksOf(26.1, 20, 20, 20, 20)).severity).toBe('info');
  });

  it.each([
    { runningYears: 0.9, severity: 'info' },
    { runningYears: 1, severity: 'none' },
    { runningYears: 12, severity: 'none' },
    { runningYears: null, severity: 'none' },
  ])('of a runner of 20 km a week with $runningYears years: $severity', ({ runningYears, severity }) => {
    expect(ran(40, undefined, { profile: { runningYears } }).severity).toBe(severity);
  });

  it('takes a runner of under 15 km a week for new where years are not told', () => {
    const unknown = { profile: { runningYears: null } };
    expect(ran(30, weeksOf(18, 13, 13, 13, 13), unknown).severity).toBe('info');
    expect(ran(30, weeksOf(18, 14, 14, 13, 13), unknown).severity).toBe('none');
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

  it('becomes moderate for a new runner in pain, and no more', () => {
    expect(ran(80, undefined, { painLog: [painEntry({ during: 6 })] }).severity).toBe('moderate');
  });

  it('says nothing when the runs known do not reach back five weeks', () => {
    expect(ran(80, weeksOf(27, 20, 20)).status).toBe('insufficient-data');
    expect(ran(80, []).status).toBe('insufficient-data');
  });

  it('does not compare with weeks of under 5 km', () => {
    expect(ran(30, weeksOf(4, 4, 4, 4)).status).toBe('not-applicable');
  });

  it('does not tip over by an error of a watch of 2 % a run, well above the limit', () => {
    const [low, high] = [0.98, 1.02].map((error) => ran(40 * error).severity);
    expect([low, high]).toEqual(['info', 'info']);
  });

  it('takes its third from the cohort that looked at 30 % in two weeks', () => {
    expect(CITATIONS.Nielsen2014Progression.finding).toContain('30 % growth in two weeks');
    expect(weeklyJump.thresholds.jump.value).toBe(1.3);
    expect(ran(40).message).toContain('Studies do not agree');
    expect(ran(40).certainty).toBe('very low');
  });
});
