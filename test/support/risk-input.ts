/**
 * Runs made of plain stretches, for tests of what is judged about a run: real tracks and segments, no mocks. A stretch
 * is one speed, grade and cadence for some seconds; the recording has a sample a second.
 */
import type { PainEntry, PainLog } from '../../src/history/pain-log.ts';
import { type Profile, UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { CadenceBin, History, PastRun, RunFacts } from '../../src/history/run-facts.ts';
import { surfaceShares } from '../../src/history/surface-shares.ts';
import { kneeLoad } from '../../src/load/knee-load.ts';
import type { OwnCadenceLine } from '../../src/load/preferred-cadence.ts';
import type { RiskInput } from '../../src/risk/input.ts';
import { downhillM } from '../../src/segment/descents.ts';
import type { CadenceSegment, Extent, GradeSegment, SurfaceSegment } from '../../src/segment/segment.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, type SurfaceClass } from '../../src/surface/surface.ts';
import { GAITS, type Gait, type Track } from '../../src/track/track.ts';

/** Noon of a Wednesday, UTC: day arithmetic in tests stays clear of midnight. */
export const START_MS = Date.UTC(2026, 4, 13, 12);
export const DAY_MS = 86_400_000;

export interface Stretch {
  readonly minutes: number;
  readonly speedMps?: number;
  readonly gradePct?: number;
  /** NaN where the watch gave none. */
  readonly cadenceSpm?: number;
  readonly gait?: Gait;
  readonly surface?: SurfaceClass;
}

export interface RunOptions {
  readonly stretches?: readonly Stretch[];
  readonly runner?: { readonly heightM?: number | null; readonly ownLine?: OwnCadenceLine | null };
  readonly profile?: Partial<Profile>;
  readonly history?: History;
  readonly painLog?: readonly PainEntry[];
  readonly subSport?: string | null;
  /** Channels that the recording lacks. */
  readonly without?: readonly ('altitude' | 'cadence')[];
  /** Standard error of grade, percentage points. */
  readonly gradeErrorPct?: number;
  readonly cadenceCertain?: boolean;
  /** Changes to what the track and segments give. */
  readonly facts?: Partial<RunFacts>;
}

const certaintyOf = (surface: SurfaceClass) => (surface === 'unknown' ? 'unknown' : 'mapped');

const EASY = { speedMps: 2.8, gradePct: 0, cadenceSpm: 168, gait: 'run', surface: 'unknown' } as const;

interface Sample extends Required<Omit<Stretch, 'minutes'>> {
  readonly durationS: number;
}

const samplesOf = (stretches: readonly Stretch[]): Sample[] =>
  stretches.flatMap(({ minutes, ...given }) =>
    Array(Math.round(minutes * 60)).fill({ ...EASY, ...given, durationS: 1 }),
  );

function buildTrack(samples: readonly Sample[], options: RunOptions): Track {
  const length = samples.length + 1;
  const column = (value: (sample: Sample) => number) =>
    Float64Array.from({ length }, (_, i) => value(samples[Math.min(i, samples.length - 1)] as Sample));
  const missing = () => new Float64Array(length).fill(Number.NaN);
  const lacks = (channel: 'altitude' | 'cadence') => options.without?.includes(channel) ?? false;
  const distanceM = new Float64Array(length);
  const altitudeM = new Float64Array(length);
  for (const [i, { speedMps, gradePct, gait }] of samples.entries()) {
    const stepM = gait === 'run' || gait === 'walk' ? speedMps : 0;
    distanceM[i + 1] = (distanceM[i] as number) + stepM;
    altitudeM[i + 1] = (altitudeM[i] as number) + (stepM * gradePct) / 100;
  }
  const rises = Array.from(altitudeM.slice(1), (altitude, i) => altitude - (altitudeM[i] as number));
  const durationS = new Float64Array(length).fill(1);
  durationS[length - 1] = 0;
  return {
    length,
    startedAtMs: START_MS,
    timeS: Float64Array.from({ length }, (_, i) => i),
    durationS,
    distanceM,
    altitudeM: lacks('altitude') ? missing() : altitudeM,
    speedMps: column(({ speedMps }) => speedMps),
    gradePct: lacks('altitude') ? missing() : column(({ gradePct }) => gradePct),
    gradeErrorPct: lacks('altitude') ? missing() : new Float64Array(length).fill(options.gradeErrorPct ?? 1),
    cadenceSpm: lacks('cadence') ? missing() : column(({ cadenceSpm }) => cadenceSpm),
    heartRateBpm: missing(),
    stepLengthM: missing(),
    groundContactMs: missing(),
    groundContactBalancePct: missing(),
    verticalOscillationMm: missing(),
    verticalRatioPct: missing(),
    latDeg: missing(),
    lonDeg: missing(),
    gait: Uint8Array.from(column(({ gait }) => GAITS.indexOf(gait))),
    surface: Uint8Array.from(column(({ surface }) => SURFACE_CLASSES.indexOf(surface))),
    surfaceCertainty: Uint8Array.from(column(({ surface }) => SURFACE_CERTAINTIES.indexOf(certaintyOf(surface)))),
    surfaceRule: new Uint8Array(length),
    wayId: missing(),
    origin: {
      distance: 'recorded',
      speed: 'recorded',
      altitude: lacks('altitude') ? 'absent' : 'recorded',
      cadence: lacks('cadence') ? 'absent' : 'recorded',
      position: 'absent',
      heartRate: 'absent',
    },
    altitudeSource: lacks('altitude') ? 'none' : 'barometric',
    gradeWindowM: lacks('altitude') ? null : 50,
    ascentM: lacks('altitude') ? null : rises.reduce((sum, rise) => sum + Math.max(0, rise), 0),
    descentM: lacks('altitude') ? null : rises.reduce((sum, rise) => sum + Math.max(0, -rise), 0),
    cadenceReading: lacks('cadence')
      ? null
      : { unit: 'steps', rule: 'format', certain: options.cadenceCertain ?? true, explanation: 'The test says so.' },
    pauses: [],
  };
}

/** Cuts where the key changes. */
function cut<Kind>(
  track: Track,
  samples: readonly Sample[],
  kindOf: (sample: Sample) => Kind,
): (Extent & { kind: Kind })[] {
  const cuts: (Extent & { kind: Kind })[] = [];
  for (const [i, sample] of samples.entries()) {
    const kind = kindOf(sample);
    const last = cuts.at(-1);
    const end = { endIndex: i + 1, endS: track.timeS[i + 1] as number, endM: track.distanceM[i + 1] as number };
    if (last && last.kind === kind) cuts[cuts.length - 1] = { ...last, ...end };
    else
      cuts.push({
        kind,
        startIndex: i,
        startS: track.timeS[i] as number,
        startM: track.distanceM[i] as number,
        ...end,
      });
  }
  return cuts;
}

const gradeType = (gradePct: number): GradeSegment['type'] =>
  gradePct > 3 ? 'climb' : gradePct >= -3 ? 'flat' : gradePct >= -8 ? 'descent' : 'steep-descent';

function flatBins(samples: readonly Sample[]): CadenceBin[] {
  const bins = new Map<string, CadenceBin>();
  for (const { speedMps, gradePct, cadenceSpm, gait } of samples) {
    if (gait !== 'run' || Math.abs(gradePct) >= 2 || Number.isNaN(cadenceSpm)) continue;
    const key = `${speedMps} ${cadenceSpm}`;
    bins.set(key, { speedMps, cadenceSpm, durationS: (bins.get(key)?.durationS ?? 0) + 1 });
  }
  return [...bins.values()];
}

/** Everything that is known of a run made of stretches; 40 easy flat minutes unless told. */
export function riskInput(options: RunOptions = {}): RiskInput {
  const samples = samplesOf(options.stretches ?? [{ minutes: 40 }]);
  const track = buildTrack(samples, options);
  const runner = { heightM: null, ownLine: null, ...options.runner };
  const known = track.origin.altitude !== 'absent';
  const grade: GradeSegment[] = cut(track, samples, ({ gradePct }) => (known ? gradePct : null)).map(
    ({ kind, ...extent }) => ({
      ...extent,
      type: kind === null ? 'unknown' : gradeType(kind),
      meanGradePct: kind,
    }),
  );
  const surface: SurfaceSegment[] = cut(track, samples, (sample) => sample.surface).map(({ kind, ...extent }) => ({
    ...extent,
    type: kind,
    certainty: certaintyOf(kind),
    why: null,
  }));
  const cadenceSegments: CadenceSegment[] = cut(track, samples, ({ cadenceSpm }) => cadenceSpm).map(
    ({ kind, ...extent }) => ({
      ...extent,
      type: kind < 160 ? 'low' : 'usual',
      meanCadenceSpm: kind,
    }),
  );
  const hasFlat = known && track.origin.cadence !== 'absent';
  return {
    track,
    segments: { grade, surface, gait: [] },
    cadenceSegments,
    kneeLoad: kneeLoad(track, runner),
    runner,
    profile: { ...UNKNOWN_PROFILE, ...options.profile },
    history: options.history ?? [],
    facts: {
      sha256: 'this-run',
      startedAtMs: START_MS,
      subSport: options.subSport ?? null,
      distanceM: track.distanceM.at(-1) as number,
      elapsedTimeS: samples.length,
      timerTimeS: samples.length,
      movingTimeS: samples.filter(({ gait }) => gait === 'run' || gait === 'walk').length,
      ascentM: track.ascentM,
      descentM: track.descentM,
      downhillM: downhillM(track, grade),
      steps: null,
      meanCadenceSpm: null,
      runningCadenceSpm: null,
      walkingCadenceSpm: null,
      groundContactBalancePct: null,
      flatCadence: hasFlat ? flatBins(samples) : [],
      surfaces: surfaceShares(track),
      boundsE7: null,
      ...options.facts,
    },
    painLog: painLogOf(options.painLog ?? []),
  };
}

/** A pain log that goes by UTC. */
export const painLogOf = (entries: readonly PainEntry[]): PainLog => ({ entries, timeZone: null });

/** An earlier run, 5 km and half an hour unless told, with nothing else known. */
export function pastRun(daysBefore: number, facts: Partial<RunFacts> = {}): PastRun {
  return {
    facts: {
      sha256: `run-${daysBefore}`,
      startedAtMs: START_MS - daysBefore * DAY_MS,
      subSport: null,
      distanceM: 5000,
      elapsedTimeS: 1800,
      timerTimeS: 1800,
      movingTimeS: 1800,
      ascentM: null,
      descentM: null,
      downhillM: null,
      steps: null,
      meanCadenceSpm: null,
      runningCadenceSpm: null,
      walkingCadenceSpm: null,
      groundContactBalancePct: null,
      flatCadence: [],
      surfaces: [],
      boundsE7: null,
      ...facts,
    },
    kneeLoadKm: null,
  };
}

/** A pain entry of the day of the run, tied to no run and with no score unless told. */
export function painEntry(entry: Partial<PainEntry> = {}): PainEntry {
  return {
    date: '2026-05-13',
    runSha256: null,
    side: 'left',
    place: 'front',
    before: null,
    during: null,
    hourAfter: null,
    nextMorning: null,
    note: null,
    ...entry,
  };
}
