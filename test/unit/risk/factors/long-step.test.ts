import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { longStep } from '../../../../src/risk/factors/long-step.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** At 3 m/s and 1.814 m the population takes 168.06 steps a minute: 1.071 m a step (van Oeveren 2019). */
const USUAL_SPM = 150.02 + 6.012 * 3;
const stepping = (cadenceSpm: number, more: RunOptions = {}) =>
  judge(
    longStep,
    riskInput({
      stretches: [{ minutes: 20, speedMps: 3, cadenceSpm }],
      runner: { heightM: 1.814 },
      profile: { heightM: 1.814 },
      ...more,
    }),
  );

describe('long-step', () => {
  it.each([
    { longerPct: 0, said: 'that is usual' },
    { longerPct: 4.9, said: 'that is usual' },
    { longerPct: 5.1, said: 'that is long' },
    { longerPct: -5.1, said: 'that is short' },
  ])('says of a step $longerPct % longer than expected: $said', ({ longerPct, said }) => {
    const finding = stepping(USUAL_SPM / (1 + longerPct / 100));
    expect(finding.value).toBeCloseTo(longerPct, 1);
    expect(finding.message).toContain(said);
  });

  it('explains and never flags, not even the longest step of a runner in pain', () => {
    expect(stepping(120, { painLog: [painEntry({ during: 9 })] })).toMatchObject({
      status: 'scored',
      severity: 'none',
    });
  });

  it('grows as cadence falls at one speed', () => {
    const values = [180, 170, 160, 150].map((spm) => stepping(spm).value ?? Number.NaN);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('tells metres and the share of the height, or feet', () => {
    expect(stepping(USUAL_SPM).message).toContain('1.07 m long, 0.59 of your height');
    expect(stepping(USUAL_SPM, { profile: { units: 'mi' } }).message).toContain('3.5 ft long');
  });

  it('moves by no more than the error of a cadence sensor, 1 step a minute in 168', () => {
    expect(Math.abs((stepping(USUAL_SPM - 1).value ?? 99) - 0)).toBeLessThan(0.7);
  });

  it('is silent without cadence and under ten flat minutes', () => {
    expect(stepping(168, { without: ['cadence'] })).toMatchObject({ status: 'insufficient-data' });
    const short = stepping(168, { stretches: [{ minutes: 9, cadenceSpm: 168 }] });
    expect(short).toMatchObject({ status: 'insufficient-data', message: expect.stringContaining('9 minutes') });
  });
});
