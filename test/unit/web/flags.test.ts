import { describe, expect, it } from 'vitest';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { flagsOf } from '../../../web/features/report/timeline/flags.ts';

/** 800 m at −5 % run with 8 samples, then 200 m at −20 % crept down with 40. */
const distanceM = [
  ...Array.from({ length: 9 }, (_, at) => at * 100),
  ...Array.from({ length: 40 }, (_, at) => 805 + at * 5),
];
const gradePct = distanceM.map((metres) => (metres < 800 ? -5 : -20));
const track = { distanceM, gradePct } as Partial<RunTrack> as RunTrack;
const where = [{ startM: 0, endM: 1000, startS: 0, endS: 600 }];
const report = {
  totals: { distanceM: 4000 },
  findings: [{ id: 'long-downhill', title: 'A lot of downhill running', severity: 'moderate', where }],
} as unknown as Report;

describe('the words on a bracket', () => {
  it('tell the mean grade of the way, not of the samples', () => {
    expect(flagsOf(report, track, 'km').map(({ label }) => label)).toEqual(['−8\u00a0% for 1.0\u00a0km']);
  });
});
