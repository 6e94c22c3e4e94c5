import { describe, expect, it } from 'vitest';
import { areaPath, linearScale, linePath, roundStep, ticks } from '../../../web/features/report/timeline/scale.ts';

describe('scales of the ribbon', () => {
  it('maps ends to ends', () => {
    const scale = linearScale(100, 200, 0, 50);
    expect([100, 150, 200].map(scale)).toEqual([0, 25, 50]);
  });

  it('survives a domain without width', () => {
    expect(linearScale(5, 5, 10, 90)(5)).toBe(10);
  });

  it('counts in round steps', () => {
    expect(roundStep(10, 8)).toBe(2);
    expect(roundStep(42.2, 10)).toBe(5);
    expect(ticks(0, 10, 2.5)).toEqual([0, 2.5, 5, 7.5, 10]);
    expect(ticks(5.1, 5.2, 2)).toEqual([]);
  });

  it('lifts the pen over a gap', () => {
    expect(linePath([0, 1, 2, 3], [5, null, 6, 7])).toBe('M0.0 5.0M2.0 6.0L3.0 7.0');
  });

  it('closes one area for each unbroken stretch', () => {
    const shapes = areaPath([0, 1, 2, 3, 4], [5, 5, null, 6, 6], [9, 9, 9, 9, 9]);
    expect(shapes.match(/Z/g)).toHaveLength(2);
    expect(shapes.startsWith('M0.0 5.0L1.0 5.0L1.0 9.0L0.0 9.0Z')).toBe(true);
  });
});
