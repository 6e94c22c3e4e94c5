/** The picture of a planned route in steps, and what its descents are of it. */
import { describe, expect, it } from 'vitest';
import type { RunTrack } from '../../../server/contract/runs.ts';
import {
  bestWalked,
  descentShares,
  profileSteps,
  sampleNear,
} from '../../../web/features/next-run/components/profile-model.ts';

/** 1 km in steps of 10 m, falling by a metre each. */
const track = {
  distanceM: Array.from({ length: 101 }, (_, i) => 10 * i),
  altitudeM: Array.from({ length: 101 }, (_, i) => 200 - i),
} as unknown as RunTrack;

const stretch = (
  fromM: number,
  toM: number,
  type: 'flat' | 'descent' | 'steep-descent' | 'unknown',
  savedKm?: number,
) => ({
  ...{ fromM, toM, type, gradePct: null, gait: 'run' as const, speedMps: 3, kneeLoadKm: (toM - fromM) / 500, perKm: 2 },
  walked: savedKm === undefined ? null : { savedKm, peakBw: 5, walkedPeakBw: 3, timeS: 60 },
});

describe('the profile of a plan', () => {
  it('has equal steps with means, as many as fit and never more than samples bear', () => {
    const ten = profileSteps(track, track.distanceM, 10);
    expect(ten.map(({ atM }) => atM)).toEqual([50, 150, 250, 350, 450, 550, 650, 750, 850, 950]);
    expect(ten[0]).toEqual({ atM: 50, altitudeM: 195.5, painted: 45 });
    expect(profileSteps(track, track.distanceM, 1000)).toHaveLength(50);
    expect(profileSteps({ ...track, altitudeM: track.altitudeM.map(() => null) }, [], 4)[0]).toMatchObject({
      altitudeM: null,
      painted: null,
    });
  });

  it('finds the sample at a place, the last one beyond the end', () => {
    expect([sampleNear(track, 0), sampleNear(track, 95), sampleNear(track, 5000)]).toEqual([0, 10, 100]);
  });

  it('tells what descents are of the way and the load, and nothing of unknown hills', () => {
    const stretches = [stretch(0, 700, 'flat'), stretch(700, 900, 'descent'), stretch(900, 1000, 'steep-descent')];
    const shares = descentShares(stretches);
    expect(shares?.count).toBe(2);
    expect(shares?.wayShare).toBeCloseTo(0.3, 9);
    expect(shares?.loadShare).toBeCloseTo(0.3, 9);
    expect(descentShares([stretch(0, 1000, 'unknown')])).toBeNull();
  });

  it('names the descents that walking spares most, the best first, and none that it spares nothing', () => {
    const all = [
      stretch(0, 100, 'steep-descent', 0.1),
      stretch(100, 200, 'flat'),
      stretch(200, 300, 'steep-descent', 0.3),
      stretch(300, 400, 'steep-descent', -0.1),
    ];
    expect(bestWalked(all).map(({ fromM }) => fromM)).toEqual([200, 0]);
  });
});
