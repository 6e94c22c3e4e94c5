import { describe, expect, it } from 'vitest';
import { theilSenSlope } from '../../../src/stats/theil-sen.ts';

const points = (...pairs: [number, number, number?][]) => pairs.map(([x, y, weight = 1]) => ({ x, y, weight }));

describe('theilSenSlope', () => {
  it('gives the slope of points on a line', () => {
    expect(theilSenSlope(points([0, 1], [1, 3], [2, 5], [4, 9]), 0.5)).toBe(2);
  });

  it('is not moved by one wild point', () => {
    expect(theilSenSlope(points([0, 0], [1, 1], [2, 2], [3, 3], [4, 100]), 0.5)).toBe(1);
  });

  it('lets heavy points decide', () => {
    expect(theilSenSlope(points([0, 0, 10], [1, 5, 10], [2, 0, 1]), 0.5)).toBe(5);
  });

  it('leaves pairs out that are too close, and says nothing when none is left', () => {
    expect(theilSenSlope(points([0, 0], [0.1, 9]), 0.2)).toBeNaN();
    expect(theilSenSlope([], 0)).toBeNaN();
  });
});
