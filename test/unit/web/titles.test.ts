import { describe, expect, it } from 'vitest';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { heaviestSplit, loadTitle, ribbonTitle, splitsTitle } from '../../../web/features/report/timeline/titles.ts';

const KM = 1000;

/** A level run whose kilometres asked so much of the knees, sampled twice a kilometre. */
function runOf(loadPerKm: readonly number[], lastM = KM): RunTrack {
  const ends = loadPerKm.map((_, at) => (at === loadPerKm.length - 1 ? at * KM + lastM : (at + 1) * KM));
  const splits = loadPerKm.map((load, at) => {
    const [startM, endM] = [at * KM, ends[at] ?? 0];
    const kneeLoadKm = (load * (endM - startM)) / KM;
    return { startM, endM, kneeLoadKm, movingTimeS: 360, ascentM: 0, descentM: 0, cadenceSpm: null };
  });
  const distanceM = [...loadPerKm.flatMap((_, at) => [at * KM, at * KM + lastM / 2]), ends.at(-1) ?? 0];
  const kneeLoadPerKm = [...loadPerKm.flatMap((load) => [load, load]), loadPerKm.at(-1) ?? null];
  return { distanceM, kneeLoadPerKm, splits: { km: splits, mi: splits } } as Partial<RunTrack> as RunTrack;
}

const levelReport = (track: RunTrack): Report =>
  ({
    coverage: { altitude: 100 },
    segments: {
      grade: [{ type: 'flat', startM: 0, endM: track.distanceM.at(-1) ?? 0, kneeLoadKm: 1 }],
    },
  }) as unknown as Report;

describe('the titles of the charts', () => {
  it('call the load even only where no kilometre stands out', () => {
    const even = runOf([1, 1.02, 0.97, 1]);
    expect(ribbonTitle(levelReport(even), even, 'km')).toContain('spread evenly');
    const uneven = runOf([0.8, 0.7, 0.5, 0.6]);
    const title = ribbonTitle(levelReport(uneven), uneven, 'km');
    expect(title).not.toContain('even');
    expect(title).toContain('km 1 asked the most of the knees: 1.2 times');
  });

  it('do not take the rest of a kilometre at the end for the heaviest', () => {
    expect(heaviestSplit(runOf([1, 1, 1, 3], 100), 'km')).toBeNull();
    expect(heaviestSplit(runOf([1, 1, 1, 3], 900), 'km')?.number).toBe(4);
    expect(heaviestSplit(runOf([3]), 'km')).toBeNull();
  });

  it('tell for how much of the way the load was clearly above flat easy running', () => {
    expect(loadTitle(runOf([1.2, 1, 1, 1.3]))).toContain('for 50\u00a0% of the way');
    expect(loadTitle(runOf([1.2, 1.5]))).toContain('all the way');
    expect(loadTitle(runOf([1, 1.05]))).toContain('nowhere');
  });

  it('name the heaviest kilometre or mile over its table, or that none stands out', () => {
    expect(splitsTitle(runOf([1, 1, 1.4]), 'km')).toBe('Kilometre by kilometre: km 3 asked the most, 1.4 flat-easy km');
    expect(splitsTitle(runOf([1, 1, 1.4]), 'mi')).toContain('mile 3 asked the most');
    expect(splitsTitle(runOf([1, 1, 1]), 'km')).toBe('Kilometre by kilometre: none stands out');
  });
});
