import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { cadenceDrop } from '../../../../src/risk/factors/cadence-drop.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** A runner who takes 170 steps a minute at 2.5 m/s. */
const OWN_LINE = { interceptSpm: 155, slopeSpmPerMps: 6, runs: 12, minutes: 300 };
const at = (cadenceSpm: number, options: RunOptions = {}) =>
  judge(
    cadenceDrop,
    riskInput({ stretches: [{ minutes: 30, speedMps: 2.5, cadenceSpm }], runner: { ownLine: OWN_LINE }, ...options }),
  );

describe('cadence-drop', () => {
  it.each([
    { spm: 170, severity: 'none', why: 'the usual' },
    { spm: 162, severity: 'none', why: '4.7 % below' },
    { spm: 161.5, severity: 'info', why: '5 % below, exactly' },
    { spm: 156.4, severity: 'info', why: '8 % below' },
    { spm: 180, severity: 'none', why: 'more than usual' },
  ])('calls $spm steps/min $severity for a runner who takes 170: $why', ({ spm, severity }) => {
    expect(at(spm)).toMatchObject({ status: 'scored', severity });
  });

  it('stays information for a runner in pain', () => {
    expect(at(140, { painLog: [painEntry({ during: 4 })] }).severity).toBe('info');
  });

  it('says how much in plain words', () => {
    expect(at(156.4).message).toContain('about 8 % fewer');
  });

  it('allows for pace', () => {
    const faster = { stretches: [{ minutes: 30, speedMps: 3.5, cadenceSpm: 176 }] };
    expect(at(0, faster).value).toBeCloseTo(0, 6);
  });

  it('says nothing before the own line is known', () => {
    const finding = at(140, { runner: { ownLine: null } });
    expect(finding.status).toBe('insufficient-data');
    expect(finding.message).toContain('5 runs and an hour');
  });

  it('says nothing on under ten flat minutes, without cadence, without altitude', () => {
    expect(at(0, { stretches: [{ minutes: 9, speedMps: 2.5, cadenceSpm: 140 }] }).status).toBe('insufficient-data');
    expect(at(140, { without: ['cadence'] }).status).toBe('insufficient-data');
    expect(at(140, { without: ['altitude'] }).status).toBe('insufficient-data');
  });
});
