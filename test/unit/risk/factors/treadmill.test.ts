import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { treadmill } from '../../../../src/risk/factors/treadmill.ts';
import { riskInput } from '../../../support/risk-input.ts';

const on = (subSport: string | null) => judge(treadmill, riskInput({ subSport }));

describe('treadmill', () => {
  it.each(['treadmill', 'indoor_running'])('tells of a run that the watch calls %s, as information', (subSport) => {
    expect(on(subSport)).toMatchObject({ status: 'scored', severity: 'info', citations: ['Willy2016Treadmill'] });
    expect(on(subSport).message).toContain('like the road does');
  });

  it('does not apply to a trail run', () => {
    expect(on('trail').status).toBe('not-applicable');
  });

  it('says nothing when the file does not tell', () => {
    expect(on(null)).toMatchObject({ status: 'insufficient-data', severity: 'none' });
  });

  it('finds nothing in a treadmill recording without movement', () => {
    const still = riskInput({ subSport: 'treadmill', stretches: [{ minutes: 5, gait: 'stand' }] });
    expect(judge(treadmill, still).severity).toBe('none');
  });
});
