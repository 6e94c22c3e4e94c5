import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../../src/evidence/registry.ts';
import type { SurfaceShare } from '../../../../src/history/surface-shares.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { treadmill } from '../../../../src/risk/factors/treadmill.ts';
import { painEntry, riskInput } from '../../../support/risk-input.ts';

const on = (subSport: string | null) => judge(treadmill, riskInput({ subSport }));

describe('treadmill', () => {
  describe('each threshold', () => {
    it.each(['treadmill', 'indoor_running'])(
      'tells of `any` run that the watch calls %s, as information',
      (subSport) => {
        expect(on(subSport)).toMatchObject({ status: 'scored', severity: 'info', value: 40, threshold: 0 });
      },
    );

    it('finds nothing in a recording without movement', () => {
      const still = riskInput({ subSport: 'treadmill', stretches: [{ minutes: 5, gait: 'stand' }] });
      expect(judge(treadmill, still).severity).toBe('none');
    });

    it('stays information for a runner in pain', () => {
      const sore = riskInput({ subSport: 'treadmill', painLog: [painEntry({ during: 6 })] });
      expect(judge(treadmill, sore).severity).toBe('info');
    });
  });

  describe('the word of the runner', () => {
    const told = (type: 'treadmill' | 'asphalt', distanceM: number) => ({
      type,
      certainty: 'told' as const,
      distanceM,
    });
    const rest = (distanceM: number) => ({ type: 'unknown' as const, certainty: 'unknown' as const, distanceM });
    const judged = (subSport: string | null, surfaces: SurfaceShare[]) =>
      judge(treadmill, riskInput({ subSport, facts: { surfaces } }));

    it('tells of a treadmill where the watch does not', () => {
      expect(judged(null, [told('treadmill', 5000)])).toMatchObject({ status: 'scored', severity: 'info' });
    });

    it('goes before that of the watch', () => {
      expect(judged('treadmill', [told('asphalt', 5000)])).toMatchObject({ status: 'not-applicable' });
    });

    it('has to be on most of the way', () => {
      expect(judged(null, [told('treadmill', 2400), rest(2600)])).toMatchObject({ status: 'insufficient-data' });
      expect(judged(null, [told('treadmill', 2600), rest(2400)])).toMatchObject({ status: 'scored' });
    });
  });

  describe('silence', () => {
    it('does not apply to a trail run', () => {
      expect(on('trail')).toMatchObject({
        status: 'not-applicable',
        message: expect.stringContaining('not a treadmill'),
      });
    });

    it('says nothing when the file does not tell', () => {
      expect(on(null)).toMatchObject({
        status: 'insufficient-data',
        severity: 'none',
        message: expect.stringContaining('does not say whether'),
      });
    });
  });

  it('is yes or no, and so the same for a short run and a long one', () => {
    const told = [1, 10, 120].map((minutes) =>
      judge(treadmill, riskInput({ subSport: 'treadmill', stretches: [{ minutes }] })),
    );
    expect(told.map(({ severity }) => severity)).toEqual(['info', 'info', 'info']);
  });

  it('does not turn on distance or cadence, which a belt measures badly', () => {
    const odd = riskInput({ subSport: 'treadmill', stretches: [{ minutes: 40, speedMps: 2, cadenceSpm: 120 }] });
    expect(judge(treadmill, odd)).toEqual(on('treadmill'));
  });

  it('says what Willy 2016 found in 18 runners: the kneecap as on the road, the Achilles tendon 12.5 % more', () => {
    const { finding, participants } = CITATIONS.Willy2016Treadmill;
    expect(finding).toContain('12.5 % higher a step');
    expect(on('treadmill').message).toContain(`${participants} runners`);
    expect(on('treadmill').message).toContain('like the road does');
    expect(on('treadmill').message).toContain('about an eighth more');
    expect(on('treadmill')).toMatchObject({ citations: ['Willy2016Treadmill'], certainty: 'moderate' });
  });
});
