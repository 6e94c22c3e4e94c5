import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { returnAfterBreak } from '../../../../src/risk/factors/return-after-break.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** Runs of 10 km up to so many days ago. */
const until = (days: number) => [0, 3, 6, 9, 12].map((more) => pastRun(days + more, { distanceM: 10_000 }));
const ran = (distanceM: number, options: RunOptions = {}) =>
  judge(returnAfterBreak, riskInput({ facts: { distanceM }, history: until(20), ...options }));

describe('return-after-break', () => {
  it.each([
    { km: 5, pain: false, severity: 'none', why: 'half of the usual, exactly' },
    { km: 5.1, pain: false, severity: 'info', why: 'more than half' },
    { km: 10, pain: true, severity: 'info', why: 'the usual, exactly' },
    { km: 10.1, pain: true, severity: 'moderate', why: 'more than usual with a sore knee' },
    { km: 10.1, pain: false, severity: 'info', why: 'opinion bears no more without pain' },
  ])('calls $km km after three weeks without a run $severity: $why', ({ km, pain, severity }) => {
    const painLog = pain ? [painEntry({ before: 1 })] : [];
    expect(ran(km * 1000, { painLog })).toMatchObject({ status: 'scored', severity });
  });

  it('says how long, how far and what was usual', () => {
    expect(ran(8000).message).toContain('about 3 weeks without a run');
    expect(ran(8000).message).toContain('8 km against 10 km');
  });

  it('sees no break in 13 days, and one in 14', () => {
    expect(ran(10_000, { history: until(13) }).status).toBe('not-applicable');
    expect(ran(10_000, { history: until(14) }).status).toBe('scored');
  });

  it('says nothing with under four runs before the break, or none at all', () => {
    expect(ran(10_000, { history: until(20).slice(2) }).status).toBe('insufficient-data');
    expect(ran(10_000, { history: [] }).status).toBe('insufficient-data');
  });

  it('says that it rests on opinion', () => {
    expect(ran(8000)).toMatchObject({ certainty: null, citations: [], thresholdBasis: { kind: 'assumption' } });
  });
});
