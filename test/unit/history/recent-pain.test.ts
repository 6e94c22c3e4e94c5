import { describe, expect, it } from 'vitest';
import { entriesOf, hasRecentPain, worstScore } from '../../../src/history/recent-pain.ts';
import { painEntry, painLogOf, START_MS } from '../../support/risk-input.ts';

const RUN = { sha256: 'this-run', startedAtMs: START_MS };

describe('hasRecentPain', () => {
  it.each([
    { date: '2026-05-13', recent: true, why: 'the day of the run' },
    { date: '2026-04-29', recent: true, why: '14 days before' },
    { date: '2026-04-28', recent: false, why: '15 days before' },
    { date: '2026-05-14', recent: false, why: 'the day after, which a review of this run may not know' },
  ])('is $recent for pain on $why', ({ date, recent }) => {
    expect(hasRecentPain(painLogOf([painEntry({ date, during: 1 })]), RUN)).toBe(recent);
  });

  it('knows the next morning of its own run', () => {
    const log = painLogOf([painEntry({ date: '2026-05-14', runSha256: 'this-run', nextMorning: 2 })]);
    expect(hasRecentPain(log, RUN)).toBe(true);
  });

  it('is false for entries that say no pain, and for none', () => {
    expect(hasRecentPain(painLogOf([painEntry({ before: 0, during: 0 })]), RUN)).toBe(false);
    expect(hasRecentPain(painLogOf([painEntry()]), RUN)).toBe(false);
    expect(hasRecentPain(painLogOf([]), RUN)).toBe(false);
  });
});

describe('entriesOf', () => {
  it('gives the entries tied to the run, and untied ones of its date', () => {
    const log = [
      painEntry({ runSha256: 'this-run', date: '2026-05-20' }),
      painEntry({ runSha256: 'another' }),
      painEntry({ date: '2026-05-12' }),
      painEntry(),
    ];
    expect(entriesOf(painLogOf(log), RUN)).toEqual([log[0], log[3]]);
  });

  it('goes by the runner’s own calendar: a late evening in Vancouver is the next day in UTC', () => {
    const evening = { sha256: 'this-run', startedAtMs: Date.UTC(2026, 4, 14, 4) };
    const entries = [painEntry({ date: '2026-05-13' }), painEntry({ date: '2026-05-14' })];
    expect(entriesOf({ entries, timeZone: 'America/Vancouver' }, evening)).toEqual([entries[0]]);
    expect(entriesOf(painLogOf(entries), evening)).toEqual([entries[1]]);
  });
});

describe('worstScore', () => {
  it('is the highest of the four, null for none told', () => {
    expect(worstScore(painEntry({ before: 1, hourAfter: 4, nextMorning: 2 }))).toBe(4);
    expect(worstScore(painEntry())).toBeNull();
  });
});
