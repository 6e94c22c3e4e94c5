import { describe, expect, it } from 'vitest';
import type { Week } from '#contract/trends';
import { latestWeekSentence } from '../../../web/features/trends/sentences.ts';
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

describe('the range of the trends', () => {
  it('shows the latest weeks', () => {
    const weeks = Array.from({ length: 80 }, (_, at) => at);
    expect(inRange(weeks, 'quarter')).toEqual(weeks.slice(-13));
    expect(inRange(weeks, 'year')).toHaveLength(52);
    expect(inRange(weeks, 'all')).toHaveLength(80);
  });
});
