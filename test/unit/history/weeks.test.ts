import { describe, expect, it } from 'vitest';
import { weeks } from '../../../src/history/weeks.ts';
import { pastRun } from '../../support/risk-input.ts';

/** The builder's day 0 is Wednesday, 13 May 2026. */
describe('weeks', () => {
  it('adds up by week from Monday to Sunday, worked by hand', () => {
    const history = [
      pastRun(0, { distanceM: 8000, movingTimeS: 2400, descentM: 50, runningCadenceSpm: 170 }),
      pastRun(2, { distanceM: 5000, movingTimeS: 1500, descentM: null }),
      pastRun(3, { distanceM: 12_000, movingTimeS: 3600, descentM: 120, runningCadenceSpm: 160 }),
    ];
    expect(weeks(history)).toEqual([
      {
        weekStart: '2026-05-04',
        runs: 1,
        distanceM: 12_000,
        movingTimeS: 3600,
        descentM: 120,
        kneeLoadKm: { low: 0, mid: 0, high: 0 },
        runningCadenceSpm: 160,
        longestRunM: 12_000,
        longestBefore30dM: null,
        surfaces: [],
      },
      {
        weekStart: '2026-05-11',
        runs: 2,
        distanceM: 13_000,
        movingTimeS: 3900,
        descentM: 50,
        kneeLoadKm: { low: 0, mid: 0, high: 0 },
        runningCadenceSpm: 170,
        longestRunM: 8000,
        longestBefore30dM: 12_000,
        surfaces: [],
      },
    ]);
  });

  it('adds up the ground of its runs, and never what is assumed to what is mapped', () => {
    const onRoad = { type: 'asphalt', certainty: 'mapped', distanceM: 3000 } as const;
    const perhapsRoad = { type: 'asphalt', certainty: 'assumed', distanceM: 2000 } as const;
    const history = [pastRun(0, { surfaces: [onRoad, perhapsRoad] }), pastRun(1, { surfaces: [onRoad] })];
    expect(weeks(history).flatMap(({ surfaces }) => surfaces)).toEqual([perhapsRoad, { ...onRoad, distanceM: 6000 }]);
  });

  it('shows a week without a run with zeros, and goes on to the week it is asked for', () => {
    const table = weeks([pastRun(0), pastRun(14)], { untilMs: Date.UTC(2026, 4, 18) });
    expect(table.map(({ weekStart, runs }) => [weekStart, runs])).toEqual([
      ['2026-04-27', 1],
      ['2026-05-04', 0],
      ['2026-05-11', 1],
      ['2026-05-18', 0],
    ]);
    expect(table[1]).toMatchObject({ descentM: 0, longestRunM: 0, longestBefore30dM: null });
  });

  it('adds the knee load of the runs that have been reviewed', () => {
    const reviewed = { ...pastRun(0), kneeLoadKm: { low: 4, mid: 5, high: 6 } };
    expect(weeks([reviewed, pastRun(1)])[0]?.kneeLoadKm).toEqual({ low: 4, mid: 5, high: 6 });
  });

  it('does not call descent zero when no run of the week has altitude', () => {
    expect(weeks([pastRun(0)])[0]?.descentM).toBeNull();
  });

  it('counts a run in two files once', () => {
    expect(weeks([pastRun(0, { sha256: 'fit' }), pastRun(0, { sha256: 'gpx' })])[0]).toMatchObject({
      runs: 1,
      distanceM: 5000,
    });
  });

  it('looks back 30 days from the longest run of the week, not from its Monday', () => {
    const table = weeks([
      pastRun(0, { distanceM: 9000 }),
      pastRun(30, { distanceM: 7000 }),
      pastRun(31, { distanceM: 20_000 }),
    ]);
    expect(table.at(-1)?.longestBefore30dM).toBe(7000);
  });

  it('is empty for no runs', () => {
    expect(weeks([])).toEqual([]);
  });
});
