import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { asymmetry } from '../../../../src/risk/factors/asymmetry.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, riskInput } from '../../../support/risk-input.ts';

const runsAt = (...balances: (number | null)[]) =>
  balances.map((groundContactBalancePct, i) => pastRun(3 * (i + 1), { groundContactBalancePct }));
const SORE_LEFT = [painEntry({ side: 'left', during: 2 })];
const at = (groundContactBalancePct: number | null, painLog = SORE_LEFT, history = runsAt(49, 50, 50, 51, 50)) =>
  judge(asymmetry, riskInput({ facts: { groundContactBalancePct }, painLog, history }));

describe('asymmetry', () => {
  describe('each threshold', () => {
    it.each([
      { pct: 50, severity: 'none', why: 'as usual' },
      { pct: 52, severity: 'none', why: 'two points to the left, exactly at the `change` that counts' },
      { pct: 52.1, severity: 'info', why: 'above it' },
      { pct: 60, severity: 'info', why: 'far above, for the evidence bears no more' },
    ])('calls $pct % on a sore left leg that is usually at 50 $severity: $why', ({ pct, severity }) => {
      expect(at(pct)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { pct: 48, severity: 'none' },
      { pct: 47.9, severity: 'info' },
    ])('does so on the right side too: $pct % is $severity', ({ pct, severity }) => {
      expect(at(pct, [painEntry({ side: 'right', during: 1 })]).severity).toBe(severity);
    });

    it.each([
      { known: 4, status: 'insufficient-data' },
      { known: 5, status: 'scored' },
      { known: 6, status: 'scored' },
    ])('needs 5 runs with a balance (`minRuns`): with $known it is $status', ({ known, status }) => {
      expect(at(56, SORE_LEFT, runsAt(...Array(known).fill(50))).status).toBe(status);
    });

    it('looks back 90 days for them, not 91', () => {
      const oldest = (days: number) => [...runsAt(50, 50, 50, 50), pastRun(days, { groundContactBalancePct: 50 })];
      expect(at(56, SORE_LEFT, oldest(90)).status).toBe('scored');
      expect(at(56, SORE_LEFT, oldest(91)).status).toBe('insufficient-data');
    });
  });

  it('is told against this runner’s own balance, not against 50 %', () => {
    expect(at(53, SORE_LEFT, runsAt(53, 53, 53, 53, 53)).severity).toBe('none');
    expect(at(50, [painEntry({ side: 'right', during: 2 })], runsAt(53, 53, 53, 53, 53)).severity).toBe('info');
  });

  describe('silence', () => {
    it('makes nothing of uneven steps without pain on that side', () => {
      for (const painLog of [[], [painEntry({ side: 'right', during: 5 })], [painEntry({ side: 'left', during: 0 })]])
        expect(at(56, painLog)).toMatchObject({ status: 'not-applicable', severity: 'none' });
    });

    it('makes nothing of pain of more than 14 days ago', () => {
      expect(at(56, [painEntry({ side: 'left', during: 5, date: '2026-04-29' })]).severity).toBe('info');
      expect(at(56, [painEntry({ side: 'left', during: 5, date: '2026-04-28' })]).severity).toBe('none');
    });

    it('says nothing without a balance, and what would record one', () => {
      expect(at(null)).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('Some chest straps'),
      });
    });

    it('says nothing without five runs that have one, and how many it knows', () => {
      const few = at(56, SORE_LEFT, runsAt(50, 50, 50, 50, null));
      expect(few).toMatchObject({ status: 'insufficient-data', message: expect.stringContaining('known so far: 4') });
    });
  });

  it('never gets milder as the steps get more uneven', () => {
    expectMonotone(asymmetry, (x) => ({
      history: runsAt(50, 50, 50, 50, 50),
      painLog: SORE_LEFT,
      facts: { groundContactBalancePct: 50 + 4 * x },
    }));
  });

  it('tips over by a strap’s error of half a point only near the limit', () => {
    const found = tipped(
      (pct) => at(pct).severity,
      scale(50, 58, 0.25),
      () => 0.5,
    );
    expectTippedOnlyNear(found, [52], () => 0.5);
  });

  it('says that uneven steps did not foretell injury in 836 runners, as published', () => {
    expect(at(56, []).message).toContain(`${CITATIONS.Malisoux2024.participants} runners`);
    expect(at(56).message).toContain('no risk by itself');
    expect(at(56).certainty).toBe('very low');
  });
});
