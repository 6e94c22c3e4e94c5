import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { surface } from '../../../../src/risk/factors/surface.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, riskInput, type Stretch } from '../../../support/risk-input.ts';

const on = (...stretches: Stretch[]) => judge(surface, riskInput({ stretches }));

describe('surface', () => {
  describe('each threshold', () => {
    it.each([
      { concrete: 0, severity: 'none', why: 'none' },
      { concrete: 19, severity: 'none', why: 'less than half' },
      { concrete: 20, severity: 'none', why: 'half, exactly the share of `concrete` that is let pass' },
      { concrete: 21, severity: 'info', why: 'more than half' },
      { concrete: 40, severity: 'info', why: 'all of it, for the evidence bears no more' },
    ])('calls $concrete of 40 minutes on concrete $severity: $why', ({ concrete, severity }) => {
      const finding = on({ minutes: concrete, surface: 'concrete' }, { minutes: 40 - concrete, surface: 'grass' });
      expect(finding).toMatchObject({ status: 'scored', severity });
    });
  });

  it.each(['asphalt', 'paving-stones', 'gravel', 'sand'] as const)('makes nothing of a run all on %s', (ground) => {
    expect(on({ minutes: 40, surface: ground }).severity).toBe('none');
  });

  it('stays information for a runner in pain', () => {
    const painLog = [painEntry({ during: 5 })];
    const stretches = [{ minutes: 40, surface: 'concrete' as const }];
    expect(judge(surface, riskInput({ stretches, painLog })).severity).toBe('info');
  });

  it('does not add what is only assumed to be concrete to what is known to be', () => {
    const input = riskInput({ stretches: [{ minutes: 40, surface: 'concrete' }] });
    const assumed = input.segments.surface.map((segment) => ({ ...segment, certainty: 'assumed' as const }));
    expect(judge(surface, input)).toMatchObject({ severity: 'info', value: 100 });
    expect(judge(surface, { ...input, segments: { ...input.segments, surface: assumed } })).toMatchObject({
      severity: 'none',
      value: 0,
    });
  });

  it('counts what is unknown as not concrete', () => {
    expect(on({ minutes: 19, surface: 'concrete' }, { minutes: 21 }).severity).toBe('none');
  });

  describe('silence', () => {
    it('says nothing when no ground is known, and what could tell', () => {
      expect(on({ minutes: 40 })).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining('A map of the area'),
      });
    });

    it('has nothing to judge in a run of no distance', () => {
      expect(on({ minutes: 5, gait: 'stand', surface: 'concrete' }).status).toBe('not-applicable');
    });
  });

  it('never gets milder with more of it', () => {
    expectMonotone(surface, (x) => ({
      stretches: [
        { minutes: 1 + 20 * x, surface: 'concrete' },
        { minutes: 21 - 20 * x, surface: 'grass' },
      ],
    }));
  });

  it('tips over by a map that is wrong about 5 % of the way only within 5 % of half', () => {
    const share = (pct: number) =>
      on({ minutes: pct, surface: 'concrete' }, { minutes: 100 - pct, surface: 'grass' }).severity;
    expectTippedOnlyNear(
      tipped(share, scale(10, 90, 5), () => 5),
      [50],
      () => 5,
    );
  });

  it('points at the concrete, and calls the evidence very low and of women more than men, as published', () => {
    const finding = on({ minutes: 10, surface: 'grass' }, { minutes: 30, surface: 'concrete' });
    expect(finding.where).toEqual([expect.objectContaining({ startS: 600, endS: 2400 })]);
    expect(finding.certainty).toBe('very low');
    expect(finding.message).toContain('more in women than in men, on limited evidence');
  });
});
