import { describe, expect, it } from 'vitest';
import { ovalLaps } from '../../../src/surface/oval.ts';
import { seeded } from '../../support/lay-track.ts';
import { placeOnMap } from '../../support/small-map.ts';

const STRAIGHT_M = 84.39;
const TURN = Math.PI / 5;

/** A place on a standard track, `alongM` metres after the beginning of a straight, in a lane of this radius; turned in the plane. */
function onTrack(alongM: number, radiusM: number): [number, number] {
  const lapM = 2 * STRAIGHT_M + 2 * Math.PI * radiusM;
  const half = lapM / 2;
  const at = alongM % half;
  const side = Math.floor((alongM % lapM) / half) === 0 ? 1 : -1;
  const angle = (at - STRAIGHT_M) / radiusM;
  const [u, v] =
    at < STRAIGHT_M
      ? [at - STRAIGHT_M / 2, -radiusM]
      : [STRAIGHT_M / 2 + radiusM * Math.sin(angle), -radiusM * Math.cos(angle)];
  const [x, y] = [side * u, side * v];
  return [Math.cos(TURN) * x - Math.sin(TURN) * y, Math.sin(TURN) * x + Math.cos(TURN) * y];
}

/** A run through places, a sample each second, with errors of up to this size. */
function recorded(places: readonly (readonly [number, number])[], noiseM = 2) {
  const random = seeded(3);
  const placed = places.map(([east, north]) =>
    placeOnMap(east + noiseM * (2 * random() - 1), north + noiseM * (2 * random() - 1)),
  );
  return {
    length: placed.length,
    timeS: Float64Array.from(placed, (_, i) => i),
    latDeg: Float64Array.from(placed, ({ latDeg }) => latDeg),
    lonDeg: Float64Array.from(placed, ({ lonDeg }) => lonDeg),
  };
}

const laps = (count: number, radiusM: number) =>
  Array.from({ length: Math.floor((count * (2 * STRAIGHT_M + 2 * Math.PI * radiusM)) / 4) }, (_, i) =>
    onTrack(4 * i, radiusM),
  );
const shareOn = (places: readonly (readonly [number, number])[]): number => {
  const on = ovalLaps(recorded(places));
  return on.reduce((sum, value) => sum + value, 0) / on.length;
};

describe('laps of a running track', () => {
  it.each([
    ['first', 36.8],
    ['eighth', 45.4],
  ])('are found in the %s lane', (_, radiusM) => {
    expect(shareOn(laps(5, radiusM))).toBeGreaterThan(0.95);
  });

  it('are told from the way there and back', () => {
    const [x, y] = onTrack(0, 36.8);
    const there = Array.from({ length: 300 }, (_, i): [number, number] => [x - 4 * (300 - i), y]);
    const on = ovalLaps(recorded([...there, ...laps(4, 36.8)]));
    expect(on.subarray(0, 280).every((value) => value === 0)).toBe(true);
    expect(on.subarray(310, -110).every((value) => value === 1)).toBe(true);
  });

  it('are not seen in a single lap, which may be a street block', () => {
    expect(shareOn(laps(1.1, 36.8))).toBe(0);
  });

  it.each([
    [
      'a square block of 400 m',
      (d: number): [number, number] => {
        const [side, at] = [Math.floor(d / 100) % 4, d % 100];
        return (
          [
            [at, 0],
            [100, at],
            [100 - at, 100],
            [0, 100 - at],
          ] as [number, number][]
        )[side] as [number, number];
      },
    ],
    ['a circle of 400 m', (d: number): [number, number] => [63.7 * Math.cos(d / 63.7), 63.7 * Math.sin(d / 63.7)]],
    ['a park loop of 600 m', (d: number): [number, number] => [95.5 * Math.cos(d / 95.5), 95.5 * Math.sin(d / 95.5)]],
    ['out and back over 200 m', (d: number): [number, number] => [Math.abs(200 - (d % 400)), 0]],
  ])('are not seen in %s', (_, at) => {
    expect(shareOn(Array.from({ length: 500 }, (_, i) => at(4 * i)))).toBe(0);
  });
});
