import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { fastSteepDescent } from '../../../../src/risk/factors/fast-steep-descent.ts';
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
  it.each([
    { minutes: 2.9, painLog: [], severity: 'none' },
    { minutes: 3, painLog: [], severity: 'info' },
    { minutes: 9.9, painLog: PAIN, severity: 'info' },
    { minutes: 10, painLog: PAIN, severity: 'moderate' },
    { minutes: 10, painLog: [], severity: 'info' },
  ])('calls $minutes min at −10 % and 3.2 m/s $severity', ({ minutes, painLog, severity }) => {
    expect(down(minutes, 3.2, -10, { painLog })).toMatchObject({ status: 'scored', severity });
  });

  it('counts only what is both steeper than 8 % and faster than easy', () => {
    expect(down(20, 3.2, -8).value).toBe(0);
    expect(down(20, 2.8, -12).value).toBe(0);
    expect(down(20, 2.81, -8.1).value).toBeCloseTo(20, 6);
  });

  it('does not count walking', () => {
    const stretches = [{ minutes: 20, speedMps: 3, gradePct: -12, gait: 'walk' as const }];
    expect(down(0, 0, 0, { stretches }).value).toBe(0);
  });

  it('shows where', () => {
    expect(down(5, 3.2, -10).where).toEqual([expect.objectContaining({ startS: 1200, endS: 1500 })]);
  });

  it('asks for 2.4 minutes only in the year after an injury', () => {
    expect(down(2.5, 3.2, -10, { profile: { lastKneeInjury: '2026-01-01' } }).severity).toBe('info');
  });

  it('says nothing without altitude, on rough altitude, or before the easy pace is known', () => {
    expect(down(20, 3.2, -12, { without: ['altitude'] }).status).toBe('insufficient-data');
    expect(down(20, 3.2, -12, { gradeErrorPct: 5 }).status).toBe('insufficient-data');
    expect(down(20, 3.2, -12, { history: EASY.slice(1) }).status).toBe('insufficient-data');
    expect(down(20, 3.2, -12, { history: [] }).status).toBe('insufficient-data');
  });
});
