import { describe, expect, it } from 'vitest';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { expectedCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import { tibiofemoralColumn, tibiofemoralPeak } from '../../../src/load/tibiofemoral.ts';
import { loadTrack, type Stretch, unknown, withColumns } from '../../support/load-track.ts';

const runner = { heightM: 1.814, ownLine: null };
const level: Stretch = {
  seconds: 100,
  speedMps: 3.2,
  gradePct: 0,
  cadenceSpm: expectedCadenceSpm(3.2, runner.heightM, 0),
};

const peakOf = (stretches: readonly Stretch[], from = 0, to?: number) => {
  const track = loadTrack(stretches);
  const { steps } = kneeLoad(track, runner);
  return tibiofemoralPeak(track, tibiofemoralColumn(track, runner), steps, from, to ?? track.length);
};

describe('the peak between thigh and shin bone', () => {
  it('is about 8 body weights on the level, told as a range', () => {
    const peak = peakOf([level]);
    expect(peak?.mid).toBeCloseTo(8.02, 9);
    expect(peak?.low).toBeLessThan(6.5);
    expect(peak?.high).toBeGreaterThan(9.5);
  });

  it('is missing on slopes, up and down, and where the slope is not known', () => {
    for (const gradePct of [-8, -4, 4, 8]) expect(peakOf([{ ...level, gradePct }])).toBeNull();
    const track = loadTrack([level]);
    const column = tibiofemoralColumn(withColumns(track, { gradePct: unknown(track) }), runner);
    expect(column.every(Number.isNaN)).toBe(true);
  });

  it('is missing for walking, at rest and at speeds the model does not hold', () => {
    const others: Stretch[] = [
      { ...level, gait: 'walk', speedMps: 1.3, cadenceSpm: 110 },
      { ...level, gait: 'stand', speedMps: 0 },
      { ...level, speedMps: 1.9 },
      { ...level, speedMps: 5.5 },
    ];
    for (const other of others) expect(peakOf([other])).toBeNull();
  });

  it('is told of a stretch when at least half of its running steps were on the level', () => {
    const down: Stretch = { ...level, gradePct: -8 };
    expect(peakOf([level, { ...down, seconds: 90 }])?.mid).toBeCloseTo(8.02, 9);
    expect(peakOf([level, { ...down, seconds: 110 }])).toBeNull();
    expect(peakOf([level, down], 0, 100)?.mid).toBeCloseTo(8.02, 9);
    expect(peakOf([level, down], 100)).toBeNull();
  });

  it('grows with speed and falls with quicker steps', () => {
    const mid = (change: Partial<Stretch>) => peakOf([{ ...level, ...change }])?.mid as number;
    expect(mid({ speedMps: 4, cadenceSpm: expectedCadenceSpm(4, runner.heightM, 0) })).toBeGreaterThan(8.02);
    expect(mid({ cadenceSpm: (level.cadenceSpm as number) * 1.05 })).toBeLessThan(8.02);
  });
});
