import { describe, expect, it } from 'vitest';
import { effectiveCadenceRatio, expectedCadenceSpm, ownCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import { runningStep } from '../../../src/load/running-step.ts';
import { expectedWalkingCadenceSpm, walkingStep } from '../../../src/load/walking-step.ts';
import { EXPECTED_CADENCES, RUNNING_STEPS, WALKING_STEPS } from './reference-table.ts';

const MET_WITHIN = 1e-6;

describe('the relations meet the reference written apart from them', () => {
  it.each(RUNNING_STEPS)('running at %d m/s, grade %d, cadence ratio %d', (speed, grade, ratio, ...expected) => {
    const step = runningStep(speed as number, grade as number, ratio as number);
    const found = [step.peakBw, step.impulseBwS, step.p1, step.p2, step.p4];
    for (const [k, value] of expected.entries())
      expect(Math.abs((found[k] as number) / value - 1)).toBeLessThan(MET_WITHIN);
  });

  it.each(WALKING_STEPS)('walking on grade %d', (grade, ...expected) => {
    const step = walkingStep(grade as number);
    const found = [step.peakBw, step.impulseBwS, step.p1, step.p2, step.p4];
    for (const [k, value] of expected.entries())
      expect(Math.abs((found[k] as number) / value - 1)).toBeLessThan(MET_WITHIN);
  });

  it.each(EXPECTED_CADENCES)('expected cadence at %d m/s, height %d m, grade %d', (speed, height, grade, expected) => {
    expect(expectedCadenceSpm(speed as number, height as number, grade as number)).toBeCloseTo(expected as number, 5);
  });
});

describe('expected cadence', () => {
  it('takes 1.75 m for an untold height and level ground for an unknown grade', () => {
    expect(expectedCadenceSpm(3, null, Number.NaN)).toBe(expectedCadenceSpm(3, 1.75, 0));
  });

  it('does not change downhill', () => {
    expect(expectedCadenceSpm(3, 1.8, -0.15)).toBe(expectedCadenceSpm(3, 1.8, 0));
  });
});

describe('the effective cadence ratio', () => {
  const line = { interceptSpm: 142, slopeSpmPerMps: 6, runs: 9, minutes: 300 };

  it('is 1 without a cadence', () => {
    expect(effectiveCadenceRatio(Number.NaN, 168, 160)).toBe(1);
  });

  it('counts a difference from other runners half', () => {
    expect(effectiveCadenceRatio(168 * 0.9, 168, null)).toBeCloseTo(Math.sqrt(0.9), 12);
  });

  it('counts a change of the runner in full once their own line is known', () => {
    const own = ownCadenceSpm(line, 3, 0);
    expect(own).toBe(160);
    const usual = effectiveCadenceRatio(own, 168, own);
    expect(effectiveCadenceRatio(own * 1.05, 168, own) / usual).toBeCloseTo(1.05, 12);
    expect(usual).toBeCloseTo(Math.sqrt(160 / 168), 12);
  });

  it('stays within 0.8 and 1.2, beyond which nobody has measured', () => {
    expect(effectiveCadenceRatio(90, 170, 170)).toBe(0.8);
    expect(effectiveCadenceRatio(240, 160, 160)).toBe(1.2);
  });
});

describe('walking cadence', () => {
  it('is 110 steps a minute at 1.25 m/s and where the speed is unknown', () => {
    expect(expectedWalkingCadenceSpm(1.25)).toBe(110);
    expect(expectedWalkingCadenceSpm(Number.NaN)).toBe(110);
  });
});
