import { describe, expect, it } from 'vitest';
import type { PainEntry } from '../../../../src/history/pain-log.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { painDuringRun } from '../../../../src/risk/factors/pain-during-run.ts';
import { painEntry, riskInput } from '../../../support/risk-input.ts';

const noted = (...entries: Partial<PainEntry>[]) =>
  judge(painDuringRun, riskInput({ painLog: entries.map(painEntry) }));

describe('pain-during-run', () => {
  it.each([
    { before: null, during: 0, severity: 'none' },
    { before: null, during: 1, severity: 'info' },
    { before: 0, during: 2, severity: 'info' },
    { before: null, during: 3, severity: 'moderate' },
    { before: null, during: 4, severity: 'moderate' },
    { before: null, during: 5, severity: 'high' },
    { before: 1, during: 1, severity: 'info' },
    { before: 1, during: 2, severity: 'moderate' },
    { before: 2, during: null, severity: 'info' },
    { before: 6, during: 0, severity: 'high' },
  ])('calls $before before and $during during the run $severity', ({ before, during, severity }) => {
    expect(noted({ before, during })).toMatchObject({ status: 'scored', severity });
  });

  it('takes the worse of two knees', () => {
    expect(noted({ side: 'left', during: 1 }, { side: 'right', during: 5 }).severity).toBe('high');
  });

  it('takes entries of this run whatever their date, and leaves those of other runs and days out', () => {
    expect(noted({ runSha256: 'this-run', date: '2026-05-20', during: 5 }).severity).toBe('high');
    expect(noted({ runSha256: 'run-3', during: 5 }).status).toBe('insufficient-data');
    expect(noted({ date: '2026-05-12', during: 5 }).status).toBe('insufficient-data');
  });

  it('says nothing when nothing was noted of before and during', () => {
    expect(noted().status).toBe('insufficient-data');
    expect(noted({ nextMorning: 5 }).status).toBe('insufficient-data');
  });

  it('says that the knee was sore before the start and got worse', () => {
    expect(noted({ before: 1, during: 3 }).message).toContain('sore before the start and got worse');
    expect(noted({ during: 3 }).message).not.toContain('sore before');
  });
});
