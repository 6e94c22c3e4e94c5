import { describe, expect, it } from 'vitest';
import type { StoredPainEntry } from '../../../server/contract/runner.ts';
import type { RunSummary } from '../../../server/contract/runs.ts';
import { rawCadenceWeeks } from '../../../web/features/trends/raw-cadence.ts';
import { painDays } from '../../../web/lib/pain-days.ts';

const run = (startedAt: string, runningCadenceSpm: number | null, minutes: number) =>
  ({ startedAt, runningCadenceSpm, movingTimeS: 60 * minutes }) as RunSummary;

describe('cadence as run', () => {
  const weeks = ['2026-03-02', '2026-03-09', '2026-03-16'];

  it('weighs the runs of a week by their time and keeps slowest and quickest', () => {
    const [first] = rawCadenceWeeks(
      [run('2026-03-03T07:00:00.000Z', 160, 30), run('2026-03-08T23:00:00.000Z', 172, 90)],
      weeks,
    );
    expect(first).toEqual({ weekStart: '2026-03-02', cadenceSpm: 169, lowSpm: 160, highSpm: 172, minutes: 120 });
  });

  it('says nothing of a week without cadence, and leaves out runs of other weeks', () => {
    const told = rawCadenceWeeks(
      [run('2026-03-10T07:00:00.000Z', null, 30), run('2026-05-01T07:00:00.000Z', 170, 30)],
      weeks,
    );
    expect(told.map((week) => week.cadenceSpm)).toEqual([null, null, null]);
  });
});

describe('the worst pain of a day', () => {
  const entry = (date: string, scores: Partial<StoredPainEntry>) =>
    ({ date, before: null, during: null, hourAfter: null, nextMorning: null, ...scores }) as StoredPainEntry;

  it('is the highest score of all entries of the day, and days come in order', () => {
    const days = painDays([
      entry('2026-04-02', { during: 2 }),
      entry('2026-04-01', { before: 1, nextMorning: 5 }),
      entry('2026-04-01', { during: 3 }),
    ]);
    expect(days).toEqual([
      { date: '2026-04-01', worst: 5 },
      { date: '2026-04-02', worst: 2 },
    ]);
  });

  it('keeps a day without pain apart from a day without an entry', () => {
    expect(painDays([entry('2026-04-01', { during: 0 })])).toEqual([{ date: '2026-04-01', worst: 0 }]);
  });
});
