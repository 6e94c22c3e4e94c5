import { describe, expect, it } from 'vitest';
import type { RunTrack } from '#contract/runs';
import { ribbonModel, sampleAt } from '../../../web/features/report/timeline/ribbon-model.ts';

const STEP_M = 3;

/** A track of `count` samples 3 m and 1 s apart, flat, run at 170 spm; the overrides replace columns. */
function track(count: number, overrides: Partial<RunTrack> = {}): RunTrack {
  const column = <T>(value: (at: number) => T) => Array.from({ length: count }, (_, at) => value(at));
  return {
    timeS: column((at) => at),
    distanceM: column((at) => at * STEP_M),
    altitudeM: column(() => 100),
    gradePct: column(() => 0),
    speedMps: column(() => STEP_M),
    cadenceSpm: column(() => 170),
    expectedCadenceSpm: column(() => 168),
    heartRateBpm: column(() => null),
    kneeLoadPerKm: column(() => 1),
    latDeg: column(() => null),
    lonDeg: column(() => null),
    gait: column(() => 'run' as const),
    ...overrides,
  };
}

describe('sampleAt', () => {
  it('finds the last sample at or before a distance', () => {
    const distances = [0, 3, 6, 6, 9];
    expect([-1, 0, 4, 6, 7, 50].map((metres) => sampleAt(distances, metres))).toEqual([0, 0, 1, 3, 3, 4]);
  });
});

describe('ribbonModel', () => {
  it('keeps the mean of a column', () => {
    const altitudes = Array.from({ length: 1200 }, (_, at) => 100 + 20 * Math.sin(at / 90));
    const model = ribbonModel(track(1200, { altitudeM: altitudes }), { fromM: 0, toM: 1199 * STEP_M }, 240);
    const mean = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
    expect(model.xM).toHaveLength(240);
    expect(mean(model.altitudeM)).toBeCloseTo(mean(altitudes), 0);
  });

  it('shows a descent where it lies, also when zoomed in', () => {
    const loads = Array.from({ length: 1000 }, (_, at) => (at >= 600 && at < 800 ? 1.5 : 1));
    const model = ribbonModel(track(1000, { kneeLoadPerKm: loads }), { fromM: 1500, toM: 2700 }, 100);
    const heavy = model.xM.filter((_, step) => (model.loadPerKm[step] ?? 0) > 1.25);
    expect(Math.min(...heavy)).toBeGreaterThanOrEqual(1790);
    expect(Math.max(...heavy)).toBeLessThanOrEqual(2410);
  });

  it('leaves a gap where nothing was recorded and invents nothing', () => {
    const altitudes = Array.from({ length: 600 }, (_, at) => (at >= 200 && at < 400 ? null : 50));
    const model = ribbonModel(track(600, { altitudeM: altitudes }), { fromM: 0, toM: 599 * STEP_M }, 120);
    const missing = model.altitudeM.filter((value) => value === null).length;
    expect(missing).toBeGreaterThan(35);
    expect(missing).toBeLessThan(42);
  });

  it('bridges single holes of thin recordings', () => {
    const thin = track(40, { distanceM: Array.from({ length: 40 }, (_, at) => at * 100 + (at % 2) * 60) });
    const model = ribbonModel(thin, { fromM: 0, toM: 3960 }, 400);
    expect(model.altitudeM.every((value) => value === 100)).toBe(true);
  });

  it('takes cadence from running only', () => {
    const gait = Array.from({ length: 400 }, (_, at) => (at < 200 ? ('run' as const) : ('walk' as const)));
    const model = ribbonModel(track(400, { gait }), { fromM: 0, toM: 399 * STEP_M }, 80);
    expect(model.cadenceSpm.slice(0, 40).every((value) => value === 170)).toBe(true);
    expect(model.cadenceSpm.slice(45).every((value) => value === null)).toBe(true);
  });
});
