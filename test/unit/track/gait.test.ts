import { describe, expect, it } from 'vitest';
import { gaitName, gaits } from '../../../src/track/gait.ts';

/** The gait in the middle of a minute at one speed, cadence and grade. */
function gaitOf(speedMps: number, cadenceSpm: number, gradePct = 0, durationS = 1): string {
  const column = (value: number): Float64Array => new Float64Array(60).fill(value);
  const timeS = column(0).map((_, i) => i);
  const codes = gaits(timeS, column(durationS), column(speedMps), column(cadenceSpm), column(gradePct));
  return gaitName(codes[30] as number);
}

describe('gait', () => {
  it.each([
    { speed: 0.1, cadence: 0, is: 'stand' },
    { speed: 1.4, cadence: 112, is: 'walk' },
    { speed: 1.6, cadence: 156, is: 'run' },
    { speed: 2.8, cadence: 165, is: 'run' },
    { speed: 2.8, cadence: 125, is: 'run' },
    { speed: 1.4, cadence: Number.NaN, is: 'walk' },
    { speed: 2.6, cadence: Number.NaN, is: 'run' },
    { speed: Number.NaN, cadence: 168, is: 'run' },
    { speed: Number.NaN, cadence: 100, is: 'walk' },
    { speed: Number.NaN, cadence: Number.NaN, is: 'stand' },
  ])('is $is at $speed m/s and $cadence steps a minute', ({ speed, cadence, is }) => {
    expect(gaitOf(speed, cadence)).toBe(is);
  });

  it('allows for slower running uphill when no cadence tells', () => {
    expect(gaitOf(1.6, Number.NaN, 0)).toBe('walk');
    expect(gaitOf(1.6, Number.NaN, 10)).toBe('run');
  });

  it('is a pause where no time passes', () => {
    expect(gaitOf(3, 168, 0, 0)).toBe('pause');
  });
});
