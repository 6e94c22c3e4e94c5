import { describe, expect, it } from 'vitest';
import type { RunSummary } from '../../../server/contract/runs.ts';
import { ANY_FLAG, EVERY_RUN, filterRuns, NO_FLAG, type RunFilter } from '../../../web/features/runs/run-filter.ts';

const run = (id: string, change: Partial<RunSummary>): RunSummary => ({
  id,
  sha256: id,
  fileName: `${id}.fit`,
  startedAt: '2026-03-10T12:00:00.000Z',
  subSport: null,
  format: 'fit',
  device: null,
  title: null,
  gear: null,
  ground: null,
  distanceM: 10_000,
  movingTimeS: 3600,
  ascentM: null,
  descentM: null,
  runningCadenceSpm: null,
  kneeLoadKm: { low: 9, mid: 10, high: 11 },
  severity: 'none',
  flags: [],
  ...change,
});

const STEEP = { id: 'long-downhill', title: 'A lot of downhill', severity: 'moderate' } as const;
const RUNS = [
  run('flat', { startedAt: '2026-03-10T12:00:00.000Z', distanceM: 12_000, subSport: 'street' }),
  run('hill', {
    startedAt: '2026-03-12T12:00:00.000Z',
    distanceM: 9000,
    descentM: 400,
    flags: [STEEP],
    kneeLoadKm: { low: 12, mid: 14, high: 17 },
  }),
  run('trail', {
    startedAt: '2026-04-02T12:00:00.000Z',
    distanceM: 5000,
    subSport: 'trail',
    ground: 'dirt',
    device: 'Suunto Race',
  }),
];
const left = (change: Partial<RunFilter>) => filterRuns(RUNS, { ...EVERY_RUN, ...change }).map(({ id }) => id);

describe('filtering the list of runs', () => {
  it('shows every run, the latest first, until something is asked for', () => {
    expect(left({})).toEqual(['trail', 'hill', 'flat']);
  });

  it('finds words in the watch, the kind, the file name and the findings, in any order and case', () => {
    expect(left({ text: 'SUUNTO' })).toEqual(['trail']);
    expect(left({ text: 'downhill hill.fit' })).toEqual(['hill']);
    expect(left({ text: 'street' })).toEqual(['flat']);
    expect(left({ text: 'street suunto' })).toEqual([]);
  });

  it('keeps both ends of a span of days and of distances', () => {
    expect(left({ from: '2026-03-12', to: '2026-03-12' })).toEqual(['hill']);
    expect(left({ leastM: 9000, mostM: 12_000 })).toEqual(['hill', 'flat']);
  });

  it('keeps the runs that were mostly on one ground', () => {
    expect(left({ ground: 'dirt' })).toEqual(['trail']);
    expect(left({ ground: 'asphalt' })).toEqual([]);
  });

  it('parts flagged runs from the others', () => {
    expect(left({ flag: ANY_FLAG })).toEqual(['hill']);
    expect(left({ flag: NO_FLAG })).toEqual(['trail', 'flat']);
    expect(left({ flag: 'long-downhill' })).toEqual(['hill']);
    expect(left({ flag: 'low-cadence' })).toEqual([]);
  });

  it('orders by length, load, load for each km and descent, unknown descent last', () => {
    expect(left({ order: 'oldest' })).toEqual(['flat', 'hill', 'trail']);
    expect(left({ order: 'longest' })).toEqual(['flat', 'hill', 'trail']);
    expect(left({ order: 'load' })[0]).toBe('hill');
    expect(left({ order: 'load-per-km' })).toEqual(['trail', 'hill', 'flat']);
    expect(left({ order: 'descent' })[0]).toBe('hill');
  });
});
