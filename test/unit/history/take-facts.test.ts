import { describe, expect, it } from 'vitest';
import { takeFacts } from '../../../src/history/take-facts.ts';
import { type RunOptions, riskInput } from '../../support/risk-input.ts';

const facts = (options: RunOptions) => {
  const { track, segments } = riskInput(options);
  return takeFacts(track, segments, { sha256: 'this-run', subSport: null });
};

describe('takeFacts', () => {
  it('takes the cadence of flat steady running by speed', () => {
    const { flatCadence } = facts({ stretches: [{ minutes: 20, speedMps: 2.85, cadenceSpm: 170 }] });
    expect(flatCadence).toEqual([
      { speedMps: expect.closeTo(2.85), cadenceSpm: 170, durationS: expect.closeTo(1200, -1) },
    ]);
  });

  it.each([
    { cadenceSpm: 84, why: 'the steps of one foot' },
    { cadenceSpm: 119.9, why: 'too few for running' },
    { cadenceSpm: 220.1, why: 'too many for anybody' },
  ])('takes $cadenceSpm steps a minute while running for a lost signal: $why', ({ cadenceSpm }) => {
    expect(facts({ stretches: [{ minutes: 20, cadenceSpm }] }).flatCadence).toEqual([]);
  });

  it.each([120, 220])('takes %s steps a minute as they are', (cadenceSpm) => {
    expect(facts({ stretches: [{ minutes: 20, cadenceSpm }] }).flatCadence[0]?.cadenceSpm).toBe(cadenceSpm);
  });

  it('tells metres down hills, and none without altitude', () => {
    const stretches = [{ minutes: 10 }, { minutes: 10, speedMps: 2.5, gradePct: -10 }];
    expect(facts({ stretches }).downhillM).toBeCloseTo(150, 0);
    expect(facts({ stretches, without: ['altitude'] }).downhillM).toBeNull();
    expect(facts({ stretches, gradeErrorPct: 4 }).downhillM).toBeNull();
  });
});
