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

  it('takes a recording with a position each 35 s for no row of gaps, but a leap in it for one', () => {
    const places = [0, 1, 2, 3, 4, 8].map((k) => placeOnMap(10 + 70 * k, 0));
    const timesS = [0, 35, 70, 105, 140, 175];
    const run = {
      length: places.length,
      timeS: Float64Array.from(timesS, (s) => s * 2),
      latDeg: Float64Array.from(places, ({ latDeg }) => latDeg),
      lonDeg: Float64Array.from(places, ({ lonDeg }) => lonDeg),
    };
    expect(wayIds(matchWays(run, map))).toEqual([ROAD, ROAD, ROAD, ROAD, NO_WAY]);
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

describe('a square drawn as an outline', () => {
  const [SQUARE, STREET, LANE, ACROSS] = [40, 50, 60, 70];
  const corners = [
    { id: 1, eastM: 0, northM: 0 },
    { id: 2, eastM: 160, northM: 0 },
    { id: 3, eastM: 160, northM: 160 },
    { id: 4, eastM: 0, northM: 160 },
    { id: 5, eastM: -200, northM: 0 },
    { id: 6, eastM: 360, northM: 160 },
    { id: 7, eastM: 0, northM: 80 },
    { id: 8, eastM: 160, northM: 80 },
  ];
  const outline = {
    id: SQUARE,
    nodeIds: [1, 2, 8, 3, 4, 7, 1],
    tags: { highway: 'pedestrian', surface: 'sett', area: 'yes' },
  };
  const streets = [
    { id: STREET, nodeIds: [5, 1], tags: { highway: 'residential', surface: 'asphalt' } },
    { id: LANE, nodeIds: [3, 6], tags: { highway: 'residential', surface: 'asphalt' } },
  ];
  const lane = { id: ACROSS, nodeIds: [7, 8], tags: { highway: 'footway', surface: 'asphalt' } };
  const idsOn = (on: ReturnType<typeof madeMap>, places: readonly (readonly [number, number])[], noiseM = 0) =>
    [...(matchWays(runThrough(places, noiseM), on) as Int32Array)]
      .slice(0, -1)
      .map((way) => (way === NO_WAY ? NO_WAY : (on.wayId[way] as number)));
  const corner: [number, number] = [160, 160];

  it('is crossed from corner to corner, far from its edges', () => {
    const ids = idsOn(madeMap(corners, [outline, ...streets]), [[-150, 0], [0, 0], corner, [300, 160]], 3);
    expect(ids.filter((id, i) => id !== ids[i - 1])).toEqual([STREET, SQUARE, LANE]);
    expect(Math.abs(ids.filter((id) => id === SQUARE).length - Math.hypot(160, 160) / 3)).toBeLessThan(8);
  });

  it('leaves a line that goes through it to the runs along that line', () => {
    const on = madeMap(corners, [outline, ...streets, lane]);
    expect(
      new Set(
        idsOn(
          on,
          [
            [10, 80],
            [150, 80],
          ],
          3,
        ),
      ),
    ).toEqual(new Set([ACROSS]));
  });

  it('is a line where it is not closed, as at the edge of a map, or not drawn as an area', () => {
    const cut = { ...outline, nodeIds: [1, 2, 8, 3, 4] };
    const loop = { ...outline, tags: { highway: 'pedestrian', surface: 'sett' } };
    for (const way of [cut, loop]) {
      const ids = idsOn(madeMap(corners, [way, ...streets]), [[-150, 0], [0, 0], corner, [300, 160]]);
      expect(ids.slice(68, 108).every((id) => id === NO_WAY)).toBe(true);
    }
  });
});

describe('a road under the ground', () => {
  it('is not taken for the street above it', () => {
    const on = madeMap(
      [
        { id: 1, eastM: 0, northM: 0 },
        { id: 2, eastM: 500, northM: 0 },
        { id: 3, eastM: 0, northM: 6 },
        { id: 4, eastM: 500, northM: 6 },
      ],
      [
        { id: 80, nodeIds: [1, 2], tags: { highway: 'tertiary', tunnel: 'yes' } },
        { id: 90, nodeIds: [3, 4], tags: { highway: 'pedestrian' } },
      ],
    );
    const ways = matchWays(
      runThrough([
        [20, 2],
        [480, 2],
      ]),
      on,
    ) as Int32Array;
    expect(new Set([...ways].slice(0, -1).map((way) => on.wayId[way]))).toEqual(new Set([90]));
  });
});
