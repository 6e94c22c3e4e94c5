import { describe, expect, it } from 'vitest';
import type { PastRun } from '../../../../src/history/run-facts.ts';
import type { SurfaceShare } from '../../../../src/history/surface-shares.ts';
import { judge } from '../../../../src/risk/evaluate.ts';
import { newGround } from '../../../../src/risk/factors/new-ground.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

const mapped = (type: SurfaceShare['type'], distanceM: number): SurfaceShare => ({
  type,
  certainty: 'mapped',
  distanceM,
});

/** A run of 10 km with so many on forest paths and the rest on asphalt, all mapped. */
const ground = (dirtKm: number) => ({
  distanceM: 10_000,
  surfaces: [mapped('dirt', dirtKm * 1000), mapped('asphalt', (10 - dirtKm) * 1000)],
});
/** Earlier runs with so many of 10 km on forest paths. */
const earlier = (days: readonly number[], dirtKm: number): PastRun[] => days.map((day) => pastRun(day, ground(dirtKm)));
const LONG_AGO = [30, 40, 50, 60];
const ran = (dirtKm: number, options: RunOptions = {}) =>
  judge(newGround, riskInput({ facts: ground(dirtKm), history: earlier(LONG_AGO, 0), ...options }));

describe('new-ground', () => {
  describe('each threshold', () => {
    it.each([
      { dirtKm: 0, severity: 'none', why: 'the usual ground' },
      { dirtKm: 4.9, severity: 'none', why: 'under half of it new' },
      { dirtKm: 5, severity: 'none', why: 'half of it new, exactly the `change` that is let pass' },
      { dirtKm: 5.1, severity: 'info', why: 'more than half of it new' },
      { dirtKm: 10, severity: 'info', why: 'all of it new; the evidence bears no more' },
    ])('calls $dirtKm of 10 km on trails for a runner of roads $severity: $why', ({ dirtKm, severity }) => {
      expect(ran(dirtKm)).toMatchObject({ status: 'scored', severity });
    });
  });

  it('stays information for a runner in pain', () => {
    expect(ran(10, { painLog: [painEntry({ during: 5 })] }).severity).toBe('info');
  });

  it('never gets milder with more of it', () => {
    expectMonotone(newGround, (x) => ({ facts: ground(10 * x), history: earlier(LONG_AGO, 0) }));
  });

  it('tips over by a device error, a map that is wrong about 5 % of the way, only within 5 % of half', () => {
    const found = tipped(
      (pct) => ran(pct / 10).severity,
      scale(10, 90, 5),
      () => 5,
    );
    expectTippedOnlyNear(found, [50], () => 5);
  });

  it('grows with the change, in either direction', () => {
    const values = [0, 2, 4, 6, 8, 10].map((dirtKm) => ran(dirtKm).value ?? -1);
    expect(values).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ran(0, { history: earlier(LONG_AGO, 10) })).toMatchObject({ severity: 'info', value: 100 });
  });

  it('calls the ground new for four weeks, and usual when it fills the months before', () => {
    const firstWeeks = earlier([3, 7, 14, 21, 27], 10);
    expect(ran(10, { history: [...earlier(LONG_AGO, 0), ...firstWeeks] }).severity).toBe('info');
    expect(ran(10, { history: earlier([29, 35, 42, 49], 10) }).severity).toBe('none');
  });

  it('says how much of it was on what, and against what', () => {
    const { message } = ran(8, { history: earlier(LONG_AGO, 1) });
    expect(message).toContain('80 % of this run');
    expect(message).toContain('against 10 %');
  });

  it('takes the watch’s word and the runner’s like a tag of the map', () => {
    const surfaces: SurfaceShare[] = [
      { type: 'trail', certainty: 'recorded', distanceM: 6000 },
      { type: 'grass', certainty: 'told', distanceM: 4000 },
    ];
    expect(ran(0, { facts: { distanceM: 10_000, surfaces } })).toMatchObject({ severity: 'info', value: 100 });
  });

  describe('silence', () => {
    it('says nothing when the ground is assumed, or unknown for more than half of the way', () => {
      const assumed: SurfaceShare = { type: 'dirt', certainty: 'assumed', distanceM: 10_000 };
      const silent = { status: 'insufficient-data', message: expect.stringContaining('map of the area') };
      expect(ran(0, { facts: { distanceM: 10_000, surfaces: [assumed] } })).toMatchObject(silent);
      expect(ran(0, { facts: { distanceM: 10_000, surfaces: [mapped('dirt', 4900)] } })).toMatchObject(silent);
      expect(ran(0, { facts: { distanceM: 10_000, surfaces: [] } })).toMatchObject(silent);
    });

    it.each([
      { why: 'none at all', history: [] },
      { why: 'three', history: earlier([30, 40, 50], 0) },
      { why: 'four, of which one has no known ground', history: [...earlier([30, 40, 50], 0), pastRun(60)] },
      { why: 'four, all of the last four weeks', history: earlier([1, 5, 9, 28], 0) },
      { why: 'four, more than four months ago', history: earlier([119, 120, 130, 140], 0) },
    ])('says nothing with too few earlier runs: $why', ({ history }) => {
      expect(ran(10, { history }).status).toBe('insufficient-data');
    });

    it('leaves treadmill runs out, this one and earlier ones', () => {
      expect(ran(10, { subSport: 'treadmill', facts: { ...ground(10), subSport: 'treadmill' } }).status).toBe(
        'not-applicable',
      );
      const belts = LONG_AGO.map((day) => pastRun(day, { ...ground(0), subSport: 'treadmill' }));
      expect(ran(10, { history: belts }).status).toBe('insufficient-data');
    });
  });

  it('moves with its threshold alone', () => {
    const strict = { ...newGround, thresholds: { change: { ...newGround.thresholds.change, value: 30 } } };
    const input = riskInput({ facts: ground(4), history: earlier(LONG_AGO, 0) });
    expect([judge(newGround, input).severity, judge(strict, input).severity]).toEqual(['none', 'info']);
  });

  it('says that it rests on an assumption', () => {
    expect(ran(10)).toMatchObject({ certainty: null, citations: [], thresholdBasis: { kind: 'assumption' } });
  });
});
