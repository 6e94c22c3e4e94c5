import { describe, expect, it } from 'vitest';
import { type ToldStretch, toldAt, toldPath } from '../../../src/surface/told.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import type { Track } from '../../../src/track/track.ts';
import { buildActivity, column, steadyRun } from '../../support/build-activity.ts';
import { placeOnMap } from '../../support/small-map.ts';

const SECONDS = 300;

/** A run of 300 s at 3 m/s eastward, this far north, or back again; on the given way of a map. */
function run(northM: number, options: { back?: boolean; north?: boolean; wayId?: number } = {}): Track {
  const at = (i: number) => {
    const alongM = options.back ? 3 * (SECONDS - i) : 3 * i;
    return options.north ? placeOnMap(450, northM + alongM - 450) : placeOnMap(alongM, northM);
  };
  const { track } = buildTrack(
    buildActivity({
      ...steadyRun(SECONDS),
      latDeg: column(SECONDS, (i) => at(i).latDeg),
      lonDeg: column(SECONDS, (i) => at(i).lonDeg),
    }),
  );
  return { ...track, wayId: new Float64Array(track.length).fill(options.wayId ?? Number.NaN) };
}

/** The first run's metres 300 to 600, painted. */
const painted = (first: Track): ToldStretch => ({
  surface: 'grass',
  runSha256: 'first',
  fromM: 300,
  toM: 600,
  path: toldPath(first, 300, 600),
});

/** Metres of a run that the word covers, from and to; null for none. */
function covered(track: Track, told: ToldStretch, sha256 = 'later'): [number, number] | null {
  const at = toldAt(track, sha256, [told]);
  const first = at.indexOf(0);
  if (first < 0) return null;
  return [track.distanceM[first] as number, track.distanceM[at.lastIndexOf(0) + 1] as number];
}

const near = (stretch: [number, number] | null, fromM: number, toM: number): void => {
  expect(Math.abs((stretch?.[0] ?? Number.NaN) - fromM)).toBeLessThan(25);
  expect(Math.abs((stretch?.[1] ?? Number.NaN) - toM)).toBeLessThan(25);
};

describe('the runner’s word on the ground', () => {
  it('covers the stretch of the run that was painted', () => {
    expect(covered(run(0), painted(run(0)), 'first')).toEqual([300, 600]);
  });

  it('covers a later run on the same path, there and back', () => {
    near(covered(run(5), painted(run(0))), 300, 600);
    near(covered(run(5, { back: true }), painted(run(0))), 300, 600);
  });

  it('leaves a run alone that only crosses the path, or runs beside it', () => {
    expect(covered(run(0, { north: true }), painted(run(0)))).toBeNull();
    expect(covered(run(40), painted(run(0)))).toBeNull();
  });

  it('goes by the way where a map knows it: the same way farther off, never the way beside it', () => {
    near(covered(run(20, { wayId: 7 }), painted(run(0, { wayId: 7 }))), 300, 600);
    expect(covered(run(5, { wayId: 8 }), painted(run(0, { wayId: 7 })))).toBeNull();
  });

  it('still counts when a map came after it was told, or went: nearness decides where either has no way', () => {
    near(covered(run(5, { wayId: 7 }), painted(run(0))), 300, 600);
    near(covered(run(5), painted(run(0, { wayId: 7 }))), 300, 600);
    expect(covered(run(20, { wayId: 7 }), painted(run(0)))).toBeNull();
    expect(covered(run(0, { wayId: 7 }), painted(run(0)), 'first')).toEqual([300, 600]);
  });

  it('goes before an earlier word', () => {
    const first = painted(run(0));
    const at = toldAt(run(0), 'first', [first, { ...first, fromM: 400, surface: 'sand' }]);
    expect(at[110]).toBe(0);
    expect(at[150]).toBe(1);
  });

  it('counts for its own run alone where that has no positions', () => {
    const indoor = { ...run(0), latDeg: new Float64Array(SECONDS).fill(Number.NaN) };
    const told = painted(indoor);
    expect(told.path).toEqual([]);
    expect(covered(indoor, told, 'first')).toEqual([300, 600]);
    expect(covered(run(0), told)).toBeNull();
  });
});
