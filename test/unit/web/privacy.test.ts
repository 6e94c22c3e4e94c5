import { describe, expect, it } from 'vitest';
import type { RunTrack } from '../../../server/contract/runs.ts';
import { withoutEnds } from '../../../web/features/report/paper/privacy.ts';

/** Metres of one degree of latitude, by the mean radius of the Earth. */
const METRES_PER_DEGREE = 111_195;
const HOME = { lat: 47, lon: 8 };

/** A way north from home and, over the same ground, back past it to a finish in the south. */
function pastTheDoor(): RunTrack {
  const metres = [0, 100, 250, 500, 250, 100, 0, -100, -250, -500];
  return {
    latDeg: metres.map((north) => HOME.lat + north / METRES_PER_DEGREE),
    lonDeg: metres.map(() => HOME.lon),
  } as unknown as RunTrack;
}

describe('hiding start and finish', () => {
  it('hides a circle round both, also where the run passes there in between', () => {
    const { latDeg, lonDeg } = withoutEnds(pastTheDoor(), 200);
    expect(latDeg.map((lat) => lat !== null)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(lonDeg.map((lon) => lon === null)).toEqual(latDeg.map((lat) => lat === null));
  });

  it('hides nothing with a radius of nothing', () => {
    expect(withoutEnds(pastTheDoor(), 0).latDeg).toEqual(pastTheDoor().latDeg);
  });

  it('takes the first and last known position for start and finish', () => {
    const track = pastTheDoor();
    const late = { ...track, latDeg: track.latDeg.with(0, null), lonDeg: track.lonDeg.with(0, null) };
    expect(withoutEnds(late, 120).latDeg.slice(0, 3)).toEqual([null, null, track.latDeg[2]]);
  });
});
