import { describe, expect, it } from 'vitest';
import type { Week } from '#contract/trends';
import { tickLabel, tickPlaces } from '../../../web/components/chart/week-ticks.ts';
import {
  heaviestWeekSentence,
  latestWeekSentence,
  longestRunSentence,
} from '../../../web/features/trends/sentences.ts';
import { inRange } from '../../../web/features/trends/trend-range.ts';

const week = (kneeLoadKm: number): Week => ({
  weekStart: '2026-06-01',
  runs: kneeLoadKm > 0 ? 3 : 0,
  distanceM: kneeLoadKm * 1000,
  movingTimeS: kneeLoadKm * 360,
  descentM: null,
  runningCadenceSpm: null,
  kneeLoadKm: { low: kneeLoadKm, mid: kneeLoadKm, high: kneeLoadKm },
  longestRunM: 10_000,
  longestBefore30dM: null,
  surfaces: [],
});

describe('the sentence over the weeks', () => {
  it('compares the latest week with the mean of the four before', () => {
    expect(latestWeekSentence([20, 20, 20, 20, 30].map(week), 'km')).toMatch(/about 30 .*50\u00a0% more than/);
    expect(latestWeekSentence([40, 40, 40, 40, 20].map(week), 'km')).toMatch(/50\u00a0% less than/);
  });

  it('names the week, so that a latest run of last year is not taken for yesterday', () => {
    expect(latestWeekSentence([20, 30].map(week), 'km')).toContain('1 Jun 2026');
  });

  it('calls a difference within the noise the same', () => {
    expect(latestWeekSentence([20, 20, 20, 20, 21].map(week), 'km')).toContain('about the same as');
  });

  it('compares with nothing when there are too few weeks', () => {
    expect(latestWeekSentence([20, 30].map(week), 'km')).not.toContain('mean');
  });

  it('speaks of the last week with a run, counting empty weeks before it', () => {
    expect(latestWeekSentence([20, 0, 0, 20, 20, 0].map(week), 'km')).toMatch(/about 20 .*100\u00a0% more than/);
  });
});

describe('the titles of trends', () => {
  it('does not call a single week the heaviest', () => {
    expect(heaviestWeekSentence([week(20)], 'km')).not.toContain('heaviest');
    expect(heaviestWeekSentence([week(20), week(30)], 'km')).toMatch(/heaviest: about 30 /);
  });

  it('does not say that no run went too far where there was nothing to compare it with', () => {
    expect(longestRunSentence([week(20)])).toMatch(/to compare with$/);
    expect(longestRunSentence([{ ...week(20), longestBefore30dM: 10_000 }])).toMatch(/^No run went far beyond/);
    expect(longestRunSentence([{ ...week(20), longestBefore30dM: 9_000 }])).toMatch(
      /^1 week held a run more than 10 %/,
    );
  });
});

describe('the labels under the weeks', () => {
  const month = ['2026-05-25', '2026-06-01', '2026-06-08', '2026-06-15', '2026-06-22'];
  const ends = (weeks: readonly string[]) =>
    [Date.parse(weeks[0] ?? ''), Date.parse(weeks.at(-1) ?? '') + 7 * 86_400_000] as const;
  const labels = (weeks: readonly string[]) => {
    const [from, to] = ends(weeks);
    return tickPlaces(weeks, from, to).map((place) => tickLabel(place, from, to));
  };

  it('name each week of a month by the day it begins', () => {
    expect(labels(month)).toEqual(['25 May', '1 Jun', '8 Jun', '15 Jun', '22 Jun']);
  });

  it('name months when there are more weeks', () => {
    expect(labels(['2026-04-13', '2026-04-20', '2026-04-27', '2026-05-04', ...month])).toEqual(['May', 'Jun']);
  });
});

describe('the range of the trends', () => {
  it('shows the latest weeks', () => {
    const weeks = Array.from({ length: 80 }, (_, at) => at);
    expect(inRange(weeks, 'quarter')).toEqual(weeks.slice(-13));
    expect(inRange(weeks, 'year')).toHaveLength(52);
    expect(inRange(weeks, 'all')).toHaveLength(80);
  });
});
