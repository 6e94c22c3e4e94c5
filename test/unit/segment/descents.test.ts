import { describe, expect, it } from 'vitest';
import { downhillM, MAX_GRADE_ERROR_PCT } from '../../../src/segment/descents.ts';
import type { GradeSegment } from '../../../src/segment/segment.ts';

const track = (errorPct: number) => ({ gradeErrorPct: new Float64Array(9).fill(errorPct) });

/** Stretches one after the other, each `[metres of way, grade]`. */
function segments(...stretches: readonly (readonly [number, number])[]): GradeSegment[] {
  let [startM, startIndex] = [0, 0];
  return stretches.map(([way, meanGradePct]) => {
    const type =
      meanGradePct >= 3 ? 'climb' : meanGradePct > -3 ? 'flat' : meanGradePct > -8 ? 'descent' : 'steep-descent';
    const extent = {
      startIndex,
      endIndex: startIndex + 1,
      startS: startM,
      endS: startM + way,
      startM,
      endM: startM + way,
    };
    [startM, startIndex] = [startM + way, startIndex + 1];
    return { ...extent, type, meanGradePct };
  });
}

describe('downhillM', () => {
  it.each([
    { name: 'a level run', way: segments([5000, 0]), metres: 0 },
    { name: 'gentle ground, however long', way: segments([20_000, -2.9]), metres: 0 },
    { name: 'a way down of −3 %, exactly', way: segments([1000, -3]), metres: 30 },
    { name: 'a dip of 14.9 m', way: segments([298, -5]), metres: 0 },
    { name: 'a hill of 15 m', way: segments([300, -5]), metres: 15 },
    { name: 'a gentle and a steep part that touch: one hill', way: segments([200, -5], [100, -10]), metres: 20 },
    { name: 'two dips with a level part between', way: segments([200, -5], [400, 0], [200, -5]), metres: 0 },
    { name: 'climbs', way: segments([1000, 10]), metres: 0 },
    { name: 'two hills', way: segments([1000, -5], [500, 8], [500, -10]), metres: 100 },
  ])('counts for $name $metres m', ({ way, metres }) => {
    expect(downhillM(track(1), way)).toBeCloseTo(metres, 9);
  });

  it('asks 10 m of a hill for each percentage point that the slope errs', () => {
    const hill = (metres: number) => segments([metres * 20, -5]);
    expect(downhillM(track(1.5), hill(15))).toBeCloseTo(15, 9);
    expect(downhillM(track(1.6), hill(15))).toBe(0);
    expect(downhillM(track(2.6), hill(25.9))).toBe(0);
    expect(downhillM(track(2.6), hill(26.1))).toBeCloseTo(26.1, 9);
  });

  it('is not known where slopes err too much, or nobody measured them', () => {
    expect(downhillM(track(MAX_GRADE_ERROR_PCT), segments([1000, -9]))).toBeCloseTo(90, 9);
    expect(downhillM(track(MAX_GRADE_ERROR_PCT + 0.1), segments([1000, -9]))).toBeNull();
    expect(downhillM(track(Number.NaN), segments([1000, -9]))).toBeNull();
  });
});
