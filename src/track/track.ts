/**
 * The run as columns on one time base. Invariants, each a property test: equal lengths; `timeS` strictly rises;
 * `distanceM` never falls; NaN = missing.
 *
 * Interval convention: interval `i` runs from sample `i` to sample `i + 1`. `durationS[i]` is its length in moving or
 * standing time, 0 across a pause and for the last sample; per-interval quantities (gait, grade, load) stand at `i`.
 */
import type { TimeSpan } from '../parse/activity.ts';

/** Where a channel's numbers come from. */
export type ChannelOrigin = 'recorded' | 'derived' | 'absent';

/** What the body did in an interval. The order is the code in `Track.gait`. */
export const GAITS = ['stand', 'walk', 'run', 'pause'] as const;
/** See {@link GAITS}. */
export type Gait = (typeof GAITS)[number];

/** Who measured the altitude. `unknown`: the file does not tell; its noise is taken to lie between barometer and GPS. */
export type AltitudeSource = 'barometric' | 'gps' | 'terrain' | 'unknown' | 'none';

/** How strides and steps were told apart in this file. */
export interface CadenceReading {
  /** What the file's number counts. */
  readonly unit: 'strides' | 'steps';
  /** `format`: FIT says so; `median`: by the file's median; `step-length`: by a plausible step length; `runner`: told. */
  readonly rule: 'format' | 'median' | 'step-length' | 'runner';
  /** False when another reading is plausible; the range of the load widens. */
  readonly certain: boolean;
  /** A plain sentence saying which rule fired on which number. */
  readonly explanation: string;
}

/** See the head of this file. */
export interface Track {
  readonly length: number;
  /** Milliseconds since 1970, UTC. */
  readonly startedAtMs: number;
  /** Seconds since the start, strictly rising. */
  readonly timeS: Float64Array;
  /** Moving or standing seconds of interval i; 0 across a pause and at the end. */
  readonly durationS: Float64Array;
  /** Metres since the start; never falls; does not grow across a pause. */
  readonly distanceM: Float64Array;
  /** Smoothed altitude, metres; NaN where missing. */
  readonly altitudeM: Float64Array;
  /** Metres a second over interval i; 0 at rest; NaN where unknown. */
  readonly speedMps: Float64Array;
  /** Per cent, + is up; NaN where altitude is missing. */
  readonly gradePct: Float64Array;
  /** Standard error of `gradePct`, percentage points; NaN where grade is. */
  readonly gradeErrorPct: Float64Array;
  /** Steps a minute, both feet; NaN where missing. */
  readonly cadenceSpm: Float64Array;
  readonly heartRateBpm: Float64Array;
  readonly stepLengthM: Float64Array;
  readonly groundContactMs: Float64Array;
  /** Left foot's share of the ground contact time, per cent; NaN where missing. */
  readonly groundContactBalancePct: Float64Array;
  readonly verticalOscillationMm: Float64Array;
  /** Vertical oscillation over step length, per cent. */
  readonly verticalRatioPct: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
  /** Index into {@link GAITS}. */
  readonly gait: Uint8Array;
  /** Index into `SURFACE_CLASSES`. */
  readonly surface: Uint8Array;
  /** How `surface` is known: index into `SURFACE_CERTAINTIES`. */
  readonly surfaceCertainty: Uint8Array;
  /** The rule by which `surface` is assumed: index into `ASSUMPTIONS`; 0 where it is not assumed. */
  readonly surfaceRule: Uint8Array;
  /** The map maker's number of the way that interval i lies on; NaN where it lies on none that a map knows. */
  readonly wayId: Float64Array;
  readonly origin: Readonly<
    Record<'distance' | 'speed' | 'altitude' | 'cadence' | 'position' | 'heartRate', ChannelOrigin>
  >;
  readonly altitudeSource: AltitudeSource;
  /** Metres of the regression window behind `gradePct`; null without altitude. */
  readonly gradeWindowM: number | null;
  /** Metres after smoothing, both ≥ 0; null without altitude. */
  readonly ascentM: number | null;
  readonly descentM: number | null;
  /** Null without cadence. */
  readonly cadenceReading: CadenceReading | null;
  /** In order, apart; seconds since the start. */
  readonly pauses: readonly TimeSpan[];
}
