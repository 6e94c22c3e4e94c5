import { describe, expect, it } from 'vitest';
import { WATCH } from '../../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../../fixtures/write/fit.ts';
import { runTrackSchema } from '../../../server/contract/runs.ts';
import { chartTrack } from '../../../server/jobs/chart-track.ts';
import { read, review, UNKNOWN_PROFILE } from '../../../src/index.ts';
import { sha256 } from '../../support/real-data.ts';

/** A run of this length at 2.8 m/s, every second recorded. */
function runOf(lengthM: number) {
  const plan = {
    ...{ startedAtMs: Date.UTC(2026, 5, 1, 6), subSport: null, cadenceFactor: 1, easySpeedMps: 2.8, watch: WATCH },
    legs: [
      { lengthM: lengthM / 2, gradePct: 3 },
      { lengthM: lengthM / 2, gradePct: -3 },
    ],
    stops: [{ atM: lengthM / 3, durationS: 40 }],
  };
  const bytes = writeFit(simulateRun(plan, 5).recording);
  const result = read(bytes, { sha256: sha256(bytes) });
  if (!result.ok) throw new Error(result.error.message);
  const reviewed = review(result.value, { profile: UNKNOWN_PROFILE, history: [], painLog: [] });
  const { track } = result.value;
  return { track, reviewed, chart: chartTrack(track, reviewed.kneeLoad, reviewed.expectedCadenceSpm) };
}

describe('the columns for charts', () => {
  const short = runOf(3000);
  const long = runOf(20_000);

  it('hold every sample of a short run and at most 4,000 points of a long one', () => {
    expect(short.chart.timeS).toHaveLength(short.track.length);
    expect(long.track.length).toBeGreaterThan(6000);
    expect(long.chart.timeS.length).toBeLessThanOrEqual(4000);
    expect(long.chart.timeS.length).toBeGreaterThan(2000);
  });

  it('are all of one length and as the contract says, missing as null', () => {
    for (const { chart } of [short, long]) {
      expect(runTrackSchema.parse(chart)).toEqual(chart);
      expect(
        new Set(Object.values(chart).flatMap((column) => (Array.isArray(column) ? [column.length] : []))).size,
      ).toBe(1);
      expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    }
  });

  it('begin and end with the run', () => {
    for (const { chart, track } of [short, long]) {
      expect(chart.timeS[0]).toBeCloseTo(track.timeS[0] ?? Number.NaN, 1);
      expect(chart.timeS.at(-1)).toBeCloseTo(track.timeS.at(-1) ?? Number.NaN, 1);
      expect(chart.distanceM.at(-1)).toBeCloseTo(track.distanceM.at(-1) ?? Number.NaN, 1);
    }
  });

  it('keep the whole load, however thin the points', () => {
    for (const { chart, reviewed } of [short, long]) {
      const km = chart.kneeLoadPerKm.reduce<number>((sum, perKm, i) => {
        const metres = (chart.distanceM[i + 1] ?? chart.distanceM[i] ?? 0) - (chart.distanceM[i] ?? 0);
        return sum + ((perKm ?? 0) * metres) / 1000;
      }, 0);
      expect(km / reviewed.kneeLoad.flatEasyKm.mid).toBeGreaterThan(0.99);
      expect(km / reviewed.kneeLoad.flatEasyKm.mid).toBeLessThan(1.01);
    }
  });
});
