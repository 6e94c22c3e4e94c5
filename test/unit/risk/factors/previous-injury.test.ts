import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { previousInjury } from '../../../../src/risk/factors/previous-injury.ts';
import { riskInput } from '../../../support/risk-input.ts';

/** The run is of 2026-05-13. */
const told = (lastKneeInjury: string | null, lastOtherInjury: string | null) =>
  judge(previousInjury, riskInput({ profile: { lastKneeInjury, lastOtherInjury } }));

describe('previous-injury', () => {
  it.each([
    { knee: '2026-05-13', other: null, severity: 'moderate', why: 'a knee injury of the same day' },
    { knee: '2025-05-14', other: null, severity: 'moderate', why: 'a knee injury of just within the year' },
    { knee: '2025-05-12', other: null, severity: 'none', why: 'a knee injury of just over a year ago' },
    { knee: null, other: '2026-04-01', severity: 'info', why: 'another injury' },
    { knee: null, other: '2024-04-01', severity: 'none', why: 'another injury of two years ago' },
    { knee: '2020-01-01', other: '2026-04-01', severity: 'info', why: 'an old knee injury and a fresh other one' },
    { knee: '2026-01-01', other: '2026-04-01', severity: 'moderate', why: 'both' },
  ])('calls $why $severity', ({ knee, other, severity }) => {
    expect(told(knee, other)).toMatchObject({ status: 'scored', severity });
  });

  it('says nothing when nothing was told, or only an injury after the run', () => {
    expect(told(null, null).status).toBe('insufficient-data');
    expect(told('2026-06-01', null).status).toBe('insufficient-data');
  });

  it('names the months', () => {
    expect(told('2026-02-11', null).message).toContain('about 3 months before');
    expect(told('2026-04-20', null).message).toContain('about a month before');
  });
});
