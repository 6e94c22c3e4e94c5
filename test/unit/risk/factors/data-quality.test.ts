import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { dataQuality } from '../../../../src/risk/factors/data-quality.ts';
import { type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** A run of 1,000 moving seconds in which one interval lasts so long. */
function withHole(holeS: number) {
  const input = riskInput({ stretches: [{ minutes: 60 }] });
  const durationS = new Float64Array(input.track.length).fill(0);
  durationS.fill(1, 0, 1000 - holeS);
  durationS[2000] = holeS;
  return judge(dataQuality, { ...input, track: { ...input.track, durationS } });
}
const run = (options: RunOptions) => judge(dataQuality, riskInput(options));

describe('data-quality', () => {
  it.each([
    { holeS: 20, value: 0, severity: 'none', why: 'watches that save memory leave such gaps' },
    { holeS: 50, value: 5, severity: 'none', why: 'a twentieth, exactly' },
    { holeS: 51, value: 5.1, severity: 'info', why: 'more than a twentieth' },
    { holeS: 900, value: 90, severity: 'info', why: 'the evidence bears no more' },
  ])('calls a hole of $holeS s in 1,000 s $severity: $why', ({ holeS, value, severity }) => {
    expect(withHole(holeS).value).toBeCloseTo(value, 6);
    expect(withHole(holeS)).toMatchObject({ status: 'scored', severity });
  });

  it('says which channels are missing without flagging it', () => {
    const finding = run({ without: ['altitude', 'cadence'] });
    expect(finding.severity).toBe('none');
    expect(finding.message).toContain('no cadence');
    expect(finding.message).toContain('no altitude');
  });

  it('says when the cadence may count one foot or both', () => {
    expect(run({ cadenceCertain: false }).message).toContain('one foot or both');
    expect(run({}).message).toBe('The recording has no gaps to speak of.');
  });

  it('has nothing to judge in a recording without movement', () => {
    expect(run({ stretches: [{ minutes: 5, gait: 'stand' }] }).status).toBe('not-applicable');
  });
});
