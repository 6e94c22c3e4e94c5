import { describe, expect, it } from 'vitest';
import { forwardSamples, mergeMoments } from '../../../src/track/time-base.ts';

const kept = (...timeS: number[]): number[] => [...forwardSamples(Float64Array.from(timeS))];

describe('the time base', () => {
  it('keeps every sample of a sound clock', () => {
    expect(kept(0, 1, 2, 3)).toEqual([0, 1, 2, 3]);
  });

  it('loses only the one sample that leaps into the future', () => {
    expect(kept(0, 1, 9e9, 2, 3, 4)).toEqual([0, 1, 3, 4, 5]);
  });

  it('loses only the one sample that falls back', () => {
    expect(kept(100, 101, 5, 102, 103)).toEqual([0, 1, 3, 4]);
  });

  it('leaves out samples without a time', () => {
    expect(kept(0, Number.NaN, 1)).toEqual([0, 2]);
  });

  it('is empty for a file without samples', () => {
    expect(kept()).toEqual([]);
  });

  it('merges the records of one second, the last value that is there winning', () => {
    const timeS = Float64Array.of(0, 1, 1, 1, 2);
    const { timeS: moments, take } = mergeMoments(timeS, forwardSamples(timeS));
    expect([...moments]).toEqual([0, 1, 2]);
    expect([...take(Float64Array.of(10, 11, 12, Number.NaN, 13))]).toEqual([10, 12, 13]);
    expect([...take(null)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
