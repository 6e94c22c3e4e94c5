import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { asymmetry } from '../../../../src/risk/factors/asymmetry.ts';
import { painEntry, pastRun, riskInput } from '../../../support/risk-input.ts';

const runsAt = (...balances: (number | null)[]) =>
  balances.map((groundContactBalancePct, i) => pastRun(3 * (i + 1), { groundContactBalancePct }));
const SORE_LEFT = [painEntry({ side: 'left', during: 2 })];
const at = (groundContactBalancePct: number | null, painLog = SORE_LEFT, history = runsAt(49, 50, 50, 51, 50)) =>
  judge(asymmetry, riskInput({ facts: { groundContactBalancePct }, painLog, history }));

describe('asymmetry', () => {
  it.each([
    { pct: 50, severity: 'none', why: 'as usual' },
    { pct: 52, severity: 'none', why: 'two points to the left, exactly at the limit' },
    { pct: 52.1, severity: 'info', why: 'above the limit' },
    { pct: 60, severity: 'info', why: 'far above, for the evidence bears no more' },
  ])('calls $pct % on a sore left leg that is usually at 50 $severity: $why', ({ pct, severity }) => {
    expect(at(pct)).toMatchObject({ status: 'scored', severity });
  });

  it('is told against this runner’s own balance, not against 50 %', () => {
    expect(at(53, SORE_LEFT, runsAt(53, 53, 53, 53, 53)).severity).toBe('none');
    expect(at(50, [painEntry({ side: 'right', during: 2 })], runsAt(53, 53, 53, 53, 53)).severity).toBe('info');
  });

  it('makes nothing of uneven steps without pain on that side', () => {
    for (const painLog of [[], [painEntry({ side: 'right', during: 5 })], [painEntry({ side: 'left', during: 0 })]])
      expect(at(56, painLog)).toMatchObject({ status: 'not-applicable', severity: 'none' });
    expect(at(56, [painEntry({ side: 'left', during: 5, date: '2026-04-01' })]).severity).toBe('none');
  });

  it('is silent without a balance, and without five runs that have one', () => {
    expect(at(null)).toMatchObject({
      status: 'insufficient-data',
      message: expect.stringContaining('Some chest straps'),
    });
    const few = at(56, SORE_LEFT, runsAt(50, 50, 50, 50, null));
    expect(few).toMatchObject({ status: 'insufficient-data', message: expect.stringContaining('4 are known') });
  });

  it('does not tip over by a strap’s error of half a point, well above the limit', () => {
    expect([at(53.5), at(54.5)].map(({ severity }) => severity)).toEqual(['info', 'info']);
  });

  it('says that uneven steps did not foretell injury in 836 runners, as published', () => {
    expect(at(56, []).message).toContain(`${CITATIONS.Malisoux2024.participants} runners`);
    expect(at(56).message).toContain('no risk by itself');
  });
});
