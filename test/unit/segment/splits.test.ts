import { describe, expect, it } from 'vitest';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { splits } from '../../../src/segment/splits.ts';
import { buildTrack } from '../../../src/track/build-track.ts';
import { buildActivity, steadyRun } from '../../support/build-activity.ts';
import { loadTrack } from '../../support/load-track.ts';

const RUNNER = { heightM: 1.75, ownLine: null };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('splits', () => {
  it('hold each kilometre, and what is left as the last', () => {
    const track = loadTrack([{ seconds: 1000, speedMps: 2.5, gradePct: 0, cadenceSpm: 168 }]);
    const cut = splits(track, kneeLoad(track, RUNNER).kneeLoadKm, 1000);
    expect(cut.map(({ startM, endM }) => [startM, endM])).toEqual([
      [0, 1000],
      [1000, 2000],
      [2000, 2500],
    ]);
    expect(cut.map((split) => Math.round(split.movingTimeS))).toEqual([400, 400, 200]);
    expect(cut.map((split) => split.cadenceSpm)).toEqual([168, 168, 168]);
    expect(cut.map((split) => split.descentM)).toEqual([null, null, null]);
  });

  it('add up to the load and moving time of the run, wherever the borders lie', () => {
    const track = loadTrack([
      { seconds: 333, speedMps: 3.1, gradePct: 2, cadenceSpm: 170 },
      { seconds: 40, gait: 'stand', speedMps: 0 },
      { seconds: 611, speedMps: 2.9, gradePct: -6, cadenceSpm: 172 },
    ]);
    const load = kneeLoad(track, RUNNER);
    for (const lengthM of [100, 1000, 1609.344]) {
      const cut = splits(track, load.kneeLoadKm, lengthM);
      expect(sum(cut.map((split) => split.kneeLoadKm))).toBeCloseTo(load.flatEasyKm.mid, 9);
      expect(sum(cut.map((split) => split.movingTimeS))).toBeCloseTo(944, 6);
    }
  });

  it('put a descent where it lies', () => {
    const { track } = buildTrack(
      buildActivity(steadyRun(1200, (d) => 500 - 0.08 * Math.min(Math.max(d - 1000, 0), 1000))),
    );
    const cut = splits(track, kneeLoad(track, RUNNER).kneeLoadKm, 1000);
    expect(cut[0]?.descentM).toBeLessThan(3);
    expect(cut[1]?.descentM).toBeGreaterThan(75);
    expect(cut[1]?.descentM).toBeLessThan(82);
    expect(sum(cut.map((split) => split.descentM ?? 0))).toBeCloseTo(track.descentM ?? 0, 6);
    expect(cut[1]?.kneeLoadKm ?? 0).toBeGreaterThan(1.1 * (cut[0]?.kneeLoadKm ?? 0));
  });

  it('do not make a split of the last few metres', () => {
    const track = loadTrack([{ seconds: 404, speedMps: 2.5, gradePct: 0, cadenceSpm: 168 }]);
    expect(splits(track, kneeLoad(track, RUNNER).kneeLoadKm, 1000)).toHaveLength(1);
  });
});
