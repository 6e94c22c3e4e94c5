import { describe, expect, it } from 'vitest';
import { greatCircleM } from '../../../src/parse/great-circle.ts';
import { intervalSteps } from '../../../src/track/distance.ts';

const nothing = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN);
const channels = (length: number, some: Partial<Parameters<typeof intervalSteps>[0]>) => ({
  timeS: Float64Array.from({ length }, (_, i) => i),
  distanceM: nothing(length),
  speedMps: nothing(length),
  latDeg: nothing(length),
  lonDeg: nothing(length),
  ...some,
});
const total = (stepM: Float64Array): number => stepM.reduce((sum, step) => sum + step, 0);

describe('the way made', () => {
  it('takes one degree of longitude on the equator as 111.2 km', () => {
    expect(greatCircleM(0, 0, 0, 1)).toBeCloseTo(111_195, -1);
  });

  it('prefers the device distance over positions', () => {
    const steps = intervalSteps(
      channels(3, {
        distanceM: Float64Array.of(0, 5, 10),
        latDeg: Float64Array.of(0, 1, 2),
        lonDeg: Float64Array.of(0, 0, 0),
      }),
    );
    expect(steps.origin).toBe('recorded');
    expect(total(steps.stepM)).toBe(10);
  });

  it('goes on counting when the device counter begins anew', () => {
    const steps = intervalSteps(channels(6, { distanceM: Float64Array.of(0, 50, 100, 0, 40, 80) }));
    expect(total(steps.stepM)).toBe(180);
  });

  it('waits out a small correction of the device distance', () => {
    const steps = intervalSteps(channels(5, { distanceM: Float64Array.of(0, 50, 47, 52, 60) }));
    expect(total(steps.stepM)).toBe(60);
  });

  it('spreads the way over samples without a distance', () => {
    const steps = intervalSteps(channels(5, { distanceM: Float64Array.of(0, Number.NaN, Number.NaN, 9, 12) }));
    expect([...steps.stepM].slice(0, 4)).toEqual([3, 3, 3, 3]);
  });

  it('leaves out a fix that nobody could have reached', () => {
    const degree = 1 / 111_195;
    const steps = intervalSteps(
      channels(5, {
        latDeg: Float64Array.of(0, 3 * degree, 500 * degree, 9 * degree, 12 * degree),
        lonDeg: new Float64Array(5),
      }),
    );
    expect(steps.origin).toBe('derived');
    expect(total(steps.stepM)).toBeCloseTo(12, 2);
  });

  it('leaves out a leap of the device counter that nobody could have run', () => {
    const { stepM, leaps } = intervalSteps(
      channels(6, { distanceM: Float64Array.of(0, 3, 6, 100_006, 100_009, 100_012) }),
    );
    expect(total(stepM)).toBe(12);
    expect(leaps).toBe(1);
  });

  it('takes nothing from a counter that leaps ahead and comes back', () => {
    const { stepM } = intervalSteps(channels(6, { distanceM: Float64Array.of(0, 3, 506, 9, 12, 15) }));
    expect(total(stepM)).toBe(9);
  });

  it('gives up a first fix far away once the next ones agree among themselves', () => {
    const degree = 1 / 111_195;
    const latDeg = Float64Array.from({ length: 60 }, (_, i) => (i === 0 ? 2200 * degree : 3 * i * degree));
    const { stepM, leaps } = intervalSteps(channels(60, { latDeg, lonDeg: new Float64Array(60) }));
    expect(total(stepM)).toBeCloseTo(3 * 58, 1);
    expect(leaps).toBe(1);
  });

  it('takes the scatter of fixes for no way', () => {
    // 1 km straight north at 3 m/s, fixes 1 m to the left and right in turn.
    const steps = (aside: number) => {
      const latDeg = Float64Array.from({ length: 334 }, (_, i) => (i * 3) / 111_195);
      return total(
        intervalSteps(channels(334, { latDeg, lonDeg: latDeg.map((_, i) => ((i % 2) * aside) / 111_195) })).stepM,
      );
    };
    expect(steps(0)).toBeCloseTo(999, 0);
    expect(steps(2) / steps(0)).toBeLessThan(1.002);
  });

  it('counts a walk across the date line once', () => {
    const lonDeg = Float64Array.from({ length: 20 }, (_, i) => {
      const lon = 179.9997 + (i * 3) / 111_195;
      return lon > 180 ? lon - 360 : lon;
    });
    expect(total(intervalSteps(channels(20, { latDeg: new Float64Array(20), lonDeg })).stepM)).toBeCloseTo(57, 0);
  });

  it('sums a footpod speed where there is neither distance nor position', () => {
    const steps = intervalSteps(channels(4, { speedMps: Float64Array.of(3, 3, 3, 3) }));
    expect(steps.origin).toBe('derived');
    expect(total(steps.stepM)).toBe(9);
  });

  it('takes a column of way from sample to sample, as OpenTracks writes it, for no counter', () => {
    const north = Float64Array.from({ length: 60 }, (_, i) => (3 * i) / 111_195);
    const places = { latDeg: north, lonDeg: new Float64Array(60) };
    const uneven = Float64Array.from({ length: 60 }, (_, i) => 3 + (i % 3) / 10);
    expect(total(intervalSteps(channels(60, { distanceM: uneven, ...places })).stepM)).toBeCloseTo(177, 0);
    const even = new Float64Array(60).fill(3);
    const way = intervalSteps(channels(60, { distanceM: even, ...places }));
    expect(total(way.stepM)).toBeCloseTo(177, 0);
    expect(way.origin).toBe('derived');
  });

  it('goes by the speed of a treadmill where the position never moves', () => {
    const fixed = { latDeg: new Float64Array(60).fill(48), lonDeg: new Float64Array(60).fill(11) };
    const way = intervalSteps(channels(60, { ...fixed, speedMps: new Float64Array(60).fill(3) }));
    expect(total(way.stepM)).toBe(177);
    // A speed that nobody runs at is no better.
    expect(total(intervalSteps(channels(60, { ...fixed, speedMps: new Float64Array(60).fill(3000) })).stepM)).toBe(0);
  });

  it('takes a counter that few samples hold where no more have a position', () => {
    const sparse = Float64Array.from({ length: 61 }, (_, i) => (i % 20 === 0 ? 3 * i : Number.NaN));
    const way = intervalSteps(channels(61, { distanceM: sparse }));
    expect(total(way.stepM)).toBe(180);
    expect(way.origin).toBe('recorded');
  });

  it('says that distance is absent when nothing tells it', () => {
    expect(intervalSteps(channels(3, {})).origin).toBe('absent');
  });
});
