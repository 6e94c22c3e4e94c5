import { describe, expect, it } from 'vitest';
import { nextRunBudget } from '../../../src/advice/next-run-budget.ts';
import type { PastRun } from '../../../src/history/run-facts.ts';
import { judge } from '../../../src/risk/evaluate.ts';
import { sessionSpike } from '../../../src/risk/factors/session-spike.ts';
import { pastRun, riskInput, START_MS } from '../../support/risk-input.ts';

const loaded = (days: number, km: number, kneeLoadKm: number, downhillM: number | null = null): PastRun => ({
  ...pastRun(days, { distanceM: 1000 * km, downhillM }),
  kneeLoadKm: { low: kneeLoadKm, mid: kneeLoadKm, high: kneeLoadKm },
});
const MONTH = [loaded(2, 10, 10), loaded(8, 6, 6), loaded(15, 6, 6), loaded(22, 5, 5)];

describe('nextRunBudget', () => {
  it('allows a tenth above the longest run of the month', () => {
    const budget = nextRunBudget(MONTH, START_MS, 'km');
    expect(budget).toMatchObject({ limit: 'longest-run', hilly: null });
    expect(budget?.flatM).toBeCloseTo(11_000, 6);
    expect(budget?.sentence).toBe(
      'Up to about 11 km on the flat: a tenth above your longest run of the last 30 days (10 km).',
    );
  });

  it('is where the spike begins, by the factor’s own word', () => {
    const distanceM = nextRunBudget(MONTH, START_MS, 'km')?.flatM ?? 0;
    const at = (metres: number) =>
      judge(sessionSpike, riskInput({ history: MONTH, facts: { distanceM: metres } })).severity;
    expect([at(distanceM - 1), at(distanceM + 1)]).toEqual(['none', 'moderate']);
  });

  it('is ended by knee load where the longest run was an easy one and the rest are hard', () => {
    const hard = [loaded(2, 10, 10), loaded(8, 6, 9), loaded(15, 6, 9), loaded(22, 5, 7.5)];
    expect(nextRunBudget(hard, START_MS, 'km')).toMatchObject({ limit: 'knee-load' });
    expect(nextRunBudget(hard, START_MS, 'km')?.flatM).toBeCloseTo((1.1 * 10_000) / 1.5, 6);
  });

  it('gives less over hills: 2.8 flat easy metres for each metre down, by the model', () => {
    const hilly = [...MONTH.slice(1), loaded(2, 10, 10, 200)];
    const budget = nextRunBudget(hilly, START_MS, 'km');
    expect(budget?.hilly?.descentM).toBe(200);
    expect(budget?.hilly?.distanceM).toBeCloseTo(11_000 - 2.8 * 200, 6);
    expect(budget?.sentence).toContain('or about 10.4 km with 200 m of descent');
  });

  it('tells how far over a given descent, up to where that would be new to the legs', () => {
    const hilly = [loaded(2, 10, 10, 200), loaded(8, 6, 6, 40), loaded(15, 6, 6, 40), loaded(22, 5, 5, 40)];
    const budget = nextRunBudget(hilly, START_MS, 'km');
    expect(budget?.newDescentM).toBeCloseTo(260, 6);
    expect(budget?.overDescent.map(({ descentM }) => descentM)).toEqual([0, 50, 100, 150, 200, 250]);
    // Without their hills the four runs asked 0.944, 0.981, 0.981 and 0.978 easy km a km.
    const reach = (downM: number) => Math.min(11_000, (11_000 - 2.8 * downM) / ((0.9776 + 5.888 / 6) / 2));
    for (const { descentM, distanceM } of budget?.overDescent ?? []) expect(distanceM).toBeCloseTo(reach(descentM), 6);
    expect(nextRunBudget(MONTH, START_MS, 'km')).toMatchObject({ newDescentM: null, overDescent: [{ descentM: 0 }] });
  });

  it('takes off what hills added to the usual load of a kilometre: on the flat there is room for more', () => {
    const mountains = [loaded(2, 12, 12, 0), ...[8, 15, 22].map((days) => loaded(days, 6, 8.4, 500))];
    // Each of the hilly runs asked 8.4 less 2.8 flat easy metres for each of 500 m down, over 6 km.
    expect(nextRunBudget(mountains, START_MS, 'km')?.flatM).toBeCloseTo((1.1 * 12_000) / (7 / 6), 6);
    const walked = mountains.map((past) => ({ ...past, facts: { ...past.facts, downhillM: 9000 } }));
    expect(nextRunBudget(walked, START_MS, 'km')).toMatchObject({ hilly: { distanceM: 0 }, limit: 'longest-run' });
    expect(nextRunBudget(walked, START_MS, 'km')?.flatM).toBeGreaterThan(0);
  });

  it('goes by distance alone while no load is known', () => {
    const unreviewed = [2, 8, 15, 22].map((days) => pastRun(days));
    expect(nextRunBudget(unreviewed, START_MS, 'km')?.flatM).toBeCloseTo(5500, 6);
  });

  it.each([
    { name: 'three runs in 30 days', history: MONTH.slice(1) },
    { name: 'runs of under 3 km', history: [1, 2, 3, 4].map((days) => pastRun(days, { distanceM: 2500 })) },
    { name: 'one run in four files', history: ['a', 'b', 'c', 'd'].map((sha256) => pastRun(3, { sha256 })) },
    { name: 'runs that come later', history: [-1, -2, -3, -4].map((days) => pastRun(days)) },
    { name: 'no runs', history: [] },
  ])('gives none for $name', ({ history }) => {
    expect(nextRunBudget(history, START_MS, 'km')).toBeNull();
  });
});
