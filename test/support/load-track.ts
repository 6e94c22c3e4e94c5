import { GAITS, type Gait, type Track } from '../../src/track/track.ts';

/** A stretch of even movement, from which a track for load tests is laid out second by second. */
export interface Stretch {
  readonly seconds: number;
  readonly gait?: Gait;
  readonly speedMps?: number;
  readonly gradePct?: number;
  readonly gradeErrorPct?: number;
  readonly cadenceSpm?: number;
}

/** What the whole track has or lacks. */
export interface TrackTraits {
  readonly cadenceCertain?: boolean;
  readonly cadenceUnit?: 'strides' | 'steps';
  readonly gradeWindowM?: number | null;
}

/** Lays stretches end to end at one sample a second; NaN where a stretch leaves a channel out. */
export function loadTrack(stretches: readonly Stretch[], traits: TrackTraits = {}): Track {
  const intervals = stretches.flatMap((stretch) => Array.from({ length: stretch.seconds }, () => stretch));
  const length = intervals.length + 1;
  const column = (value: (stretch: Stretch) => number | undefined): Float64Array =>
    Float64Array.from({ length }, (_, i) => {
      const stretch = intervals[i];
      return (stretch === undefined ? undefined : value(stretch)) ?? Number.NaN;
    });
  const missing = () => new Float64Array(length).fill(Number.NaN);
  const gait = Uint8Array.from({ length }, (_, i) =>
    GAITS.indexOf(intervals[i]?.gait ?? (i < length - 1 ? 'run' : 'stand')),
  );
  const distanceM = new Float64Array(length);
  for (let i = 1; i < length; i++) distanceM[i] = (distanceM[i - 1] as number) + (intervals[i - 1]?.speedMps ?? 0);
  const cadenceSpm = column((stretch) => stretch.cadenceSpm);
  return {
    length,
    startedAtMs: 0,
    timeS: Float64Array.from({ length }, (_, i) => i),
    durationS: Float64Array.from({ length }, (_, i) => (i < length - 1 && intervals[i]?.gait !== 'pause' ? 1 : 0)),
    distanceM,
    altitudeM: missing(),
    speedMps: column((stretch) => stretch.speedMps),
    gradePct: column((stretch) => stretch.gradePct),
    gradeErrorPct: column((stretch) => (stretch.gradePct === undefined ? undefined : (stretch.gradeErrorPct ?? 0))),
    cadenceSpm,
    heartRateBpm: missing(),
    stepLengthM: missing(),
    groundContactMs: missing(),
    groundContactBalancePct: missing(),
    verticalOscillationMm: missing(),
    verticalRatioPct: missing(),
    latDeg: missing(),
    lonDeg: missing(),
    gait,
    surface: new Uint8Array(length),
    surfaceCertainty: new Uint8Array(length),
    surfaceRule: new Uint8Array(length),
    wayId: missing(),
    origin: {
      distance: 'recorded',
      speed: 'recorded',
      altitude: 'recorded',
      cadence: 'recorded',
      position: 'absent',
      heartRate: 'absent',
    },
    altitudeSource: 'barometric',
    gradeWindowM: traits.gradeWindowM === undefined ? 50 : traits.gradeWindowM,
    ascentM: null,
    descentM: null,
    cadenceReading: {
      unit: traits.cadenceUnit ?? 'steps',
      rule: 'format',
      certain: traits.cadenceCertain ?? true,
      explanation: '',
    },
    pauses: [],
  };
}

/** The same track with columns replaced. */
export const withColumns = (track: Track, columns: Partial<Track>): Track => ({ ...track, ...columns });

/** A column of the track's length that knows nothing. */
export const unknown = (track: Track): Float64Array => new Float64Array(track.length).fill(Number.NaN);
