import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { lowCadence } from '../../../../src/risk/factors/low-cadence.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
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
  describe('each threshold', () => {
    it.each([
      { spm: 10, pain: false, severity: 'none', why: 'more than usual' },
      { spm: -8.9, pain: false, severity: 'none', why: 'not yet `low`, one spread between runners' },
      { spm: -9.01, pain: false, severity: 'info', why: '`low`' },
      { spm: -17.9, pain: true, severity: 'info', why: 'not yet `veryLow`, two spreads, with pain' },
      { spm: -18.01, pain: true, severity: 'moderate', why: '`veryLow`, with pain' },
      { spm: -18.1, pain: false, severity: 'info', why: '`veryLow` without pain' },
      { spm: -40, pain: true, severity: 'moderate', why: 'far below, for the evidence bears no more' },
    ])('calls $spm steps/min against the expected $severity: $why', ({ spm, pain, severity }) => {
      expect(at(spm, { painLog: pain ? PAIN : [] })).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { minutes: 9.9, status: 'insufficient-data' },
      { minutes: 10, status: 'scored' },
      { minutes: 10.1, status: 'scored' },
    ])('needs 10 flat minutes (`minMinutes`): on $minutes it is $status', ({ minutes, status }) => {
      expect(at(0, { stretches: [{ minutes, cadenceSpm: 140 }] }).status).toBe(status);
    });

    // 166.73 × √(1.814 / 1.95) = 160.81 steps a minute for the very tall.
    it.each([
      { spm: 160.81 - 8.9, severity: 'none' },
      { spm: 160.81 - 9.1, severity: 'info' },
    ])(
      'takes a runner of untold height for 1.95 m (`tallM`): $spm steps a minute is $severity',
      ({ spm, severity }) => {
        expect(at(spm - EXPECTED_SPM, { runner: { heightM: null } }).severity).toBe(severity);
      },
    );
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

  describe('silence', () => {
    it('says nothing where under ten minutes of a hilly run were flat', () => {
      const stretches = [
        { minutes: 9, cadenceSpm: 140 },
        { minutes: 40, gradePct: 5, cadenceSpm: 140 },
      ];
      expect(at(0, { stretches })).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining('9 minutes'),
      });
    });

    it.each([
      { name: 'without cadence', options: { without: ['cadence'] as const }, says: 'no cadence' },
      { name: 'without altitude', options: { without: ['altitude'] as const }, says: 'surely flat' },
      { name: 'where one foot may be counted', options: { cadenceCertain: false }, says: 'one foot or of both' },
    ])('says nothing $name', ({ options, says }) => {
      expect(at(-30, options)).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining(says),
      });
    });
  });

  it('never gets milder as the cadence falls', () => {
    expectMonotone(lowCadence, (x) => ({ stretches: [{ minutes: 20, cadenceSpm: 175 - 40 * x }], painLog: PAIN }));
  });

  describe('device error', () => {
    it('of 1 step a minute tips it over only within 1 step of a limit', () => {
      const found = tipped(
        (spm) => at(spm, { painLog: PAIN }).severity,
        scale(-25, 0, 0.5),
        () => 1,
      );
      expectTippedOnlyNear(found, [-9, -18], () => 1.01);
    });

    it('of 3 cm in the height moves it by 1.4 steps a minute', () => {
      const [tall, short] = [1.844, 1.784].map((heightM) => at(-12, { runner: { heightM } }).value as number);
      expect(Math.abs((tall as number) - (short as number)) / 2).toBeLessThan(1.5);
      expect(at(-12, { runner: { heightM: 1.844 } }).severity).toBe('info');
    });

    it('of 2 % in distance, and so in pace, moves it by a third of a step a minute', () => {
      const [slow, fast] = [0.98, 1.02].map(
        (error) => at(0, { stretches: [{ minutes: 40, speedMps: 2.78 * error, cadenceSpm: 150 }] }).value as number,
      );
      expect(Math.abs((slow as number) - (fast as number)) / 2).toBeLessThan(0.4);
    });
  });

  it('expects what van Oeveren 2019 published at 2.78 m/s for 1.814 m: 166.7 steps a minute', () => {
    expect(at(0).value).toBeCloseTo(0, 1);
    expect(at(0)).toMatchObject({ certainty: 'very low' });
  });
});
