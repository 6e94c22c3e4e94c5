import { describe, expect, it } from 'vitest';
import { ascentAndDescent, smoothAltitude, soundAltitude } from '../../../src/track/altitude.ts';

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
    expect(ascentAndDescent(hill, 'barometric')).toEqual({ ascentM: 100, descentM: 100 });
  });

  it('takes descent with the same care as ascent', () => {
    const stairs = Float64Array.of(50, 40, 44, 20, 21, 0);
    const { ascentM, descentM } = ascentAndDescent(stairs, 'barometric');
    expect(descentM - ascentM).toBe(50);
    expect(descentM).toBe(54);
  });

  it('finds nothing in noise below the hysteresis', () => {
    const noise = Float64Array.from({ length: 500 }, (_, i) => 100 + 0.4 * (i % 2));
    expect(ascentAndDescent(noise, 'barometric')).toEqual({ ascentM: 0, descentM: 0 });
  });

  it('is not fed by standing still: altitude is averaged over way', () => {
    const distanceM = new Float64Array(100);
    const wobble = Float64Array.from({ length: 100 }, (_, i) => 100 + 3 * Math.sin(i));
    const smoothed = smoothAltitude(distanceM, wobble, 'barometric');
    expect(Math.max(...smoothed) - Math.min(...smoothed)).toBe(0);
  });
});
