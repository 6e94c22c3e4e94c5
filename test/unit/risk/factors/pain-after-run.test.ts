import { describe, expect, it } from 'vitest';
import type { PainEntry } from '../../../../src/history/pain-log.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { painAfterRun } from '../../../../src/risk/factors/pain-after-run.ts';
import { expectMonotone } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, riskInput } from '../../../support/risk-input.ts';

/** Earliest first, as `pastRuns` gives them. */
const RUNS = [pastRun(9), pastRun(6), pastRun(3)];
const noted = (...entries: Partial<PainEntry>[]) =>
  judge(painAfterRun, riskInput({ history: RUNS, painLog: entries.map(painEntry) }));
const sore = { before: 0, nextMorning: 3 };

describe('pain-after-run', () => {
  describe('each threshold', () => {
    it.each([
      { before: 0, hourAfter: 0, nextMorning: 0, severity: 'none' },
      { before: 2, hourAfter: 2, nextMorning: 1, severity: 'none' },
      { before: 2, hourAfter: 3, nextMorning: 0, severity: 'moderate' },
      { before: 0, hourAfter: null, nextMorning: 1, severity: 'moderate' },
      { before: null, hourAfter: 2, nextMorning: null, severity: 'none' },
      { before: null, hourAfter: 3, nextMorning: null, severity: 'moderate' },
    ])(
      'calls $before before, $hourAfter an hour after, $nextMorning next morning $severity',
      ({ severity, ...scores }) => {
        expect(noted(scores)).toMatchObject({ status: 'scored', severity });
      },
    );

    it('is moderate `once`, and high `twice` or more in the last three runs', () => {
      expect(noted(sore)).toMatchObject({ severity: 'moderate', value: 1 });
      expect(noted(sore, { ...sore, runSha256: 'run-3' })).toMatchObject({ severity: 'high', value: 2 });
      expect(noted(sore, { ...sore, runSha256: 'run-6' })).toMatchObject({ severity: 'high', value: 2 });
      const thrice = noted(sore, { ...sore, runSha256: 'run-3' }, { ...sore, runSha256: 'run-6' });
      expect(thrice).toMatchObject({ severity: 'high', value: 3 });
    });
  });

  it('does not look further back than the last three', () => {
    expect(noted(sore, { ...sore, runSha256: 'run-9' })).toMatchObject({ severity: 'moderate', value: 1 });
  });

  it('does not blame this run for the pain after earlier ones', () => {
    const calm = { before: 0, hourAfter: 0, nextMorning: 0 };
    expect(noted(calm, { ...sore, runSha256: 'run-3' }, { ...sore, runSha256: 'run-6' }).severity).toBe('none');
  });

  describe('silence', () => {
    it.each([
      { name: 'nothing was noted', entries: [] },
      { name: 'only pain during the run was noted', entries: [{ during: 5 }] },
      { name: 'only the time after another run was noted', entries: [{ ...sore, runSha256: 'run-3' }] },
      { name: 'the note is of another day', entries: [{ ...sore, date: '2026-05-12' }] },
    ])('says nothing when $name', ({ entries }) => {
      expect(noted(...entries)).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining('Nothing was noted'),
      });
    });
  });

  it('never gets milder as the morning gets sorer', () => {
    expectMonotone(painAfterRun, (x) => ({ painLog: [painEntry({ before: 2, nextMorning: Math.round(10 * x) })] }));
  });

  it('counts a run with a watch an hour off for the same day, so that its note still finds it', () => {
    const severities = [-1, 0, 1].map((hours) => {
      const input = riskInput({ painLog: [painEntry(sore)] });
      const startedAtMs = input.facts.startedAtMs + hours * 3_600_000;
      return judge(painAfterRun, { ...input, facts: { ...input.facts, startedAtMs } }).severity;
    });
    expect(severities).toEqual(['moderate', 'moderate', 'moderate']);
  });

  it('says when the guidance of Esculier 2020 looks: within an hour, and next morning', () => {
    expect(noted(sore).message).toContain('back to normal within an hour and no worse next morning');
    expect(noted(sore).citations).toContain('Esculier2020');
  });
});
