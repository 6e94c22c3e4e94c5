import { describe, expect, it } from 'vitest';
import type { PainEntry } from '../../../../src/history/pain-log.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { painDuringRun } from '../../../../src/risk/factors/pain-during-run.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, riskInput } from '../../../support/risk-input.ts';

const noted = (...entries: Partial<PainEntry>[]) =>
  judge(painDuringRun, riskInput({ painLog: entries.map(painEntry) }));

describe('pain-during-run', () => {
  describe('each threshold', () => {
    it.each([
      { before: null, during: 0, severity: 'none', why: 'none' },
      { before: null, during: 1, severity: 'info', why: '`mild`, exactly' },
      { before: 0, during: 2, severity: 'info', why: 'not yet `clear`' },
      { before: null, during: 3, severity: 'moderate', why: '`clear`, exactly' },
      { before: null, during: 4, severity: 'moderate', why: 'not yet `strong`' },
      { before: null, during: 5, severity: 'high', why: '`strong`, exactly' },
      { before: null, during: 10, severity: 'high', why: 'the worst' },
      { before: 1, during: 1, severity: 'info', why: 'sore at the start, no worse' },
      { before: 1, during: 2, severity: 'moderate', why: 'sore at the start and worse' },
      { before: 2, during: null, severity: 'info', why: 'sore at the start, the run not noted' },
      { before: 6, during: 0, severity: 'high', why: 'strong at the start' },
    ])('calls $before before and $during during the run $severity: $why', ({ before, during, severity }) => {
      expect(noted({ before, during })).toMatchObject({ status: 'scored', severity });
    });
  });

  it('takes the worse of two knees', () => {
    expect(noted({ side: 'left', during: 1 }, { side: 'right', during: 5 }).severity).toBe('high');
  });

  it('takes entries of this run whatever their date, and leaves those of other runs and days out', () => {
    expect(noted({ runSha256: 'this-run', date: '2026-05-20', during: 5 }).severity).toBe('high');
    expect(noted({ runSha256: 'run-3', during: 5 }).status).toBe('insufficient-data');
    expect(noted({ date: '2026-05-12', during: 5 }).status).toBe('insufficient-data');
  });

  describe('silence', () => {
    it.each([
      { name: 'nothing was noted', entries: [] },
      { name: 'only the time after was noted', entries: [{ nextMorning: 5 }] },
      { name: 'the note is of another day', entries: [{ date: '2026-05-12', during: 5 }] },
      { name: 'the note is of another run', entries: [{ runSha256: 'run-3', during: 5 }] },
    ])('says nothing when $name', ({ entries }) => {
      expect(noted(...entries)).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining('Nothing was noted'),
      });
    });
  });

  it('never gets milder as the score rises', () => {
    expectMonotone(painDuringRun, (x) => ({ painLog: [painEntry({ during: Math.round(10 * x) })] }));
  });

  it('tips over by a score that is one off, as a runner errs, only within one of a limit', () => {
    const found = tipped(
      (during) => noted({ during: Math.max(0, during) }).severity,
      scale(0, 10, 1),
      () => 1,
    );
    expectTippedOnlyNear(found, [1, 3, 5], () => 1);
  });

  it('tells the 2 of 10 that the guidance of Esculier 2020 allows', () => {
    expect(noted({ during: 3 }).message).toContain('stay at 2 or below');
    expect(noted({ during: 3 }).citations).toContain('Esculier2020');
  });

  it('says that the knee was sore before the start and got worse', () => {
    expect(noted({ before: 1, during: 3 }).message).toContain('sore before the start and got worse');
    expect(noted({ during: 3 }).message).not.toContain('sore before');
  });
});
