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
  describe('each threshold', () => {
    it.each([
      { longerPct: 0, said: 'that is usual' },
      { longerPct: 4.99, said: 'that is usual' },
      { longerPct: 5.01, said: 'that is long' },
      { longerPct: -4.99, said: 'that is usual' },
      { longerPct: -5.01, said: 'that is short' },
    ])('says of a step $longerPct % longer than expected, against 5 % (`long`): $said', ({ longerPct, said }) => {
      const finding = stepping(USUAL_SPM / (1 + longerPct / 100));
      expect(finding.value).toBeCloseTo(longerPct, 1);
      expect(finding.message).toContain(said);
    });

    it('calls a step long, or short, that lies at the threshold itself', () => {
      const saidAt = (longerPct: number) => {
        const input = riskInput({
          stretches: [{ minutes: 20, speedMps: 3, cadenceSpm: USUAL_SPM / (1 + longerPct / 100) }],
          runner: { heightM: 1.814 },
        });
        const long = { ...longStep.thresholds.long, value: Math.abs(judge(longStep, input).value ?? Number.NaN) };
        return judge({ ...longStep, thresholds: { ...longStep.thresholds, long } }, input).message;
      };
      expect(saidAt(5)).toContain('that is long');
      expect(saidAt(-5)).toContain('that is short');
    });

    it.each([
      { minutes: 9.9, status: 'insufficient-data' },
      { minutes: 10, status: 'scored' },
      { minutes: 10.1, status: 'scored' },
    ])('needs 10 flat minutes (`minMinutes`): on $minutes it is $status', ({ minutes, status }) => {
      expect(stepping(168, { stretches: [{ minutes, cadenceSpm: 168 }] }).status).toBe(status);
    });
  });

  it('explains and never flags, not even the longest step of a runner in pain', () => {
    expect(stepping(120, { painLog: [painEntry({ during: 9 })] })).toMatchObject({
      status: 'scored',
      severity: 'none',
    });
  });

  it('is monotone: grows as cadence falls at one speed', () => {
    const values = [180, 170, 160, 150].map((spm) => stepping(spm).value ?? Number.NaN);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('tells metres and the share of the height, or feet', () => {
    expect(stepping(USUAL_SPM).message).toContain('1.07 m long, 0.59 of your height');
    expect(stepping(USUAL_SPM, { profile: { units: 'mi' } }).message).toContain('3.5 ft long');
  });

  describe('device error', () => {
    it('of a cadence sensor, 1 step a minute in 168, moves it by 0.6 points', () => {
      expect(Math.abs(stepping(USUAL_SPM - 1).value ?? Number.NaN)).toBeLessThan(0.7);
    });

    it('of 3 cm in the height moves it by less than a point', () => {
      const values = [1.784, 1.814, 1.844].map((heightM) => stepping(165, { runner: { heightM } }).value as number);
      expect(Math.max(...values) - Math.min(...values)).toBeLessThan(2);
    });

    it('of 2 % in distance moves it by under 2 points, and it still flags nothing', () => {
      const [slow, fast] = [0.98, 1.02].map((error) =>
        stepping(0, { stretches: [{ minutes: 20, speedMps: 3 * error, cadenceSpm: USUAL_SPM }] }),
      );
      expect((fast?.value as number) - (slow?.value as number)).toBeLessThan(4);
      expect([slow?.severity, fast?.severity]).toEqual(['none', 'none']);
    });
  });

  it('tells the length that van Oeveren’s runners have at 3 m/s: 1.07 m', () => {
    expect(stepping(USUAL_SPM).message).toContain('1.07 m');
    expect(stepping(USUAL_SPM).value).toBeCloseTo(0, 6);
  });

  describe('silence', () => {
    it.each([
      { name: 'without cadence', options: { without: ['cadence'] as const }, says: 'no cadence' },
      { name: 'without altitude', options: { without: ['altitude'] as const }, says: 'surely flat' },
      { name: 'where one foot may be counted', options: { cadenceCertain: false }, says: 'one foot or of both' },
      {
        name: 'under ten flat minutes',
        options: { stretches: [{ minutes: 9, cadenceSpm: 168 }] },
        says: '9 minutes',
      },
    ])('says nothing $name', ({ options, says }) => {
      expect(stepping(168, options)).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining(says),
      });
    });

    it('leaves the share of the height out when it is not told', () => {
      const untold = stepping(168, { runner: { heightM: null }, profile: { heightM: null } });
      expect(untold).toMatchObject({ status: 'scored', severity: 'none' });
      expect(untold.message).not.toContain('of your height');
    });
  });
});
