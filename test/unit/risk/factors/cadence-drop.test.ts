import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { cadenceDrop } from '../../../../src/risk/factors/cadence-drop.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** A runner who takes 170 steps a minute at 2.5 m/s. */
const OWN_LINE = { interceptSpm: 155, slopeSpmPerMps: 6, runs: 12, minutes: 300 };
const at = (cadenceSpm: number, options: RunOptions = {}) =>
  judge(
    cadenceDrop,
    riskInput({ stretches: [{ minutes: 30, speedMps: 2.5, cadenceSpm }], runner: { ownLine: OWN_LINE }, ...options }),
  );
const forMinutes = (minutes: number) => at(0, { stretches: [{ minutes, speedMps: 2.5, cadenceSpm: 140 }] });

describe('cadence-drop', () => {
  describe('each threshold', () => {
    it.each([
      { spm: 170, severity: 'none', why: 'the usual' },
      { spm: 162, severity: 'none', why: '4.7 % below' },
      { spm: 161.5, severity: 'info', why: '5 % below, exactly the `drop` that counts' },
      { spm: 161, severity: 'info', why: '5.3 % below' },
      { spm: 120, severity: 'info', why: 'far below, for the evidence bears no more' },
      { spm: 180, severity: 'none', why: 'more than usual' },
    ])('calls $spm steps/min $severity for a runner who takes 170: $why', ({ spm, severity }) => {
      expect(at(spm)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { minutes: 9.9, status: 'insufficient-data' },
      { minutes: 10, status: 'scored' },
      { minutes: 10.1, status: 'scored' },
    ])('needs 10 flat minutes (`minMinutes`): on $minutes it is $status', ({ minutes, status }) => {
      expect(forMinutes(minutes).status).toBe(status);
    });
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

  describe('silence', () => {
    it('says nothing before the own line is known, and what it takes', () => {
      expect(at(140, { runner: { ownLine: null } })).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('5 runs and an hour'),
      });
    });

    it.each([
      { name: 'on under ten flat minutes', finding: forMinutes(9), says: '9 minutes' },
      { name: 'without cadence', finding: at(140, { without: ['cadence'] }), says: 'no cadence' },
      { name: 'without altitude', finding: at(140, { without: ['altitude'] }), says: 'surely flat' },
      { name: 'where it may count one foot', finding: at(140, { cadenceCertain: false }), says: 'one foot or of both' },
      {
        name: 'on a run that is all hills',
        finding: at(0, { stretches: [{ minutes: 40, gradePct: 5, cadenceSpm: 140 }] }),
        says: 'surely flat',
      },
    ])('says nothing $name', ({ finding, says }) => {
      expect(finding).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining(says),
      });
    });
  });

  it('never gets milder as the cadence falls', () => {
    expectMonotone(cadenceDrop, (x) => ({
      stretches: [{ minutes: 20, speedMps: 2.5, cadenceSpm: 175 - 40 * x }],
      runner: { ownLine: OWN_LINE },
    }));
  });

  describe('device error', () => {
    it('of 1 step a minute tips it over only within 1 step of the limit, 161.5', () => {
      const found = tipped(
        (spm) => at(spm).severity,
        scale(150, 175, 0.5),
        () => 1,
      );
      expectTippedOnlyNear(found, [161.5], () => 1);
    });

    it('of 2 % in distance, and so in pace, moves it by a third of a step a minute', () => {
      const [slow, fast] = [0.98, 1.02].map((error) => {
        const stretches = [{ minutes: 30, speedMps: 2.5 * error, cadenceSpm: 165 }];
        return at(0, { stretches }).value as number;
      });
      expect(Math.abs((fast as number) - (slow as number))).toBeLessThan((100 * 2 * 0.3) / 165);
    });
  });

  it('takes its limit from the smallest change that the experiments tried, 5 %', () => {
    expect(cadenceDrop.thresholds.drop.value).toBe(-5);
    expect(CITATIONS.Heiderscheit2011.finding).toContain('5');
    expect(at(140).certainty).toBe('low');
  });
});
