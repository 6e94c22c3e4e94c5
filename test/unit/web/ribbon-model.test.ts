import { describe, expect, it } from 'vitest';
import type { RunTrack } from '#contract/runs';
import { type AxisKind, axisOf, sampleAt } from '../../../web/features/report/timeline/axis.ts';
import { changedPerKm, ribbonModel } from '../../../web/features/report/timeline/ribbon-model.ts';
import { paintOf } from '../../../web/lib/paint.ts';

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
    splits: { km: [], mi: [] },
    ...overrides,
  };
}

/** The ribbon of a run coloured by its load. */
function modelOf(run: RunTrack, from: number, to: number, wanted: number, kind: AxisKind = 'distance') {
  const paint = paintOf('load', run, [], { scheme: 'light', units: 'km' });
  if (!paint) throw new Error('a run has a load');
  return ribbonModel(run, axisOf(kind, run), { from, to }, paint, wanted);
}

describe('sampleAt', () => {
  it('finds the last sample at or before a distance', () => {
    const distances = [0, 3, 6, 6, 9];
    expect([-1, 0, 4, 6, 7, 50].map((metres) => sampleAt(distances, metres))).toEqual([0, 0, 1, 3, 3, 4]);
  });
});

describe('ribbonModel', () => {
  it('tells the same highest and lowest point on every screen', () => {
    const run = track(1000, {
      altitudeM: Array.from({ length: 1000 }, (_, at) => (at === 500 ? 131 : 100 - at / 100)),
    });
    for (const wanted of [60, 400]) {
      expect(modelOf(run, 0, 2997, wanted).extremesM).toEqual({ highest: 131, lowest: 90.01 });
    }
    expect(modelOf(track(100, { altitudeM: Array(100).fill(null) }), 0, 297, 60).extremesM).toBeNull();
  });

  it('keeps the mean of a column', () => {
    const altitudes = Array.from({ length: 1200 }, (_, at) => 100 + 20 * Math.sin(at / 90));
    const model = modelOf(track(1200, { altitudeM: altitudes }), 0, 1199 * STEP_M, 240);
    const mean = (values: readonly (number | null)[]) =>
      values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / values.length;
    expect(model.places).toHaveLength(240);
    expect(mean(model.altitudeM)).toBeCloseTo(mean(altitudes), 0);
  });

  it('shows a descent where it lies, also when zoomed in', () => {
    const loads = Array.from({ length: 1000 }, (_, at) => (at >= 600 && at < 800 ? 1.5 : 1));
    const model = modelOf(track(1000, { kneeLoadPerKm: loads }), 1500, 2700, 100);
    const heavy = model.places.filter((_, step) => (model.loadPerKm[step] ?? 0) > 1.25);
    expect(Math.min(...heavy)).toBeGreaterThanOrEqual(1790);
    expect(Math.max(...heavy)).toBeLessThanOrEqual(2410);
  });

  it('leaves a gap where nothing was recorded and invents nothing', () => {
    const altitudes = Array.from({ length: 600 }, (_, at) => (at >= 200 && at < 400 ? null : 50));
    const model = modelOf(track(600, { altitudeM: altitudes }), 0, 599 * STEP_M, 120);
    const missing = model.altitudeM.filter((value) => value === null).length;
    expect(missing).toBeGreaterThan(35);
    expect(missing).toBeLessThan(42);
  });

  it('bridges single holes of thin recordings', () => {
    const thin = track(40, { distanceM: Array.from({ length: 40 }, (_, at) => at * 100 + (at % 2) * 60) });
    const model = modelOf(thin, 0, 3960, 400);
    expect(model.altitudeM.every((value) => value === 100)).toBe(true);
  });

  it('takes cadence from running only', () => {
    const gait = Array.from({ length: 400 }, (_, at) => (at < 200 ? ('run' as const) : ('walk' as const)));
    const model = modelOf(track(400, { gait }), 0, 399 * STEP_M, 80);
    expect(model.cadenceSpm.slice(0, 40).every((value) => value === 170)).toBe(true);
    expect(model.cadenceSpm.slice(45).every((value) => value === null)).toBe(true);
  });

  it('shows a pause as a gap over time and not over distance', () => {
    const times = Array.from({ length: 400 }, (_, at) => (at < 200 ? at : at + 300));
    const paused = track(400, { timeS: times });
    const gaps = (kind: AxisKind, length: number) =>
      modelOf(paused, 0, length, 70, kind).altitudeM.filter((value) => value === null).length;
    expect(gaps('time', 699)).toBeGreaterThan(25);
    expect(gaps('distance', 399 * STEP_M)).toBe(0);
  });
});

describe('a changed run on the ribbon', () => {
  const run = track(1001);
  const changed = {
    distanceM: run.distanceM,
    kneeLoadKm: run.distanceM.map((metres) => (metres >= 1500 ? 0.6 : 1) * (STEP_M / 1000)),
  };

  it('has its load per km where it lies, over distance and over time', () => {
    for (const kind of ['distance', 'time'] as const) {
      const axis = axisOf(kind, run);
      const perKm = changedPerKm(changed, run, axis, { from: 0, to: axis.length }, 50);
      expect(perKm.slice(0, 25).every((load) => Math.abs((load ?? 0) - 1) < 1e-9)).toBe(true);
      expect(perKm.slice(25).every((load) => Math.abs((load ?? 0) - 0.6) < 1e-9)).toBe(true);
    }
  });

  it('has the same load when zoomed in', () => {
    const axis = axisOf('distance', run);
    const perKm = changedPerKm(changed, run, axis, { from: 1200, to: 1800 }, 20);
    expect(perKm[0]).toBeCloseTo(1, 9);
    expect(perKm[19]).toBeCloseTo(0.6, 9);
  });
});
