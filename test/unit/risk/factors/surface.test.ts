import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { surface } from '../../../../src/risk/factors/surface.ts';
import { riskInput, type Stretch } from '../../../support/risk-input.ts';

const on = (...stretches: Stretch[]) => judge(surface, riskInput({ stretches }));

describe('surface', () => {
  it.each([
    { concrete: 0, severity: 'none' },
    { concrete: 20, severity: 'none' },
    { concrete: 21, severity: 'info' },
    { concrete: 40, severity: 'info' },
  ])('calls $concrete of 40 minutes on concrete $severity', ({ concrete, severity }) => {
    const finding = on({ minutes: concrete, surface: 'concrete' }, { minutes: 40 - concrete, surface: 'grass' });
    expect(finding).toMatchObject({ status: 'scored', severity });
  });

  it('counts what is unknown as not concrete', () => {
    expect(on({ minutes: 19, surface: 'concrete' }, { minutes: 21 }).severity).toBe('none');
  });

  it('says nothing when no surface is known', () => {
    expect(on({ minutes: 40 })).toMatchObject({ status: 'insufficient-data', severity: 'none' });
  });

  it('points at the concrete and calls the evidence very low', () => {
    const finding = on({ minutes: 10, surface: 'grass' }, { minutes: 30, surface: 'concrete' });
    expect(finding.where).toEqual([expect.objectContaining({ startS: 600, endS: 2400 })]);
    expect(finding.certainty).toBe('very low');
  });
});
