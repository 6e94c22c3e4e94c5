import { describe, expect, it } from 'vitest';
import type { PainEntry } from '../../../../src/history/pain-log.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { painAfterRun } from '../../../../src/risk/factors/pain-after-run.ts';
import { painEntry, pastRun, riskInput } from '../../../support/risk-input.ts';

/** Earliest first, as `pastRuns` gives them. */
const RUNS = [pastRun(9), pastRun(6), pastRun(3)];
const noted = (...entries: Partial<PainEntry>[]) =>
  judge(painAfterRun, riskInput({ history: RUNS, painLog: entries.map(painEntry) }));
const sore = { before: 0, nextMorning: 3 };

describe('pain-after-run', () => {
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

  it('is high when two of the last three runs were followed by pain', () => {
    expect(noted(sore, { ...sore, runSha256: 'run-3' })).toMatchObject({ severity: 'high', value: 2 });
    expect(noted(sore, { ...sore, runSha256: 'run-6' })).toMatchObject({ severity: 'high', value: 2 });
  });

  it('does not look further back than the last three', () => {
    expect(noted(sore, { ...sore, runSha256: 'run-9' })).toMatchObject({ severity: 'moderate', value: 1 });
  });

  it('does not blame this run for the pain after earlier ones', () => {
    const calm = { before: 0, hourAfter: 0, nextMorning: 0 };
    expect(noted(calm, { ...sore, runSha256: 'run-3' }, { ...sore, runSha256: 'run-6' }).severity).toBe('none');
  });

  it('says nothing when nothing was noted of the time after this run', () => {
    expect(noted().status).toBe('insufficient-data');
    expect(noted({ during: 5 }).status).toBe('insufficient-data');
    expect(noted({ ...sore, runSha256: 'run-3' }).status).toBe('insufficient-data');
  });
});
