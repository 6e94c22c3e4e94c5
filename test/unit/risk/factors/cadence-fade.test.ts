import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { cadenceFade } from '../../../../src/risk/factors/cadence-fade.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

const PAIN = [painEntry({ nextMorning: 1 })];
/** At 2.78 m/s and 1.814 m van Oeveren 2019 expects 166.73; the last third changes by so many per cent of that. */
const fading = (changePct: number, options: RunOptions = {}) =>
  judge(
    cadenceFade,
    riskInput({
      stretches: [
        { minutes: 25, speedMps: 2.78, cadenceSpm: 166.73 },
        { minutes: 20, speedMps: 2.78, cadenceSpm: 166.73 * (1 + changePct / 100) },
      ],
      runner: { heightM: 1.814 },
      ...options,
    }),
  );

describe('cadence-fade', () => {
  it.each([
    { change: 3, painLog: [], severity: 'none' },
    { change: -1.9, painLog: [], severity: 'none' },
    { change: -2.1, painLog: [], severity: 'info' },
    { change: -3.9, painLog: PAIN, severity: 'info' },
    { change: -4.1, painLog: PAIN, severity: 'moderate' },
    { change: -4.1, painLog: [], severity: 'info' },
  ])('calls a change of $change % in the last third $severity', ({ change, painLog, severity }) => {
    expect(fading(change, { painLog })).toMatchObject({ status: 'scored', severity });
    expect(fading(change).value).toBeCloseTo(change, 1);
  });

  it('sees no fade in a runner who merely slows down', () => {
    const stretches = [
      { minutes: 25, speedMps: 3.2, cadenceSpm: 150.02 + 6.012 * 3.2 },
      { minutes: 20, speedMps: 2.4, cadenceSpm: 150.02 + 6.012 * 2.4 },
    ];
    expect(fading(0, { stretches }).value).toBeCloseTo(0, 6);
  });

  it('leaves the first five minutes out', () => {
    const stretches = [
      { minutes: 5, cadenceSpm: 190 },
      { minutes: 45, cadenceSpm: 168 },
    ];
    expect(fading(0, { stretches }).severity).toBe('none');
  });

  it('judges runs of 40 minutes or more', () => {
    const stretches = (last: number) => [{ minutes: 20 }, { minutes: last, cadenceSpm: 150 }];
    expect(fading(0, { stretches: stretches(19.9) }).status).toBe('not-applicable');
    expect(fading(0, { stretches: stretches(20) }).status).toBe('scored');
  });

  it('says nothing without cadence or altitude', () => {
    expect(fading(-10, { without: ['cadence'] }).status).toBe('insufficient-data');
    expect(fading(-10, { without: ['altitude'] }).status).toBe('insufficient-data');
  });

  it('takes the runner’s own line where it is known', () => {
    const ownLine = { interceptSpm: 120, slopeSpmPerMps: 12, runs: 8, minutes: 200 };
    const stretches = [
      { minutes: 25, speedMps: 3.2, cadenceSpm: 120 + 12 * 3.2 },
      { minutes: 20, speedMps: 2.4, cadenceSpm: 120 + 12 * 2.4 },
    ];
    expect(fading(0, { stretches, runner: { heightM: 1.814, ownLine } }).value).toBeCloseTo(0, 6);
    expect(fading(0, { stretches }).severity).toBe('info');
  });
});
