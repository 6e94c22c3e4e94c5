import { describe, expect, it } from 'vitest';
import { cadenceChanges } from '../../../src/history/cadence-changes.ts';

/** One number a week from Monday, 5 January 2026; null for a week without a cadence. */
const weeks = (...cadences: (number | null)[]) =>
  cadences.map((cadenceSpm, week) => ({
    weekStart: new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
    cadenceSpm,
    lowSpm: cadenceSpm,
    highSpm: cadenceSpm,
    minutes: 60,
  }));

describe('cadenceChanges', () => {
  it('finds the week of a step and its size', () => {
    expect(cadenceChanges(weeks(164, 165, 164, 165, 171, 170, 171, 171))).toEqual([
      { weekStart: '2026-02-02', changeSpm: 6.5 },
    ]);
  });

  it('finds a low spell and its end', () => {
    const changes = cadenceChanges(weeks(168, 169, 168, 168, 157, 156, 157, 156, 168, 168, 169, 168));
    expect(changes.map(({ changeSpm }) => Math.sign(changeSpm))).toEqual([-1, 1]);
    expect(changes.map(({ weekStart }) => weekStart)).toEqual(['2026-02-02', '2026-03-02']);
  });

  it('passes weeks without a cadence over', () => {
    expect(cadenceChanges(weeks(164, null, 165, 164, null, null, 171, 170, 171))).toHaveLength(1);
  });

  it.each([
    { name: 'the scatter of one level', cadences: [168, 166, 169, 167, 168, 166, 169, 167, 168] },
    { name: 'a step of 2', cadences: [164, 164, 164, 164, 166, 166, 166, 166] },
    { name: 'one odd week', cadences: [168, 168, 168, 150, 168, 168, 168] },
    { name: 'two odd weeks', cadences: [168, 168, 168, 150, 150, 168, 168, 168] },
    { name: 'a step drowned in scatter', cadences: [160, 170, 158, 172, 165, 174, 162, 175] },
    { name: 'five weeks', cadences: [160, 160, 160, 170, 170] },
    { name: 'no weeks', cadences: [] },
  ])('sees none in $name', ({ cadences }) => {
    expect(cadenceChanges(weeks(...cadences))).toEqual([]);
  });
});
