import { describe, expect, it } from 'vitest';
import type { Week } from '#contract/trends';
import { tickLabel, tickPlaces, WEEK_MS } from '../../../web/components/chart/week-ticks.ts';
import { moved, scaled, type WeekWindow, weeksIn } from '../../../web/components/chart/week-window.ts';
import {
  heaviestWeekSentence,
  latestWeekSentence,
  longestRunSentence,
} from '../../../web/features/trends/sentences.ts';
import { windowOfRange } from '../../../web/features/trends/trend-range.ts';

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

describe('the weeks that the charts show', () => {
  const starts = Array.from({ length: 80 }, (_, at) =>
    new Date(Date.UTC(2025, 0, 6) + at * WEEK_MS).toISOString().slice(0, 10),
  );
  const weeks = starts.map((weekStart) => ({ weekStart }));
  const whole = windowOfRange(starts, 'all');
  const shown = (window: WeekWindow) => weeksIn(weeks, window).map((week) => starts.indexOf(week.weekStart));

  it('are the latest of a range', () => {
    expect(weeksIn(weeks, windowOfRange(starts, 'quarter'))).toEqual(weeks.slice(-13));
    expect(weeksIn(weeks, windowOfRange(starts, 'year'))).toHaveLength(52);
    expect(weeksIn(weeks, whole)).toHaveLength(80);
  });

  it('go along by whole weeks and stop at both ends', () => {
    const quarter = windowOfRange(starts, 'quarter');
    const earlier = moved(quarter, whole, -0.5);
    expect([shown(earlier)[0], shown(earlier).length]).toEqual([61, 13]);
    expect(moved(quarter, whole, 0.5)).toEqual(quarter);
    expect(shown(moved(quarter, whole, -100))[0]).toBe(0);
  });

  it('are half or twice as many round the same middle, never fewer than four nor more than there are', () => {
    const half = scaled(whole, whole, 0.5);
    expect([shown(half)[0], shown(half).length]).toEqual([20, 40]);
    expect(shown(scaled(scaled(windowOfRange(starts, 'month'), whole, 0.5), whole, 0.5))).toHaveLength(4);
    expect(scaled(half, whole, 4)).toEqual(whole);
  });
});
