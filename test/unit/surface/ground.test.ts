import { describe, expect, it } from 'vitest';
import { withGround } from '../../../src/surface/ground.ts';
import type { WayMap } from '../../../src/surface/way-map.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import type { Track } from '../../../src/track/track.ts';
import { buildActivity, column, steadyRun } from '../../support/build-activity.ts';
import { madeMap } from '../../support/made-map.ts';
import { type MapNode, type MapWay, placeOnMap } from '../../support/small-map.ts';

const SECONDS = 300;
const SEAM_M = 450;

/** A run of 300 s at 3 m/s eastward along the path. */
function run(): Track {
  const at = (i: number) => placeOnMap(3 * i, 0);
  const activity = buildActivity({
    ...steadyRun(SECONDS),
    latDeg: column(SECONDS, (i) => at(i).latDeg),
    lonDeg: column(SECONDS, (i) => at(i).lonDeg),
  });
  return buildTrack(activity).track;
}

const NODES: readonly MapNode[] = [
  { id: 1, eastM: -50, northM: 0 },
  { id: 2, eastM: SEAM_M, northM: 0 },
  { id: 3, eastM: 950, northM: 0 },
  { id: 4, eastM: -50, northM: 20 },
  { id: 5, eastM: 950, northM: 20 },
];
const WEST: MapWay = { id: 11, nodeIds: [1, 2], tags: { highway: 'path', surface: 'dirt' } };
const EAST: MapWay = { id: 12, nodeIds: [2, 3], tags: { highway: 'path', surface: 'grass' } };
/** A road beside the path that goes over the seam, so that both parts know it whole. */
const ROAD: MapWay = { id: 13, nodeIds: [4, 5], tags: { highway: 'residential', surface: 'asphalt' } };

/** A map of the ways, with the say from and to so many metres east. */
function part(ways: readonly MapWay[], fromM: number, toM: number): WayMap {
  const [west, east] = [placeOnMap(fromM, -1000), placeOnMap(toM, 1000)];
  const box = {
    minLon: west.lonDeg * 1e7,
    minLat: west.latDeg * 1e7,
    maxLon: east.lonDeg * 1e7,
    maxLat: east.latDeg * 1e7,
  };
  return { ...madeMap(NODES, ways), part: box };
}

/** Ways by number in the order run, each once in a row. */
const waysOf = (maps: readonly WayMap[]): number[] => {
  const { wayId, length } = withGround(run(), { sha256: '', maps: () => maps });
  return [...wayId.subarray(0, length - 1)].filter((way, i, all) => !Number.isNaN(way) && way !== all[i - 1]);
};

describe('a run over the seam of two parts of a map', () => {
  const parts = [part([WEST, ROAD], -1000, SEAM_M), part([EAST, ROAD], SEAM_M, 2000)];

  it('lies on the ways of the part it is in, as on one map of both', () => {
    expect(waysOf([madeMap(NODES, [WEST, EAST, ROAD])])).toEqual([11, 12]);
    expect(waysOf(parts)).toEqual([11, 12]);
    expect(waysOf(parts.toReversed())).toEqual([11, 12]);
  });

  it('would be laid on the road beside it if a part spoke beyond its edge', () => {
    expect(waysOf(parts.map((map) => ({ ...map, part: null })))).toContain(13);
  });

  it('asks for maps only where it lies, and for none without positions', () => {
    const asked: unknown[] = [];
    const maps = (box: unknown) => {
      asked.push(box);
      return [];
    };
    const track = run();
    withGround(track, { sha256: '', maps });
    withGround({ ...track, latDeg: new Float64Array(track.length).fill(Number.NaN) }, { sha256: '', maps });
    expect(asked).toHaveLength(1);
  });
});

describe('a run that the runner says was on a treadmill', () => {
  const SHA = 'a'.repeat(64);
  const hilly = (subSport: string | null): Track =>
    buildTrack(
      buildActivity(
        { ...steadyRun(SECONDS), altitudeM: column(SECONDS, (i) => 100 + 20 * Math.sin(i / 20)) },
        { subSport },
      ),
    ).track;
  const told = (fromM: number, toM: number) => [
    { surface: 'treadmill', runSha256: SHA, fromM, toM, path: [] } as const,
  ];

  it('has no hills: what the watch took for some is no slope of a belt', () => {
    const before = hilly(null);
    expect(before.descentM).toBeGreaterThan(10);
    const after = withGround(before, { sha256: SHA, told: told(0, before.distanceM.at(-1) ?? 0) });
    expect([after.ascentM, after.descentM, after.altitudeSource, after.origin.altitude]).toEqual([
      null,
      null,
      'none',
      'absent',
    ]);
    for (const column of [after.altitudeM, after.gradePct, after.gradeErrorPct])
      expect(column.every(Number.isNaN)).toBe(true);
  });

  it('keeps the hills of the part that was outside', () => {
    const before = hilly(null);
    const after = withGround(before, { sha256: SHA, told: told(0, 300) });
    const firstOutside = before.distanceM.findIndex((metres) => metres >= 300);
    expect(after.gradePct.subarray(0, firstOutside).every(Number.isNaN)).toBe(true);
    expect(after.gradePct.subarray(firstOutside)).toEqual(before.gradePct.subarray(firstOutside));
  });

  it('keeps the altitude of a file that tells the treadmill itself, which can be that of the belt', () => {
    const before = hilly('treadmill');
    const after = withGround(before, { sha256: SHA, told: told(0, 10_000) });
    expect(after.gradePct).toEqual(before.gradePct);
    expect(after.descentM).toBe(before.descentM);
  });
});
