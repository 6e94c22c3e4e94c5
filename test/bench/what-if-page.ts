/** What runs inside Chromium: every kind of change, as a slider would ask for it. */
import { type Change, type LoadTrack, prepareWhatIf, type RunnerBody } from '../../src/index.ts';

/** Milliseconds of one kind of change. */
export interface ChangeTiming {
  readonly kind: string;
  /** The first movement, before the browser has compiled anything. */
  readonly firstMs: number;
  readonly medianMs: number;
  /** The movement that nothing else on the machine disturbed. */
  readonly fastestMs: number;
}

/** Columns as they cross into the page: plain numbers. */
export type PlainTrack = {
  readonly [Key in keyof LoadTrack]: LoadTrack[Key] extends ArrayLike<number> ? number[] : LoadTrack[Key];
};

const RUNNER: RunnerBody = { heightM: 1.75, ownLine: null };

const CHANGES: readonly ((position: number) => readonly Change[])[] = [
  (position) => [{ kind: 'cadence', percent: 10 * position }],
  (position) => [{ kind: 'walk-descents', steeperThanPct: 2 + 10 * position }],
  (position) => [{ kind: 'slower-descents', steeperThanPct: 2, percent: 50 * position }],
  (position) => [{ kind: 'shorter', toDistanceM: 42_195 * position }],
  () => [{ kind: 'reversed' }],
  (position) => [{ kind: 'surface', surface: 'treadmill', fromM: 0, toM: 1 + 42_000 * position }],
  (position) => [
    { kind: 'reversed' },
    { kind: 'cadence', percent: 10 * position },
    { kind: 'slower-descents', steeperThanPct: 2, percent: 20 },
    { kind: 'walk-descents', steeperThanPct: 5 },
  ],
];

const column = (values: readonly number[]): Float64Array => Float64Array.from(values);

/** Moves each slider from end to end in so many steps. */
export function timeChanges(plain: PlainTrack, steps: number): ChangeTiming[] {
  const track: LoadTrack = {
    ...plain,
    durationS: column(plain.durationS),
    distanceM: column(plain.distanceM),
    speedMps: column(plain.speedMps),
    gradePct: column(plain.gradePct),
    gradeErrorPct: column(plain.gradeErrorPct),
    cadenceSpm: column(plain.cadenceSpm),
    gait: Uint8Array.from(plain.gait),
    surface: Uint8Array.from(plain.surface),
  };
  const run = prepareWhatIf(track, RUNNER);
  return CHANGES.map((changesAt) => {
    const times = Array.from({ length: steps }, (_, step) => {
      const changes = changesAt(step / steps);
      const startMs = performance.now();
      run.apply(...changes);
      return performance.now() - startMs;
    });
    const kinds = changesAt(0).map(({ kind }) => kind);
    return {
      kind: kinds.join(' + '),
      firstMs: times[0] as number,
      medianMs: times.toSorted((a, b) => a - b)[Math.floor(steps / 2)] as number,
      fastestMs: Math.min(...times),
    };
  });
}
