/**
 * What the device said, one shape for FIT, GPX and TCX. Converted in unit only; nothing invented, nothing smoothed,
 * nothing put in order. A missing value in a column is NaN, a missing channel is null.
 */

/** One number a sample, in file order; NaN where the device said nothing. */
export type Column = Float64Array;

/** The recording formats that Kneewise reads. */
export type FileFormat = 'fit' | 'gpx' | 'tcx';

/** `[startS, endS)` in seconds since the start of the activity. */
export interface TimeSpan {
  readonly startS: number;
  readonly endS: number;
}

/**
 * What the cadence column counts a minute: one foot (`strides`), both (`steps`), or a file that holds either
 * (`undecided`: GPX and TCX; settled once a file on the track by the median).
 */
export type CadenceUnit = 'strides' | 'steps' | 'undecided';

/** The recorded channels, all of one length. */
export interface Samples {
  readonly length: number;
  /** Seconds since `Activity.startedAtMs`; as recorded, so it may repeat or go back. */
  readonly timeS: Column;
  /** Degrees, WGS 84. */
  readonly latDeg: Column | null;
  readonly lonDeg: Column | null;
  /** Metres above sea level, as the device has it. */
  readonly altitudeM: Column | null;
  /** Metres since the start, as the device has it. */
  readonly distanceM: Column | null;
  readonly speedMps: Column | null;
  /** A minute, in `Activity.cadenceUnit`, fraction kept; 0 means a foot at rest, NaN means not measured. */
  readonly cadencePerMin: Column | null;
  readonly heartRateBpm: Column | null;
  /** Metres of one step. */
  readonly stepLengthM: Column | null;
  readonly groundContactMs: Column | null;
  /** Left share of ground contact time, per cent. */
  readonly groundContactBalancePct: Column | null;
  readonly verticalOscillationMm: Column | null;
  readonly verticalRatioPct: Column | null;
}

/** Names of the channels that a file may or may not hold. */
export type ChannelName = Exclude<keyof Samples, 'length' | 'timeS'>;

/** Who recorded it, in the device's own words where it gives any. */
export interface Device {
  readonly manufacturer: string | null;
  readonly product: string | null;
  readonly firmware: string | null;
}

/** A lap as the device cut it; we cut segments of our own. */
export interface Lap {
  readonly startS: number;
  readonly elapsedTimeS: number | null;
  readonly timerTimeS: number | null;
  readonly distanceM: number | null;
}

/** The device's own sums for the whole run: shown beside ours, never mixed in. */
export interface DeviceTotals {
  readonly distanceM: number | null;
  readonly elapsedTimeS: number | null;
  readonly timerTimeS: number | null;
  /** Time in motion by the device's own rule; few devices tell it. */
  readonly movingTimeS: number | null;
  readonly ascentM: number | null;
  readonly descentM: number | null;
  /** Steps a minute, both feet (already doubled where the file counts one foot). */
  readonly meanCadenceSpm: number | null;
  readonly steps: number | null;
}

/** A field that an app on the watch added (Stryd, RunScribe …), kept by index and number because names clash. */
export interface DeveloperField {
  readonly developerIndex: number;
  readonly fieldNumber: number;
  readonly name: string;
  readonly unit: string | null;
  readonly values: Column;
}

/** Something about the file that the reader should know; `count` says how often it happened. */
export interface Warning {
  readonly code: string;
  /** A plain sentence for a runner. */
  readonly message: string;
  readonly count: number;
}

/** One run as recorded. A file that holds several sessions gives several, one for each running session. */
export interface Activity {
  readonly format: FileFormat;
  /** Always a run: files of any other sport are refused while parsing. */
  readonly sport: 'running';
  /** `assumed` when the file names no sport and the speed looks like a run; `told` when the runner says that it was one. */
  readonly sportBasis: 'recorded' | 'assumed' | 'told';
  /** As the file says, in FIT's snake_case words: `treadmill`, `trail`, `track`, `street`, `indoor_running` …; null when it says nothing. */
  readonly subSport: string | null;
  /** Milliseconds since 1970, UTC. */
  readonly startedAtMs: number;
  readonly device: Device | null;
  readonly samples: Samples;
  readonly cadenceUnit: CadenceUnit;
  /** Where the timer stood still, a track segment ended, or another sport was on; in order, apart. */
  readonly pauses: readonly TimeSpan[];
  readonly laps: readonly Lap[];
  readonly deviceTotals: DeviceTotals | null;
  readonly developerFields: readonly DeveloperField[];
  /** Whether the device is known to have a barometer; null when the file does not tell. */
  readonly hasBarometer: boolean | null;
  readonly warnings: readonly Warning[];
}
