import { describe, expect, it } from 'vitest';
import { mannKendallZ } from '../../../src/stats/mann-kendall.ts';

describe('mannKendallZ', () => {
  it('agrees with the test worked by hand: 10 rising values, S = 45, variance 125', () => {
    expect(mannKendallZ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toBeCloseTo(44 / Math.sqrt(125), 12);
  });

  it('corrects for ties: 1 1 2 2, S = 4, variance (4·3·13 − 2·2·1·9) / 18', () => {
    expect(mannKendallZ([1, 1, 2, 2])).toBeCloseTo(3 / Math.sqrt((156 - 36) / 18), 12);
  });

  it('turns its sign with the order', () => {
    const values = [3, 1, 4, 1.5, 5, 9, 2.6];
    expect(mannKendallZ([...values].reverse())).toBeCloseTo(-mannKendallZ(values), 12);
  });

  it('sees nothing in equal values, in two, or in none', () => {
    expect(mannKendallZ([7, 7, 7, 7])).toBe(0);
    expect(mannKendallZ([1, 2])).toBe(0);
    expect(mannKendallZ([])).toBe(0);
  });
});
