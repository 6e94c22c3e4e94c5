import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { speedSession } from '../../../../src/risk/factors/speed-session.ts';
import { pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** An hour of easy running at 2.8 m/s within 90 days; 1.15 times that is 3.22 m/s. */
const EASY = [5, 40].map((days) =>
  pastRun(days, { flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1800 }] }),
);
const fast = (minutes: number, speedMps: number, options: RunOptions = {}) =>
  judge(speedSession, riskInput({ stretches: [{ minutes: 20 }, { minutes, speedMps }], history: EASY, ...options }));

describe('speed-session', () => {
  it.each([
    { minutes: 9.9, speedMps: 3.3, severity: 'none' },
    { minutes: 10, speedMps: 3.3, severity: 'info' },
    { minutes: 30, speedMps: 4.5, severity: 'info' },
    { minutes: 30, speedMps: 3.2, severity: 'none' },
  ])('calls $minutes min at $speedMps m/s $severity', ({ minutes, speedMps, severity }) => {
    expect(fast(minutes, speedMps)).toMatchObject({ status: 'scored', severity });
  });

  it('adds repeats up and shows each', () => {
    const repeat = [{ minutes: 4, speedMps: 4 }, { minutes: 2 }];
    const finding = fast(0, 0, { stretches: [...repeat, ...repeat, ...repeat] });
    expect(finding.value).toBeCloseTo(12, 6);
    expect(finding.where).toHaveLength(3);
  });

  it('says nothing before the easy pace is known', () => {
    expect(fast(30, 4, { history: [] }).status).toBe('insufficient-data');
    expect(
      fast(30, 4, { history: [pastRun(91, { flatCadence: EASY[0]?.facts.flatCadence ?? [] }), ...EASY.slice(1)] })
        .status,
    ).toBe('insufficient-data');
  });
});
