import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { lowCadence } from '../../../../src/risk/factors/low-cadence.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** Van Oeveren 2019: 150.02 + 6.012 × 2.78 steps/min for the mean height of 1.814 m. */
const EXPECTED_SPM = 166.73;
const BODY = { heightM: 1.814 };
const PAIN = [painEntry({ during: 2 })];
const at = (differenceSpm: number, options: RunOptions = {}) =>
  judge(
    lowCadence,
    riskInput({
      stretches: [{ minutes: 40, speedMps: 2.78, cadenceSpm: EXPECTED_SPM + differenceSpm }],
      runner: BODY,
      ...options,
    }),
  );

describe('low-cadence', () => {
  it.each([
    { spm: 10, pain: false, severity: 'none' },
    { spm: -8.9, pain: false, severity: 'none' },
    { spm: -9.1, pain: false, severity: 'info' },
    { spm: -17.9, pain: true, severity: 'info' },
    { spm: -18.1, pain: false, severity: 'info' },
    { spm: -18.1, pain: true, severity: 'moderate' },
    { spm: -40, pain: true, severity: 'moderate' },
  ])('calls $spm steps/min against the expected $severity, knee pain told: $pain', ({ spm, pain, severity }) => {
    expect(at(spm, { painLog: pain ? PAIN : [] })).toMatchObject({ status: 'scored', severity });
  });

  it('gives the difference in steps a minute and says what is usual', () => {
    const finding = at(-12);
    expect(finding.value).toBeCloseTo(-12, 1);
    expect(finding).toMatchObject({ unit: 'steps/min', threshold: -9 });
    expect(finding.message).toContain('about 155 steps a minute');
    expect(finding.message).toContain('usually take about 167');
    expect(finding.message).toContain('did not find');
  });

  it('points at the stretches of low cadence', () => {
    expect(at(-12).where).toHaveLength(1);
    expect(at(0).where).toHaveLength(0);
  });

  it('expects fewer steps of a taller runner', () => {
    expect(at(-10, { runner: { heightM: 1.95 } }).severity).toBe('none');
    expect(at(-4, { runner: { heightM: 1.6 } }).severity).toBe('info');
  });

  it('without a height flags only what is low even for a very tall runner', () => {
    const unknown = { runner: { heightM: null } };
    expect(at(-12, unknown).severity).toBe('none');
    expect(at(-12, unknown).message).toContain('tell your height');
    expect(at(-17, unknown).severity).toBe('info');
  });

  it('is not fooled by pace: slow running has a lower cadence', () => {
    const slow = { stretches: [{ minutes: 40, speedMps: 2.0, cadenceSpm: 160 }] };
    expect(at(0, slow).severity).toBe('none');
  });

  it('says nothing on under ten flat minutes', () => {
    const hilly = {
      stretches: [
        { minutes: 9, cadenceSpm: 140 },
        { minutes: 40, gradePct: 5, cadenceSpm: 140 },
      ],
    };
    expect(at(0, hilly).status).toBe('insufficient-data');
    expect(at(0, hilly).message).toContain('9 minutes');
  });

  it.each([
    { without: ['cadence'] as const, says: 'no cadence' },
    { without: ['altitude'] as const, says: 'surely flat' },
  ])('says nothing without $without', ({ without, says }) => {
    expect(at(-30, { without })).toMatchObject({ status: 'insufficient-data', severity: 'none' });
    expect(at(-30, { without }).message).toContain(says);
  });

  it('says nothing when the file may count one foot or both', () => {
    expect(at(-30, { cadenceCertain: false }).status).toBe('insufficient-data');
  });
});
