import { describe, expect, it } from 'vitest';
import { redFlag } from '../../../src/advice/red-flags.ts';
import type { PainEntry } from '../../../src/history/pain-log.ts';
import { painEntry, painLogOf, START_MS } from '../../support/risk-input.ts';

const RUN = { sha256: 'this-run', startedAtMs: START_MS };
const flag = (...entries: Partial<PainEntry>[]) => redFlag(painLogOf(entries.map(painEntry)), RUN);

describe('redFlag', () => {
  it.each([
    'Knee is swollen today',
    'it LOCKED on the stairs',
    'gave way twice',
    'had to limp home',
    'I cannot bear weight on it',
  ])('asks for a doctor today on the note “%s”', (note) => {
    expect(flag({ note })).toMatchObject({ urgent: true });
  });

  it.each(['no swelling, not swollen', 'a bit stiff', 'unlocked the door, ran home', ''])(
    'stays calm on “%s”',
    (note) => {
      expect(flag({ note })).toBeNull();
    },
  );

  it.each([
    { name: 'one score of 7', entries: [{ during: 7 }], flagged: true },
    { name: 'one score of 6', entries: [{ during: 6 }], flagged: false },
    {
      name: 'two scores of 4 within two weeks',
      entries: [{ during: 4 }, { date: '2026-05-01', nextMorning: 4 }],
      flagged: true,
    },
    { name: 'a 4 and a 3', entries: [{ during: 4 }, { date: '2026-05-01', nextMorning: 3 }], flagged: false },
    {
      name: 'two scores of 4, one a month ago',
      entries: [{ during: 4 }, { date: '2026-04-10', during: 4 }],
      flagged: false,
    },
    {
      name: 'mild pain in each of three weeks and before',
      entries: ['2026-05-12', '2026-05-04', '2026-04-27', '2026-04-21'].map((date) => ({ date, during: 1 })),
      flagged: true,
    },
    {
      name: 'mild pain of two weeks',
      entries: ['2026-05-12', '2026-05-04', '2026-04-30'].map((date) => ({ date, during: 1 })),
      flagged: false,
    },
  ])('is $flagged for $name', ({ entries, flagged }) => {
    const found = flag(...entries);
    expect(found !== null).toBe(flagged);
    if (found) expect(found.urgent).toBe(false);
  });

  it('does not look at the time after the run', () => {
    expect(flag({ date: '2026-05-20', during: 9, note: 'swollen' })).toBeNull();
  });
});
