import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/parse/activity.ts';
import { byCadence } from '../../src/segment/by-cadence.ts';
import { isMoving } from '../../src/segment/cut.ts';
import type { Extent } from '../../src/segment/segment.ts';
import { cutSegments } from '../../src/segment/segments.ts';
import { buildTrack } from '../../src/track/build-track.ts';
import { coverageRatio } from '../../src/track/columns.ts';
import type { Track } from '../../src/track/track.ts';
import { buildActivity } from '../support/build-activity.ts';

const reading = (min: number, max: number) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.double({ min, max, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  );

/** A sample as a watch may write it, the senseless included: clocks that jump, counters that fall, holes anywhere. */
const sample = fc.record({
  step: fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.integer({ min: -5000, max: 90_000 })),
  way: fc.oneof({ weight: 8, arbitrary: reading(0, 40) }, reading(-500, 9000)),
  speed: reading(0, 9),
  altitude: reading(-600, 9500),
  cadence: reading(0, 250),
  lat: reading(-80, 80),
});

const activity: fc.Arbitrary<Activity> = fc
  .record({
    samples: fc.array(sample, { minLength: 1, maxLength: 120 }),
    has: fc.record({
      distance: fc.boolean(),
      speed: fc.boolean(),
      altitude: fc.boolean(),
      cadence: fc.boolean(),
      lat: fc.boolean(),
    }),
    pauses: fc.uniqueArray(fc.integer({ min: 0, max: 1500 }), { maxLength: 6 }),
    unit: fc.constantFrom('strides' as const, 'steps' as const, 'undecided' as const),
    hasBarometer: fc.constantFrom(true, false, null),
  })
  .map(({ samples, has, pauses, unit, hasBarometer }) => {
    let t = 0;
    let d = 0;
    const timeS: number[] = [];
    const distanceM: number[] = [];
    for (const { step, way } of samples) {
      timeS.push(t);
      distanceM.push(d);
      t += step;
      d += way;
    }
    const edges = [...pauses].sort((a, b) => a - b);
    return buildActivity(
      {
        timeS,
        ...(has.distance && { distanceM }),
        ...(has.speed && { speedMps: samples.map(({ speed }) => speed) }),
        ...(has.altitude && { altitudeM: samples.map(({ altitude }) => altitude) }),
        ...(has.cadence && { cadencePerMin: samples.map(({ cadence }) => cadence) }),
        ...(has.lat && { latDeg: samples.map(({ lat }) => lat), lonDeg: samples.map(({ lat }) => lat) }),
      },
      {
        cadenceUnit: unit,
        hasBarometer,
        pauses: edges.flatMap((startS, k) =>
          k % 2 === 0 && edges[k + 1] ? [{ startS, endS: edges[k + 1] as number }] : [],
        ),
      },
    );
  });

function expectCover(track: Track, segments: readonly Extent[]): void {
  let end = 0;
  for (const segment of segments) {
    expect(segment.startIndex).toBeGreaterThanOrEqual(end);
    expect(segment.endIndex).toBeGreaterThan(segment.startIndex);
    for (let i = end; i < segment.startIndex; i++) expect(isMoving(track, i)).toBe(false);
    end = segment.endIndex;
  }
  for (let i = end; i < track.length; i++) expect(isMoving(track, i)).toBe(false);
}

describe('a track, whatever the watch wrote', () => {
  it('has columns of one length, time that rises and distance that never falls', () => {
    fc.assert(
      fc.property(activity, (recorded) => {
        const { track } = buildTrack(recorded);
        for (const column of Object.values(track)) {
          if (ArrayBuffer.isView(column)) expect((column as Float64Array).length).toBe(track.length);
        }
        for (let i = 1; i < track.length; i++) {
          expect(track.timeS[i]).toBeGreaterThan(track.timeS[i - 1] as number);
          expect(track.distanceM[i]).toBeGreaterThanOrEqual(track.distanceM[i - 1] as number);
        }
      }),
    );
  });

  it('holds no infinite number, and spends no more time moving than has passed', () => {
    fc.assert(
      fc.property(activity, (recorded) => {
        const { track } = buildTrack(recorded);
        for (const column of Object.values(track)) {
          if (column instanceof Float64Array) for (const value of column) expect(Math.abs(value)).not.toBe(Infinity);
        }
        const spent = track.durationS.reduce((sum, seconds) => sum + seconds, 0);
        const passed = (track.timeS.at(-1) ?? 0) - (track.timeS[0] ?? 0);
        expect(spent).toBeLessThanOrEqual(passed + 1e-6);
        expect(Math.min(...track.durationS)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('makes no way and no load of a pause', () => {
    fc.assert(
      fc.property(activity, (recorded) => {
        const { track } = buildTrack(recorded);
        for (let i = 0; i + 1 < track.length; i++) {
          if ((track.durationS[i] as number) > 0) continue;
          expect(track.distanceM[i + 1]).toBe(track.distanceM[i]);
          expect(isMoving(track, i)).toBe(false);
        }
      }),
    );
  });

  it('invents no cadence and no altitude where the file holds none', () => {
    fc.assert(
      fc.property(activity, (recorded) => {
        const { track } = buildTrack(recorded);
        if (recorded.samples.cadencePerMin === null) expect(coverageRatio(track.cadenceSpm)).toBe(0);
        if (recorded.samples.altitudeM === null) expect(coverageRatio(track.gradePct)).toBe(0);
        expect(track.origin.cadence === 'absent').toBe(track.cadenceReading === null);
      }),
    );
  });

  it('is cut into segments in order, without overlap, that cover every moving interval', () => {
    fc.assert(
      fc.property(activity, (recorded) => {
        const { track } = buildTrack(recorded);
        const { grade, surface, gait } = cutSegments(track);
        expectCover(track, grade);
        expectCover(track, surface);
        expectCover(track, gait);
        expectCover(track, byCadence(track, new Float64Array(track.length).fill(168)));
      }),
    );
  });
});
