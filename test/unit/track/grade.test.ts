import { describe, expect, it } from 'vitest';
import { altitudeOnTheWay } from '../../../src/track/altitude.ts';
import { altitudeMethod } from '../../../src/track/altitude-method.ts';
import { gradeByRegression } from '../../../src/track/grade.ts';

const BAROMETRIC = altitudeMethod('barometric', Number.NaN);
const GPS = altitudeMethod('gps', Number.NaN);

const way = (count: number, step = 3): Float64Array => Float64Array.from({ length: count }, (_, i) => i * step);

describe('grade', () => {
  it('is the slope of an even ramp, at any distance from the start', () => {
    const distanceM = way(400).map((d) => d + 150_000);
    const { gradePct } = gradeByRegression(
      distanceM,
      distanceM.map((d) => 500 - 0.09 * d),
      BAROMETRIC,
    );
    expect(gradePct[200]).toBeCloseTo(-9, 5);
  });

  it('stays within about two standard errors on noisy ground that is flat', () => {
    const distanceM = way(2000);
    // A fixed pattern with a standard deviation of 0.4 m, uncorrelated from sample to sample.
    const noisy = distanceM.map((_, i) => 0.57 * Math.sin(i * i));
    const { gradePct, gradeErrorPct } = gradeByRegression(distanceM, noisy, BAROMETRIC);
    const outside = gradePct.filter((g, i) => Math.abs(g) > 2 * (gradeErrorPct[i] as number)).length;
    expect(outside / gradePct.length).toBeLessThan(0.05);
  });

  it('is less sure of satellite altitude than of a barometer', () => {
    const distanceM = way(500);
    const flat = new Float64Array(500).fill(100);
    const baro = gradeByRegression(distanceM, flat, BAROMETRIC).gradeErrorPct[250] as number;
    const gps = gradeByRegression(distanceM, flat, GPS).gradeErrorPct[250] as number;
    expect(gps).toBeGreaterThan(baro);
  });

  it('says nothing on a way shorter than half the window', () => {
    const distanceM = way(8);
    const { gradePct } = gradeByRegression(distanceM, new Float64Array(8).fill(5), BAROMETRIC);
    expect([...gradePct].every(Number.isNaN)).toBe(true);
  });

  it('is not bent by minutes of standing at one place', () => {
    const distanceM = Float64Array.from([...way(100), ...new Array(600).fill(297), ...way(100).map((d) => d + 300)]);
    const altitudeM = altitudeOnTheWay(
      distanceM,
      distanceM.map((d) => 0.05 * d),
    );
    const { gradePct } = gradeByRegression(distanceM, altitudeM, BAROMETRIC);
    expect(gradePct[400]).toBeCloseTo(5, 5);
  });

  it('widens its window for the sparse samples of smart recording', () => {
    const distanceM = way(60, 40);
    const { gradePct } = gradeByRegression(
      distanceM,
      distanceM.map((d) => 0.04 * d),
      BAROMETRIC,
    );
    expect(gradePct[30]).toBeCloseTo(4, 5);
  });

  it('is missing without altitude', () => {
    const { gradePct } = gradeByRegression(way(50), new Float64Array(50).fill(Number.NaN), null);
    expect([...gradePct].every(Number.isNaN)).toBe(true);
  });
});
