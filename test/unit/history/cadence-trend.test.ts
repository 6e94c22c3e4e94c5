import { describe, expect, it } from 'vitest';
import { cadenceTrend } from '../../../src/history/cadence-trend.ts';
import type { CadenceBin } from '../../../src/history/run-facts.ts';
import { pastRun } from '../../support/risk-input.ts';

const bin = (speedMps: number, cadenceSpm: number, minutes = 20): CadenceBin => ({
  speedMps,
  cadenceSpm,
  durationS: minutes * 60,
});
/** One run a week, the first of the list the earliest. */
const season = (...weeks: CadenceBin[][]) =>
  weeks.map((flatCadence, week) => pastRun(7 * (weeks.length - 1 - week), { flatCadence }));
const at28 = (...cadences: number[]) => season(...cadences.map((spm) => [bin(2.85, spm)]));

const of = (heightM: number | null) => ({ heightM, units: 'km', timeZone: null }) as const;

describe('cadenceTrend', () => {
  it('tells the pace in the runner’s unit', () => {
    const { sentence } = cadenceTrend(at28(160, 161, 162, 163, 164, 165, 166, 167), { ...of(null), units: 'mi' });
    expect(sentence).toContain('9:25 /mi');
  });

  it('sees cadence rise and says by how much', () => {
    const trend = cadenceTrend(at28(160, 161, 162, 163, 164, 165, 166, 167), of(1.814));
    expect(trend).toMatchObject({ trend: 'rising', usualSpeedMps: 2.85 });
    expect(trend.sentence).toBe('Your cadence at 5:50 /km on the flat rose by about 7 steps a minute over 8 weeks.');
  });

  it('tells the time of many seasons in years', () => {
    const trend = cadenceTrend(at28(...Array.from({ length: 260 }, (_, week) => 160 + week / 20)), of(null));
    expect(trend.sentence).toMatch(/rose by about 13 steps a minute over about 5 years\.$/);
  });

  it('sees cadence fall', () => {
    expect(cadenceTrend(at28(170, 168, 167, 166, 165, 163, 162), of(null)).trend).toBe('falling');
  });

  it.each([
    { name: 'weeks that go up and down', cadences: [165, 168, 164, 167, 165, 168, 166] },
    { name: 'a rise of less than 2 steps a minute', cadences: [165, 165.2, 165.4, 165.6, 165.8, 166, 166.2] },
    { name: 'a low spell that mends itself', cadences: [168, 168, 167, 156, 155, 156, 167, 168, 168] },
  ])('calls $name no clear change', ({ cadences }) => {
    const trend = cadenceTrend(at28(...cadences), of(null));
    expect(trend.trend).toBe('no-clear-change');
    expect(trend.sentence).toMatch(/no steady rise or fall over \d weeks: about 16[5-8] steps a minute/);
  });

  it('says since when cadence is on another level', () => {
    const trend = cadenceTrend(at28(168, 168, 168, 156, 156, 156, 156, 168, 168, 168), of(null));
    expect(trend.trend).toBe('no-clear-change');
    expect(trend.sentence).toContain(
      'Since the week of 27 April 2026 it has been about 12 higher than in the weeks before.',
    );
    expect(trend.changes).toHaveLength(2);
  });

  it('shows the low spell week by week all the same', () => {
    const { weeks } = cadenceTrend(at28(168, 168, 156, 168), of(null));
    expect(weeks.map(({ cadenceSpm }) => cadenceSpm)).toEqual([168, 168, 156, 168]);
  });

  it('does not take slow weeks for a low cadence: each week is moved to the usual speed', () => {
    const on = (...speeds: number[]) => speeds.map((speedMps) => bin(speedMps, 150 + 6 * speedMps));
    const trend = cadenceTrend(
      season(on(3, 3.2), on(2.8, 3), on(2.8, 3), on(2.8), on(2.6, 2.8), on(2.5, 2.6), on(2.4, 2.6)),
      of(null),
    );
    for (const { cadenceSpm } of trend.weeks) expect(cadenceSpm).toBeCloseTo(150 + 6 * (trend.usualSpeedMps ?? 0), 6);
    expect(trend.trend).toBe('no-clear-change');
  });

  it('leaves repeats out that are far from the usual speed', () => {
    const { weeks } = cadenceTrend(season([bin(2.8, 166, 60), bin(4.5, 190, 30)]), of(null));
    expect(weeks[0]).toMatchObject({ minutes: 60, cadenceSpm: 166 });
  });

  it('shows a week with under ten minutes without a cadence, from the first week with any to the last', () => {
    const { weeks } = cadenceTrend(season([], [bin(2.8, 166)], [], [bin(2.8, 150, 9.9)], []), of(null));
    expect(weeks.map(({ cadenceSpm, minutes }) => [cadenceSpm, minutes])).toEqual([
      [166, 20],
      [null, 0],
      [null, 9.9],
    ]);
  });

  it('expects by height, with 9 steps a minute to either side, and expects nothing without it', () => {
    const expected = cadenceTrend(season([bin(2.78, 166)]), of(1.814)).expected;
    expect(expected?.midSpm).toBeCloseTo(166.73, 1);
    expect((expected?.highSpm ?? 0) - (expected?.lowSpm ?? 0)).toBeCloseTo(18, 9);
    expect(cadenceTrend(season([bin(2.78, 166)]), of(null)).expected).toBeNull();
  });

  it('says that it needs more: five weeks, and none', () => {
    expect(cadenceTrend(at28(160, 162, 164, 166, 168), of(null))).toMatchObject({ trend: 'too-little-data' });
    expect(cadenceTrend(at28(160, 162, 164, 166, 168), of(null)).sentence).toContain(
      'takes 6 weeks with 10 minutes or more of flat, steady running; 5 so far',
    );
    expect(cadenceTrend([pastRun(3)], of(1.8))).toMatchObject({
      trend: 'too-little-data',
      usualSpeedMps: null,
      weeks: [],
    });
  });
});
