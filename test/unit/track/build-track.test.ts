import { describe, expect, it } from 'vitest';
import { buildTrack } from '../../../src/track/build-track.ts';
import type { Track } from '../../../src/track/track.ts';
import { buildActivity, column, steadyRun } from '../../support/build-activity.ts';

const movingS = (track: Track): number => track.durationS.reduce((sum, seconds) => sum + seconds, 0);

describe('building a track', () => {
  it('gives the distance, speed and cadence of a plain run', () => {
    const { track, warnings } = buildTrack(buildActivity(steadyRun(601)));
    expect(track.distanceM.at(-1)).toBe(1800);
    expect(track.speedMps[300]).toBe(3);
    expect(track.cadenceSpm[300]).toBe(168);
    expect(warnings).toEqual([]);
  });

  it('takes no time and no way from a timer pause', () => {
    const run = steadyRun(600);
    const timeS = column(600, (i) => (i < 300 ? i : i + 240));
    const distanceM = column(600, (i) => (i < 300 ? 3 * i : 3 * (i - 1)));
    const { track } = buildTrack(buildActivity({ ...run, timeS, distanceM }, { pauses: [{ startS: 299, endS: 540 }] }));
    expect(movingS(track)).toBe(598);
    expect(track.pauses).toEqual([{ startS: 299, endS: 540 }]);
  });

  it('keeps way that the device counted in a pause, with the time it takes at the usual speed', () => {
    const run = steadyRun(600);
    const timeS = column(600, (i) => (i < 300 ? i : i + 240));
    const { track } = buildTrack(buildActivity({ ...run, timeS }, { pauses: [{ startS: 299, endS: 540 }] }));
    expect(track.distanceM.at(-1)).toBe(1797);
    expect(movingS(track)).toBe(599);
    expect(track.pauses).toEqual([{ startS: 300, endS: 540 }]);
  });

  it('takes a gap without way as a pause and a gap with way as running', () => {
    const jump = (way: number) => ({
      timeS: column(200, (i) => (i < 100 ? i : i + 59)),
      distanceM: column(200, (i) => (i < 100 ? 3 * i : 3 * (i - 1) + way)),
    });
    expect(movingS(buildTrack(buildActivity(jump(0))).track)).toBe(198);
    expect(movingS(buildTrack(buildActivity(jump(180))).track)).toBe(258);
  });

  it('says how many samples a clock jump cost', () => {
    const run = steadyRun(100);
    const timeS = column(100, (i) => (i === 50 ? 1e6 : i));
    const { track, warnings } = buildTrack(buildActivity({ ...run, timeS }));
    expect(track.length).toBe(99);
    expect(warnings).toMatchObject([{ code: 'clock-jump', count: 1 }]);
  });

  it('takes the surface from the sub-sport and never guesses one', () => {
    const surface = (subSport: string | null): number | undefined =>
      buildTrack(buildActivity(steadyRun(10), { subSport })).track.surface[0];
    expect(surface(null)).toBe(0);
    expect(surface('generic')).toBe(0);
    expect(surface('treadmill')).toBe(surface('indoor_running'));
    expect(surface('trail')).not.toBe(0);
  });

  it('lets the runner flip what the cadence counts', () => {
    const activity = buildActivity(steadyRun(100), { format: 'gpx', cadenceUnit: 'undecided' });
    expect(buildTrack(activity).track.cadenceSpm[50]).toBe(168);
    expect(buildTrack(activity, 'steps').track.cadenceSpm[50]).toBe(84);
  });

  it('doubts a run that is faster than the world record over its length', () => {
    const codes = (speed: number): string[] => {
      const timeS = column(1000, (i) => i);
      const { warnings } = buildTrack(buildActivity({ timeS, distanceM: timeS.map((t) => speed * t) }));
      return warnings.map(({ code }) => code);
    };
    expect(codes(6.2)).toEqual([]);
    expect(codes(6.8)).toEqual(['faster-than-running']);
  });
});
