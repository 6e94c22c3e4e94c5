/**
 * The read road against independent truth: what the watch itself summed up, and what other decoders found in real files.
 * Limits are those the product promises.
 */
import { describe, expect, it } from 'vitest';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { type Reading, read } from '../../src/read.ts';
import { review } from '../../src/review.ts';
import { quantile } from '../../src/stats/stats.ts';
import { hasRealData, type IndexRow, readRealFile, realDataIndex, sha256 } from '../support/real-data.ts';

interface Run {
  readonly row: IndexRow;
  readonly reading: Reading;
}

function readAll(): Run[] {
  const rows = realDataIndex().filter(({ kind }) => kind === 'fit' || kind === 'season' || kind === 'tcx');
  return rows.flatMap((row) => {
    const bytes = readRealFile(row.path ?? '');
    const result = read(bytes, { sha256: sha256(bytes) });
    return result.ok ? [{ row, reading: result.value }] : [];
  });
}

/** Shorter recordings are tests of a watch, not runs: a metre of rounding weighs too much. */
const MIN_M = 500;

/** Differences in `of` between ours and theirs over the runs that have both. */
const differences = (runs: readonly Run[], of: (run: Run) => number | null): number[] =>
  runs.map(of).filter((value) => value !== null);

describe.skipIf(!hasRealData)('reading real runs (skipped without the folder of real files)', () => {
  const runs = hasRealData ? readAll() : [];

  it('reads more than 250 of them', () => {
    expect(runs.length).toBeGreaterThan(250);
  });

  it('gives the distance that the watch itself gives, within 1 % for every run', () => {
    const errors = differences(runs, ({ reading }) => {
      const theirs = reading.deviceTotals?.distanceM ?? 0;
      return theirs >= MIN_M ? Math.abs(reading.facts.distanceM / theirs - 1) : null;
    });
    expect(errors.length).toBeGreaterThan(200);
    expect(Math.max(...errors)).toBeLessThan(0.01);
  });

  it('gives the distance that other decoders give, within 1 % for 97 of 100 files of one sport', () => {
    const errors = differences(runs, ({ row, reading }) => {
      const theirs = Number(row.distance_m);
      const isOneSport = !/[+,]/.test(row.sport ?? '') && row.kind !== 'tcx';
      return theirs >= MIN_M && isOneSport ? Math.abs(reading.facts.distanceM / theirs - 1) : null;
    });
    expect(errors.length).toBeGreaterThan(200);
    expect(quantile(errors, 0.97)).toBeLessThan(0.01);
  });

  it('gives the time on the timer of the watch, within 2 % for 95 of 100 runs', () => {
    const errors = differences(runs, ({ reading }) => {
      const theirs = reading.deviceTotals?.timerTimeS ?? 0;
      const isRun = (reading.deviceTotals?.distanceM ?? 0) >= MIN_M;
      return theirs > 0 && isRun ? Math.abs(reading.facts.timerTimeS / theirs - 1) : null;
    });
    expect(errors.length).toBeGreaterThan(200);
    expect(quantile(errors, 0.5)).toBeLessThan(0.001);
    expect(quantile(errors, 0.95)).toBeLessThan(0.02);
  });

  it('gives the moving time of a watch that tells one, within 2 %', () => {
    const errors = differences(runs, ({ reading }) => {
      const theirs = reading.deviceTotals?.movingTimeS ?? 0;
      return theirs > 0 ? Math.abs(reading.facts.movingTimeS / theirs - 1) : null;
    });
    expect(errors.length).toBeGreaterThan(0);
    expect(Math.max(...errors)).toBeLessThan(0.02);
  });

  it('gives the mean cadence of the watch within 1 step a minute at the median and 4 at the 95th percentile', () => {
    const errors = differences(runs, ({ reading }) => {
      const theirs = reading.deviceTotals?.meanCadenceSpm ?? null;
      const ours = reading.facts.meanCadenceSpm;
      return theirs !== null && theirs > 0 && ours !== null ? Math.abs(ours - theirs) : null;
    });
    expect(errors.length).toBeGreaterThan(200);
    expect(quantile(errors, 0.5)).toBeLessThan(1);
    expect(quantile(errors, 0.95)).toBeLessThan(4);
  });

  it('gives ascent and descent of barometric watches within a tenth at the median', () => {
    const barometric = runs.filter(({ reading }) => reading.track.altitudeSource === 'barometric');
    for (const name of ['ascentM', 'descentM'] as const) {
      const errors = differences(barometric, ({ reading }) => {
        const theirs = reading.deviceTotals?.[name] ?? 0;
        return theirs >= 50 ? Math.abs((reading.facts[name] ?? 0) / theirs - 1) : null;
      });
      expect(errors.length).toBeGreaterThan(30);
      expect(quantile(errors, 0.5)).toBeLessThan(0.1);
    }
  });
});

describe.skipIf(!hasRealData)('one run exported as FIT, GPX and TCX (skipped without the folder of real files)', () => {
  const outcomes = ['fit', 'gpx', 'tcx'].map((format) => {
    const row = realDataIndex().find(({ path = '' }) => path.endsWith(`/6782987395.${format}`));
    const bytes = row ? readRealFile(row.path ?? '') : new Uint8Array();
    const result = read(bytes, { sha256: sha256(bytes) });
    if (!result.ok) throw new Error(`6782987395.${format}: ${result.error.message}`);
    const reading = result.value;
    const { report } = review(reading, { profile: UNKNOWN_PROFILE, history: [], painLog: [] });
    return { facts: reading.facts, loadKm: report.kneeLoad.flatEasyKm.mid };
  });
  const [fit] = outcomes;

  /** Largest difference from the FIT file, as a share of its value. */
  const apart = (of: (outcome: (typeof outcomes)[number]) => number | null): number => {
    const values = outcomes.map((outcome) => of(outcome) ?? Number.NaN);
    return Math.max(...values.map((value) => Math.abs(value / (values[0] as number) - 1)));
  };

  it('has the same cadence within 1 step a minute', () => {
    for (const { facts } of outcomes) {
      expect(Math.abs((facts.meanCadenceSpm ?? 0) - (fit?.facts.meanCadenceSpm ?? Number.NaN))).toBeLessThan(1);
      expect(Math.abs((facts.runningCadenceSpm ?? 0) - (fit?.facts.runningCadenceSpm ?? Number.NaN))).toBeLessThan(1);
    }
  });

  it('has the same distance within 1 %, though GPX holds positions alone', () => {
    expect(apart(({ facts }) => facts.distanceM)).toBeLessThan(0.01);
  });

  it('has the same descent within a tenth', () => {
    expect(apart(({ facts }) => facts.descentM)).toBeLessThan(0.1);
  });

  it('asks the same of the knees within 5 %', () => {
    expect(apart(({ loadKm }) => loadKm)).toBeLessThan(0.05);
  });
});
