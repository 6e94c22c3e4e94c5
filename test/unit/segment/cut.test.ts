import { describe, expect, it } from 'vitest';
import { byCadence } from '../../../src/segment/by-cadence.ts';
import { byGrade } from '../../../src/segment/by-grade.ts';
import { cutSegments } from '../../../src/segment/segments.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import { buildActivity, column, steadyRun } from '../../support/build-activity.ts';

/** Flat 600 m, then −9 % for 900 m, then flat. */
const descent = (d: number): number => 500 - 0.09 * Math.min(Math.max(d - 600, 0), 900);

describe('cutting by grade', () => {
  it('finds a steep descent where it is, within half a window', () => {
    const { track } = buildTrack(buildActivity(steadyRun(800, descent)));
    const steep = byGrade(track).filter((segment) => segment.type === 'steep-descent');
    expect(steep).toHaveLength(1);
    expect(Math.abs((steep[0]?.startM ?? 0) - 600)).toBeLessThan(40);
    expect(Math.abs((steep[0]?.endM ?? 0) - 1500)).toBeLessThan(40);
    expect(steep[0]?.meanGradePct).toBeGreaterThan(-9.1);
    expect(steep[0]?.meanGradePct).toBeLessThan(-8);
  });

  it('is not shredded by ripples', () => {
    const { track } = buildTrack(buildActivity(steadyRun(1000, (d) => 100 + 0.5 * Math.sin(d / 7))));
    expect(byGrade(track).map((segment) => segment.type)).toEqual(['flat']);
  });

  it('names every stretch as its own mean grade says', () => {
    const rolling = (d: number): number => 200 + 6 * Math.sin(d / 40) + 9 * Math.sin(d / 130);
    const { track } = buildTrack(buildActivity(steadyRun(2000, rolling)));
    const segments = byGrade(track);
    expect(segments.length).toBeGreaterThan(10);
    for (const [i, { type, meanGradePct }] of segments.entries()) {
      const grade = meanGradePct ?? Number.NaN;
      expect(type).toBe(grade >= 3 ? 'climb' : grade <= -8 ? 'steep-descent' : grade <= -3 ? 'descent' : 'flat');
      expect(type).not.toBe(segments[i - 1]?.type);
    }
  });

  it('calls ground without altitude unknown, not flat', () => {
    const { altitudeM: _, ...run } = steadyRun(300);
    const { track } = buildTrack(buildActivity(run));
    expect(byGrade(track)).toMatchObject([{ type: 'unknown', meanGradePct: null }]);
  });
});

describe('cutting by cadence', () => {
  it('finds the stretch run under the expected cadence, and a walk', () => {
    const run = steadyRun(900);
    const strides = column(900, (i) => (i < 300 ? 84 : i < 600 ? 76 : 55));
    const speedMps = column(900, (i) => (i < 600 ? 3 : 1.4));
    const distanceM = column(900, (i) => (i < 600 ? 3 * i : 1800 + 1.4 * (i - 600)));
    const { track } = buildTrack(buildActivity({ ...run, cadencePerMin: strides, speedMps, distanceM }));
    const segments = byCadence(track, new Float64Array(900).fill(168));
    expect(segments.map((segment) => segment.type)).toEqual(['usual', 'low', 'walk']);
    expect(segments[1]?.meanCadenceSpm).toBeCloseTo(152, 0);
  });

  it('calls a run without cadence unknown', () => {
    const { cadencePerMin: _, ...run } = steadyRun(300);
    const { track } = buildTrack(buildActivity(run));
    expect(byCadence(track, new Float64Array(300).fill(168))).toMatchObject([
      { type: 'unknown', meanCadenceSpm: null },
    ]);
  });
});

describe('cutting by surface and gait', () => {
  it('gives the whole run the surface that the watch recorded', () => {
    const { track } = buildTrack(buildActivity(steadyRun(300), { subSport: 'treadmill' }));
    expect(cutSegments(track).surface).toMatchObject([{ type: 'treadmill', certainty: 'recorded', startIndex: 0 }]);
  });

  it('says that it does not know the surface otherwise', () => {
    const { track } = buildTrack(buildActivity(steadyRun(300)));
    expect(cutSegments(track).surface).toMatchObject([{ type: 'unknown', certainty: 'unknown' }]);
  });
});
