import type { Activity, Column, Samples } from '../../src/parse/activity.ts';

/** Columns as a test writes them; left out = absent, all of the length of `timeS`. */
export type Columns = { readonly timeS: ArrayLike<number> } & {
  readonly [Name in Exclude<keyof Samples, 'length' | 'timeS'>]?: ArrayLike<number>;
};

/** An activity from columns, as a parser would give it. Starts on 2026-03-01 at 07:00 UTC. */
export function buildActivity(columns: Columns, rest: Partial<Omit<Activity, 'samples'>> = {}): Activity {
  const column = (values: ArrayLike<number> | undefined): Column | null =>
    values === undefined ? null : Float64Array.from(values);
  return {
    format: 'fit',
    sport: 'running',
    sportBasis: 'recorded',
    subSport: null,
    startedAtMs: Date.UTC(2026, 2, 1, 7),
    device: null,
    cadenceUnit: 'strides',
    pauses: [],
    laps: [],
    deviceTotals: null,
    developerFields: [],
    hasBarometer: true,
    warnings: [],
    ...rest,
    samples: {
      length: columns.timeS.length,
      timeS: Float64Array.from(columns.timeS),
      latDeg: column(columns.latDeg),
      lonDeg: column(columns.lonDeg),
      altitudeM: column(columns.altitudeM),
      distanceM: column(columns.distanceM),
      speedMps: column(columns.speedMps),
      cadencePerMin: column(columns.cadencePerMin),
      heartRateBpm: column(columns.heartRateBpm),
      stepLengthM: column(columns.stepLengthM),
      groundContactMs: column(columns.groundContactMs),
      groundContactBalancePct: column(columns.groundContactBalancePct),
      verticalOscillationMm: column(columns.verticalOscillationMm),
      verticalRatioPct: column(columns.verticalRatioPct),
    },
  };
}

/** `count` numbers from a rule on the index. */
export const column = (count: number, rule: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => rule(i));

/** A plain run: 1 s samples at 3 m/s and 84 strides a minute on ground given by altitude over distance. */
export function steadyRun(seconds: number, altitude: (distanceM: number) => number = () => 100): Columns {
  const speed = 3;
  return {
    timeS: column(seconds, (i) => i),
    distanceM: column(seconds, (i) => speed * i),
    speedMps: column(seconds, () => speed),
    cadencePerMin: column(seconds, () => 84),
    altitudeM: column(seconds, (i) => altitude(speed * i)),
  };
}
