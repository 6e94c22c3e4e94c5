/** The track on the map: one line a colour, no piece lost, and no more places than can be seen. */
import { describe, expect, it } from 'vitest';
import { trackLines } from '../../../web/components/map/track-lines.ts';
import type { Paint } from '../../../web/lib/paint.ts';

const METRE_DEG = 1 / 111_320;

/** Due north, a sample each second and so many metres; the values are painted as classes. */
function lines(values: readonly (number | null)[], metres: number, gapBefore = -1) {
  const track = {
    timeS: values.map((_, at) => (at >= gapBefore && gapBefore >= 0 ? at + 1000 : at)),
    latDeg: values.map((_, at) => 50 + at * metres * METRE_DEG),
    lonDeg: values.map(() => 8),
  } as unknown as Parameters<typeof trackLines>[0];
  const paint = { values, isClass: true, colour: (value: number | null) => `colour ${value}` } as unknown as Paint;
  return trackLines(track, paint);
}

const northM = (place: readonly [number, number] | undefined) => ((place?.[0] ?? Number.NaN) - 50) / METRE_DEG;

describe('the lines of a track', () => {
  it('meet where the colour changes, and end where the track does', () => {
    const [first, second] = lines([1, 1, 1, 1, 2, 2, 2], 2);
    expect(northM(first?.pieces[0]?.at(0))).toBeCloseTo(0);
    expect(northM(first?.pieces[0]?.at(-1))).toBeCloseTo(6);
    expect(northM(second?.pieces[0]?.at(0))).toBeCloseTo(6);
    expect(northM(second?.pieces[0]?.at(-1))).toBeCloseTo(12);
  });

  it('leave out places closer than a pixel or two, and keep those further apart', () => {
    expect(lines(Array(101).fill(1), 2)[0]?.pieces[0]?.length).toBeLessThan(40);
    expect(lines(Array(101).fill(1), 6)[0]?.pieces[0]).toHaveLength(101);
  });

  it('are broken by a gap, with both ends in place', () => {
    const pieces = lines([1, 1, 1, 1, 1, 1], 1, 3)[0]?.pieces ?? [];
    expect(pieces.map((piece) => [piece.at(0), piece.at(-1)].map(northM).map(Math.round))).toEqual([
      [0, 2],
      [3, 5],
    ]);
  });
});
