import { describe, expect, it } from 'vitest';
import { matchWays, NO_WAY } from '../../../src/surface/match/match-ways.ts';
import { seeded } from '../../support/lay-track.ts';
import { madeMap } from '../../support/made-map.ts';
import { placeOnMap } from '../../support/small-map.ts';

const ROAD = 10;
const PATH = 20;
const SIDE_STREET = 30;

/** A road 600 m to the east, a path 12 m north of it that joins it at both ends, and a street that crosses both. */
const map = madeMap(
  [
    { id: 1, eastM: 0, northM: 0 },
    { id: 2, eastM: 300, northM: 0 },
    { id: 3, eastM: 600, northM: 0 },
    { id: 4, eastM: 20, northM: 12 },
    { id: 5, eastM: 300, northM: 12 },
    { id: 6, eastM: 580, northM: 12 },
    { id: 7, eastM: 300, northM: -200 },
    { id: 8, eastM: 300, northM: 200 },
  ],
  [
    { id: ROAD, nodeIds: [1, 2, 3], tags: { highway: 'primary', surface: 'asphalt' } },
    { id: PATH, nodeIds: [1, 4, 5, 6, 3], tags: { highway: 'path', surface: 'fine_gravel' } },
    { id: SIDE_STREET, nodeIds: [7, 2, 5, 8], tags: { highway: 'residential' } },
  ],
);

/** A run through places at 3 m/s, a sample a second, each with an error of this size. */
function runThrough(places: readonly (readonly [number, number])[], noiseM = 0) {
  const random = seeded(7);
  const at: [number, number][] = [];
  for (const [k, [east, north]] of places.entries()) {
    const [east0, north0] = places[k - 1] ?? [east, north];
    const steps = Math.max(1, Math.round(Math.hypot(east - east0, north - north0) / 3));
    for (let s = 1; s <= steps; s++) {
      const share = s / steps;
      at.push([east0 + share * (east - east0), north0 + share * (north - north0)]);
    }
  }
  const error = () => (random() + random() + random() - 1.5) * 2 * noiseM;
  const placed = at.map(([east, north]) => placeOnMap(east + error(), north + error()));
  return {
    length: placed.length,
    timeS: Float64Array.from(placed, (_, i) => i),
    latDeg: Float64Array.from(placed, ({ latDeg }) => latDeg),
    lonDeg: Float64Array.from(placed, ({ lonDeg }) => lonDeg),
  };
}

/** The way of each interval; the last sample begins none. */
const wayIds = (ways: Int32Array | null): number[] =>
  [...(ways ?? [])].slice(0, -1).map((way) => (way === NO_WAY ? NO_WAY : (map.wayId[way] as number)));

const shareOf = (ids: readonly number[], id: number): number => ids.filter((other) => other === id).length / ids.length;

describe('laying a run on the ways of a map', () => {
  it('does not take the path beside a road for the road, nor the road for the path', () => {
    expect(
      shareOf(
        wayIds(
          matchWays(
            runThrough(
              [
                [40, 12],
                [560, 12],
              ],
              5,
            ),
            map,
          ),
        ),
        PATH,
      ),
    ).toBe(1);
    expect(
      shareOf(
        wayIds(
          matchWays(
            runThrough(
              [
                [40, 0],
                [560, 0],
              ],
              5,
            ),
            map,
          ),
        ),
        ROAD,
      ),
    ).toBe(1);
  });

  it('does not step aside onto a street that it crosses', () => {
    const ids = wayIds(
      matchWays(
        runThrough(
          [
            [40, 12],
            [560, 12],
          ],
          3,
        ),
        map,
      ),
    );
    expect(ids).not.toContain(SIDE_STREET);
  });

  it('turns where the run turns', () => {
    const ids = wayIds(
      matchWays(
        runThrough([
          [40, 0],
          [300, 0],
          [300, 180],
        ]),
        map,
      ),
    );
    expect(ids[0]).toBe(ROAD);
    expect(ids.at(-1)).toBe(SIDE_STREET);
    expect(Math.abs(ids.lastIndexOf(ROAD) - 260 / 3)).toBeLessThan(4);
  });

  it('leaves open what lies off the ways', () => {
    const ids = wayIds(
      matchWays(
        runThrough([
          [40, 0],
          [300, 0],
          [300, -180],
          [600, -180],
        ]),
        map,
      ),
    );
    expect(ids.slice(-60).every((id) => id === NO_WAY)).toBe(true);
  });

  it('leaves a gap in position open, and takes the run up again after it', () => {
    const run = runThrough([
      [40, 0],
      [560, 0],
    ]);
    run.latDeg.fill(Number.NaN, 60, 140);
    const ids = wayIds(matchWays(run, map));
    expect(ids.slice(65, 135).every((id) => id === NO_WAY)).toBe(true);
    expect(ids[30]).toBe(ROAD);
    expect(ids[160]).toBe(ROAD);
  });

  it('has nothing to say of a run without positions, or far from the map', () => {
    const run = runThrough([
      [40, 0],
      [560, 0],
    ]);
    expect(matchWays({ ...run, latDeg: run.latDeg.map((lat) => lat + 1) }, map)).toBeNull();
    expect(matchWays({ ...run, latDeg: run.latDeg.map(() => Number.NaN) }, map)).toBeNull();
  });

  it('gives the same answer each time', () => {
    const run = runThrough(
      [
        [40, 0],
        [300, 0],
        [300, 180],
      ],
      8,
    );
    expect(matchWays(run, map)).toEqual(matchWays(run, map));
  });
});
