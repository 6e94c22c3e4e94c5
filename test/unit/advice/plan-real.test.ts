/** Forecasts of real runs, each from the runs before it, against what was recorded. Numbers stand in docs/methods/plans.md. */
import { describe, expect, it } from 'vitest';
import { FORECAST_DOUBT_SHARE } from '../../../src/advice/plan-forecast.ts';
import { read } from '../../../src/read.ts';
import { quantile } from '../../../src/stats/stats.ts';
import { type Hindcast, hindcasts, offBy, type ReadRun } from '../../support/forecast-season.ts';
import { hasRealData, readRealFile, realDataIndex, sha256 } from '../../support/real-data.ts';

/** The seasons of two runners, who never wrote for us. */
const SEASONS = ['season/wuyueSea', 'season/x3cl'] as const;

/** Where the way by positions and by the watch differ more than this, or the run was mostly not run, nothing can be compared. */
const SAME_WAY = Math.log(1.05);
const MOSTLY_RUN = 0.1;
const MIN_M = 2000;
const MIN_RECENT = 5;

function seasonRuns(folder: string): ReadRun[] {
  const rows = realDataIndex().filter(({ path }) => path?.startsWith(folder));
  return rows.flatMap(({ path = '' }) => {
    const bytes = readRealFile(path);
    const result = read(bytes, { sha256: sha256(bytes) });
    return result.ok ? [{ bytes, reading: result.value }] : [];
  });
}

const isComparable = (run: Hindcast): boolean =>
  run.reading.facts.distanceM >= MIN_M &&
  run.reading.track.altitudeSource !== 'none' &&
  run.walkedShare <= MOSTLY_RUN &&
  run.recent >= MIN_RECENT &&
  Math.abs(offBy(run).distance) <= SAME_WAY;

describe.skipIf(!hasRealData)('forecasting real runs (skipped without the folder of real files)', () => {
  const seasons = hasRealData
    ? SEASONS.map((folder) => ({ folder, runs: hindcasts(seasonRuns(folder)).filter(isComparable) }))
    : [];

  it('has more than 150 runs of two runners to go by', () => {
    expect(seasons.map(({ runs }) => runs.length).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(150);
  });

  it('comes within a tenth of the recorded load and time for the middle run of each runner', () => {
    for (const { folder, runs } of seasons) {
      const tell = (of: 'load' | 'time', who: 'planned' | 'newcomer') => {
        const off = runs.map((run) => Math.abs(offBy(run, who)[of]));
        const shares = [0.5, 0.95, 1].map((share) => quantile(off, share));
        console.info(
          `${folder}, ${runs.length} runs, ${who}: ${of} off by ${shares.map((s) => s.toFixed(3)).join(', ')}`,
        );
        return shares[0];
      };
      expect(tell('load', 'planned')).toBeLessThan(0.1);
      expect(tell('time', 'planned')).toBeLessThan(0.1);
      expect(tell('load', 'newcomer')).toBeLessThan(0.1);
      expect(tell('time', 'newcomer')).toBeLessThan(0.2);
    }
  });

  it('is off by no more than the doubt it adds to its range in 19 of 20 runs, with own paces and without', () => {
    const off = (who: 'planned' | 'newcomer') =>
      seasons.flatMap(({ runs }) => runs.map((run) => Math.abs(offBy(run, who).load)));
    expect(quantile(off('planned'), 0.95)).toBeLessThan(FORECAST_DOUBT_SHARE.own);
    expect(quantile(off('newcomer'), 0.95)).toBeLessThan(FORECAST_DOUBT_SHARE.assumed);
  });

  it('holds the recorded load in its range in 19 of 20 runs', () => {
    const runs = seasons.flatMap((season) => season.runs);
    const held = runs.filter(({ planned: { forecast }, kneeLoadKm }) => {
      const { low, high } = forecast.kneeLoadKm;
      return low <= kneeLoadKm.mid && kneeLoadKm.mid <= high;
    });
    expect(held.length / runs.length).toBeGreaterThan(0.95);
  });
});
