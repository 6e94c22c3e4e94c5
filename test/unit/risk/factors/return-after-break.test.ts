import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/risk/evaluate.ts';
import { returnAfterBreak } from '../../../../src/risk/factors/return-after-break.ts';
import { expectMonotone, expectTippedOnlyNear, scale, tipped } from '../../../support/factor-laws.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../../support/risk-input.ts';

/** Runs of 10 km up to so many days ago. */
const until = (days: number) => [0, 3, 6, 9, 12].map((more) => pastRun(days + more, { distanceM: 10_000 }));
const ran = (distanceM: number, options: RunOptions = {}) =>
  judge(returnAfterBreak, riskInput({ facts: { distanceM }, history: until(20), ...options }));

describe('return-after-break', () => {
  describe('each threshold', () => {
    it.each([
      { km: 4.9, pain: false, severity: 'none', why: 'less than `half` of the usual' },
      { km: 5, pain: false, severity: 'none', why: '`half`, exactly' },
      { km: 5.1, pain: false, severity: 'info', why: 'more than half' },
      { km: 9.9, pain: true, severity: 'info', why: 'less than the `whole`, with a sore knee' },
      { km: 10, pain: true, severity: 'info', why: 'the `whole`, exactly' },
      { km: 10.1, pain: true, severity: 'moderate', why: 'more than usual with a sore knee' },
      { km: 10.1, pain: false, severity: 'info', why: 'opinion bears no more without pain' },
    ])('calls $km km after three weeks without a run $severity: $why', ({ km, pain, severity }) => {
      const painLog = pain ? [painEntry({ before: 1 })] : [];
      expect(ran(km * 1000, { painLog })).toMatchObject({ status: 'scored', severity });
    });

    it.each([
      { days: 13, status: 'not-applicable' },
      { days: 14, status: 'scored' },
      { days: 15, status: 'scored' },
    ])('sees a break in 14 days (`breakDays`): after $days it is $status', ({ days, status }) => {
      expect(ran(10_000, { history: until(days) }).status).toBe(status);
    });

    it.each([
      { runs: 3, status: 'insufficient-data' },
      { runs: 4, status: 'scored' },
      { runs: 5, status: 'scored' },
    ])('needs 4 runs before the break (`minRuns`): with $runs it is $status', ({ runs, status }) => {
      expect(ran(10_000, { history: until(20).slice(5 - runs) }).status).toBe(status);
    });

    it('takes what was usual from the 60 days before the break, not 61', () => {
      const history = (days: number) => [...until(20).slice(0, 3), pastRun(20 + days)];
      expect(ran(10_000, { history: history(59) }).status).toBe('scored');
      expect(ran(10_000, { history: history(61) }).status).toBe('insufficient-data');
    });
  });

  it('says how long, how far and what was usual', () => {
    expect(ran(8000).message).toContain('about 3 weeks without a run');
    expect(ran(8000).message).toContain('8 km against 10 km');
  });

  describe('silence', () => {
    it.each([
      { name: 'with under four runs before the break', history: until(20).slice(2), says: 'under 4 runs are known' },
      { name: 'without earlier runs', history: [], says: 'No earlier runs are known' },
    ])('says nothing $name', ({ history, says }) => {
      expect(ran(10_000, { history })).toMatchObject({
        status: 'insufficient-data',
        message: expect.stringContaining(says),
      });
    });
  });

  it('never gets milder as the first run gets longer', () => {
    expectMonotone(returnAfterBreak, (x) => ({ history: until(20), facts: { distanceM: 12_000 * x } }));
  });

  describe('device error', () => {
    it('of 2 % in distance, now and before, tips it over only within 4 % of a limit', () => {
      const errorAt = (metres: number) => 0.04 * metres;
      const painLog = [painEntry({ before: 1 })];
      const found = tipped((metres) => ran(metres, { painLog }).severity, scale(3000, 14_000, 100), errorAt);
      expectTippedOnlyNear(found, [5000, 10_000], errorAt);
    });

    it('of an hour in the clock makes a break of none but one of 14 days to the hour', () => {
      const statusAfter = (days: number, hours: number) => {
        const input = riskInput({ facts: { distanceM: 10_000 }, history: until(days) });
        const startedAtMs = input.facts.startedAtMs + hours * 3_600_000;
        return judge(returnAfterBreak, { ...input, facts: { ...input.facts, startedAtMs } }).status;
      };
      expect([12, 13].flatMap((days) => [statusAfter(days, -1), statusAfter(days, 1)])).toEqual(
        Array(4).fill('not-applicable'),
      );
      expect([15, 20].flatMap((days) => [statusAfter(days, -1), statusAfter(days, 1)])).toEqual(
        Array(4).fill('scored'),
      );
    });
  });

  it('says that it rests on opinion', () => {
    expect(ran(8000)).toMatchObject({ certainty: null, citations: [], thresholdBasis: { kind: 'assumption' } });
  });
});
