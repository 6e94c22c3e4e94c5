import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { dataQuality } from '../../../../src/risk/factors/data-quality.ts';
import { rank } from '../../../../src/risk/severity.ts';
import { expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** A run of 1,000 moving seconds in which one interval lasts so long. */
function withHole(holeS: number, options: RunOptions = {}) {
  const input = riskInput({ stretches: [{ minutes: 60 }], ...options });
  const durationS = new Float64Array(input.track.length).fill(0);
  durationS.fill(1, 0, 1000 - holeS);
  durationS[2000] = holeS;
  return judge(dataQuality, { ...input, track: { ...input.track, durationS } });
}
/** The same with 60 intervals of so many seconds, alike over the run. */
function withIntervals(intervalS: number) {
  const input = riskInput({ stretches: [{ minutes: 60 }] });
  const durationS = input.track.durationS.map((_, i) => (i % 60 === 0 ? intervalS : 0));
  return judge(dataQuality, { ...input, track: { ...input.track, durationS } });
}
const run = (options: RunOptions) => judge(dataQuality, riskInput(options));

describe('data-quality', () => {
  describe('each threshold', () => {
    it.each([
      { holeS: 50, value: 5, severity: 'none', why: 'a twentieth, exactly the share of `gaps` that is let pass' },
      { holeS: 49, value: 4.9, severity: 'none', why: 'less than a twentieth' },
      { holeS: 51, value: 5.1, severity: 'info', why: 'more than a twentieth' },
      { holeS: 900, value: 90, severity: 'info', why: 'the evidence bears no more' },
    ])('calls a hole of $holeS s in 1,000 s $severity: $why', ({ holeS, value, severity }) => {
      expect(withHole(holeS).value).toBeCloseTo(value, 6);
      expect(withHole(holeS)).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { seconds: 19, value: 0 },
      { seconds: 20, value: 0 },
      { seconds: 21, value: 100 },
    ])(
      'calls samples $seconds s apart gaps of $value %, for watches save memory up to `gapS`',
      ({ seconds, value }) => {
        expect(withIntervals(seconds).value).toBeCloseTo(value, 6);
      },
    );
  });

  it('says which channels are missing without flagging it', () => {
    const finding = run({ without: ['altitude', 'cadence'] });
    expect(finding.severity).toBe('none');
    expect(finding.message).toContain('no cadence');
    expect(finding.message).toContain('no altitude');
  });

  it('says when the altitude comes from satellites', () => {
    const input = riskInput();
    const finding = judge(dataQuality, { ...input, track: { ...input.track, altitudeSource: 'gps' } });
    expect(finding).toMatchObject({ severity: 'none', message: expect.stringContaining('GPS, which is rough') });
  });

  it('says when the cadence may count one foot or both', () => {
    expect(run({ cadenceCertain: false }).message).toContain('one foot or both');
    expect(run({}).message).toBe('The recording has no gaps to speak of.');
  });

  it('stays information for a runner in pain, for it is about the recording', () => {
    expect(withHole(500, { painLog: [painEntry({ during: 8 })] }).severity).toBe('info');
  });

  describe('silence', () => {
    it('has nothing to judge in a recording without movement', () => {
      expect(run({ stretches: [{ minutes: 5, gait: 'stand' }] })).toMatchObject({
        status: 'not-applicable',
        message: expect.stringContaining('no running and no walking'),
      });
    });
  });

  it('never gets milder as the hole grows', () => {
    const ranks = scale(0, 900, 50).map((holeS) => rank(withHole(holeS).severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.at(-1)).toBeGreaterThan(ranks[0] as number);
  });

  it('tips over by a clock that is two seconds off only near a twentieth', () => {
    const found = tipped(
      (holeS) => withHole(Math.round(holeS)).severity,
      scale(40, 60, 1),
      () => 2,
    );
    expectTippedOnlyNear(found, [50], () => 2);
  });

  it('stands on two validations of watches, and its limits are called assumptions', () => {
    expect(withHole(100)).toMatchObject({
      citations: ['Adams2016', 'Ammann2016'],
      thresholdBasis: { kind: 'assumption' },
    });
  });
});
