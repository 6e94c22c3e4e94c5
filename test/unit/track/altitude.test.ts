import { describe, expect, it } from 'vitest';
import {
  altitudeOnTheWay,
  ascentAndDescent,
  smoothAltitude,
  soundAltitude,
  withoutLeaps,
} from '../../../src/track/altitude.ts';

describe('sound altitude', () => {
  it('takes a file of zeros as a file without altitude', () => {
    expect([...soundAltitude(new Float64Array(3))].every(Number.isNaN)).toBe(true);
  });

  it('keeps zeros of a run along the sea', () => {
    expect([...soundAltitude(Float64Array.of(0, 1, 0, 2, 1))]).toEqual([0, 1, 0, 2, 1]);
  });

  it('takes zeros among hills as missing', () => {
    expect([...soundAltitude(Float64Array.of(210, 0, 212))]).toEqual([210, Number.NaN, 212]);
  });

  it('drops a single spike and what cannot be an altitude', () => {
    const sound = soundAltitude(Float64Array.of(100, 101, 400, 102, 103, 65_535, 104));
    expect([...sound]).toEqual([100, 101, Number.NaN, 102, 103, Number.NaN, 104]);
  });
});

describe('ascent and descent', () => {
  it('counts a hill once up and once down', () => {
    const hill = Float64Array.from({ length: 201 }, (_, i) => 100 - Math.abs(i - 100));
    expect(ascentAndDescent(hill, 2)).toEqual({ ascentM: 100, descentM: 100 });
  });

  it('takes descent with the same care as ascent', () => {
    const stairs = Float64Array.of(50, 40, 44, 20, 21, 0);
    const { ascentM, descentM } = ascentAndDescent(stairs, 2);
    expect(descentM - ascentM).toBe(50);
    expect(descentM).toBe(54);
  });

  it('finds nothing in noise below the hysteresis', () => {
    const noise = Float64Array.from({ length: 500 }, (_, i) => 100 + 0.4 * (i % 2));
    expect(ascentAndDescent(noise, 2)).toEqual({ ascentM: 0, descentM: 0 });
  });

  it('is not fed by standing still: altitude is averaged over way', () => {
    const distanceM = new Float64Array(100);
    const wobble = Float64Array.from({ length: 100 }, (_, i) => 100 + 3 * Math.sin(i));
    const smoothed = smoothAltitude(distanceM, altitudeOnTheWay(distanceM, wobble), 20);
    expect(Math.max(...smoothed) - Math.min(...smoothed)).toBe(0);
  });
});

describe('leaps of the altimeter', () => {
  const everyThreeMetres = (count: number): Float64Array => Float64Array.from({ length: count }, (_, i) => 3 * i);

  it('are taken out where a barometer settles on its level in the first seconds', () => {
    const altitude = Float64Array.from({ length: 100 }, (_, i) => (i > 0 && i < 4 ? 142.4 : 56 - 0.05 * i));
    const { altitudeM, leaps } = withoutLeaps(everyThreeMetres(100), altitude);
    expect(leaps).toBe(2);
    const { ascentM, descentM } = ascentAndDescent(altitudeM, 2);
    expect(ascentM).toBe(0);
    expect(descentM).toBeCloseTo(4.95, 0);
  });

  it('leave the level after a calibration as it is and move what was before', () => {
    const { altitudeM } = withoutLeaps(
      everyThreeMetres(100),
      Float64Array.from({ length: 100 }, (_, i) => (i < 50 ? 100 : 140)),
    );
    expect([...altitudeM].every((altitude) => altitude === 140)).toBe(true);
  });

  it('are not seen in a steep descent with few samples', () => {
    const distanceM = Float64Array.from({ length: 20 }, (_, i) => 40 * i);
    const steep = distanceM.map((d) => 1000 - 0.45 * d);
    expect(withoutLeaps(distanceM, steep)).toEqual({ altitudeM: steep, leaps: 0 });
  });
});
