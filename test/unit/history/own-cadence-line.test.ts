import { describe, expect, it } from 'vitest';
import { ownCadenceLine } from '../../../src/history/own-cadence-line.ts';
import type { CadenceBin } from '../../../src/history/run-facts.ts';
import { pastRun, START_MS } from '../../support/risk-input.ts';

const bin = (speedMps: number, cadenceSpm: number, minutes = 15): CadenceBin => ({
  speedMps,
  cadenceSpm,
  durationS: minutes * 60,
});
/** A runner on the line 140 + 10 v. */
const onLine = (...speeds: number[]) => speeds.map((speedMps) => bin(speedMps, 140 + 10 * speedMps));
const runs = (count: number, bins: (run: number) => CadenceBin[], spacingDays = 7) =>
  Array.from({ length: count }, (_, run) => pastRun(1 + run * spacingDays, { flatCadence: bins(run) }));

describe('ownCadenceLine', () => {
  it('finds the line that the runner is on', () => {
    const line = ownCadenceLine(
      runs(6, () => onLine(2.4, 2.8, 3.2)),
      START_MS,
    );
    expect(line?.slopeSpmPerMps).toBeCloseTo(10, 9);
    expect(line?.interceptSpm).toBeCloseTo(140, 9);
    expect(line).toMatchObject({ runs: 6, minutes: 270 });
  });

  it('is not moved by two odd runs of eight', () => {
    const history = runs(8, (run) => (run < 2 ? [bin(2.4, 190), bin(3.2, 120)] : onLine(2.4, 2.8, 3.2)));
    const line = ownCadenceLine(history, START_MS);
    expect(line?.slopeSpmPerMps).toBeCloseTo(10, 9);
    expect(line?.interceptSpm).toBeCloseTo(140, 9);
  });

  it('takes the population’s slope and the runner’s level where speeds are too alike', () => {
    const line = ownCadenceLine(
      runs(6, () => [bin(2.7, 160), bin(2.8, 165), bin(2.9, 170)]),
      START_MS,
    );
    expect(line?.slopeSpmPerMps).toBe(6.012);
    expect((line?.interceptSpm ?? 0) + 6.012 * 2.8).toBeCloseTo(165, 9);
  });

  it('takes the population’s slope where the fitted one is none that a gait has', () => {
    const falling = runs(6, () => [bin(2.4, 180), bin(2.8, 170), bin(3.2, 160)]);
    expect(ownCadenceLine(falling, START_MS)?.slopeSpmPerMps).toBe(6.012);
  });

  it.each([
    { name: 'four runs', history: runs(4, () => onLine(2.4, 2.8, 3.2)) },
    { name: 'under an hour', history: runs(5, () => [bin(2.4, 164, 11.9)]) },
    { name: 'runs without cadence', history: runs(10, () => []) },
    {
      name: 'runs of 91 days ago and more',
      history: runs(6, () => onLine(2.4, 2.8, 3.2)).map((run) => ({
        ...run,
        facts: { ...run.facts, startedAtMs: run.facts.startedAtMs - 90 * 86_400_000 },
      })),
    },
    {
      name: 'one run in five files',
      history: Array.from({ length: 5 }, (_, i) =>
        pastRun(3, { sha256: `copy-${i}`, flatCadence: onLine(2.4, 2.8, 3.2) }),
      ),
    },
    { name: 'no runs', history: [] },
  ])('is not known from $name', ({ history }) => {
    expect(ownCadenceLine(history, START_MS)).toBeNull();
  });

  it('is known from five runs and an hour, exactly', () => {
    expect(
      ownCadenceLine(
        runs(5, () => [bin(2.4, 164, 12)]),
        START_MS,
      ),
    ).not.toBeNull();
  });

  it('does not look at runs that come later', () => {
    const history = [...runs(6, () => onLine(2.4, 2.8, 3.2)), pastRun(-1, { flatCadence: [bin(2.8, 120, 600)] })];
    expect(ownCadenceLine(history, START_MS)?.runs).toBe(6);
  });
});
