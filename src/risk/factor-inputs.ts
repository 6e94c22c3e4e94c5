/**
 * What a factor may declare that it needs. Each is taken from the `RiskInput` by one function, which says in a plain
 * sentence why the thing is missing and how to get it; a factor that asked for it is then silent with that sentence.
 */
import type { PainLog } from '../history/pain-log.ts';
import type { Profile } from '../history/profile.ts';
import type { CadenceBin, EarlierRun, RunFacts } from '../history/run-facts.ts';
import type { OwnCadenceLine } from '../load/preferred-cadence.ts';
import { err, ok, type Result } from '../result.ts';
import { downhillM } from '../segment/descents.ts';
import type { CadenceSegment, GradeSegment, SurfaceSegment } from '../segment/segment.ts';
import { median } from '../stats/stats.ts';
import type { Track } from '../track/track.ts';
import { type Words, wordsIn } from '../words.ts';
import type { RiskInput } from './input.ts';
import { isMoving } from './measure/intervals.ts';

/** The time base with what every recording has. */
export type Motion = Pick<Track, 'length' | 'timeS' | 'durationS' | 'distanceM' | 'speedMps' | 'gait' | 'pauses'>;

/** Grade that stands out of its own noise. */
export interface Grade {
  readonly gradePct: Float64Array;
  /** Standard error of grade, median over the run, percentage points. */
  readonly errorPct: number;
  readonly segments: readonly GradeSegment[];
  readonly descentM: number;
  /** Metres lost on hills: see `downhillM`. */
  readonly downhillM: number;
}

/** Cadence whose unit is certain. */
export interface Cadence {
  readonly cadenceSpm: Float64Array;
  readonly segments: readonly CadenceSegment[];
}

/** Load of the run, and of the same run with its descents made level: same speed, same cadence, climbs kept. */
export interface DescentLoad {
  /** Flat-easy km, mid estimate. */
  readonly asRunKm: number;
  readonly levelledKm: number;
}

/** Name and type of everything that a factor can declare. */
export interface FactorInputs {
  readonly facts: RunFacts;
  readonly motion: Motion;
  readonly grade: Grade;
  readonly descentLoad: DescentLoad;
  readonly cadence: Cadence;
  /** Flat steady running with cadence, at least one bin. */
  readonly flatCadence: readonly CadenceBin[];
  readonly runner: RiskInput['runner'];
  readonly ownLine: OwnCadenceLine;
  readonly surface: readonly SurfaceSegment[];
  readonly profile: Profile;
  /** At least one run. */
  readonly history: readonly EarlierRun[];
  /** The same, for factors that can also do without: empty when none is known. */
  readonly earlierRuns: readonly EarlierRun[];
  /** Without entries when nothing was logged: no pain told is not pain missing. */
  readonly painLog: PainLog;
  /** Numbers in the runner's units. */
  readonly words: Words;
  /** Channels as recorded, for judging the data itself. */
  readonly recording: Pick<Track, 'origin' | 'altitudeSource' | 'cadenceReading'>;
}

/** See {@link FactorInputs}. */
export type InputName = keyof FactorInputs;

/** Watches' words for a run on a belt. */
const INDOOR_SUB_SPORTS = ['treadmill', 'indoor_running', 'virtual_activity'];

/** Whether the run was on a treadmill, by the runner's word where there is one on most of its way, else by the watch's. */
export function isIndoor({ subSport, surfaces }: Pick<RunFacts, 'subSport' | 'surfaces'>): boolean {
  const metres = (shares: RunFacts['surfaces']): number => shares.reduce((sum, { distanceM }) => sum + distanceM, 0);
  const told = surfaces.filter(({ certainty }) => certainty === 'told');
  if (2 * metres(told) > metres(surfaces))
    return 2 * metres(told.filter(({ type }) => type === 'treadmill')) > metres(told);
  return subSport !== null && INDOOR_SUB_SPORTS.includes(subSport);
}

/** Moving time that a channel must cover, a share. Assumption: half, so that what is unseen cannot outweigh what is seen. */
const MIN_COVERAGE = 0.5;

function coverage(track: Track, column: Float64Array): number {
  let coveredS = 0;
  let movingS = 0;
  for (let i = 0; i < track.length; i++) {
    if (!isMoving(track, i)) continue;
    const durationS = track.durationS[i] as number;
    movingS += durationS;
    if (!Number.isNaN(column[i] as number)) coveredS += durationS;
  }
  return movingS > 0 ? coveredS / movingS : 0;
}

function takeGrade({ track, segments }: RiskInput): Result<Grade, string> {
  if (track.origin.altitude === 'absent' || track.descentM === null || coverage(track, track.gradePct) < MIN_COVERAGE)
    return err(
      'This recording holds no altitude for at least half of the run. A watch with a barometer records it; a height map can fill it in.',
    );
  const lostM = downhillM(track, segments.grade);
  if (lostM === null)
    return err(
      'The altitude of this recording is too rough to tell gentle descents from noise. A watch with a barometer or a height map gives a better one.',
    );
  return ok({
    gradePct: track.gradePct,
    errorPct: median(track.gradeErrorPct),
    segments: segments.grade,
    descentM: track.descentM,
    downhillM: lostM,
  });
}

function takeCadence({ track, cadenceSegments }: RiskInput): Result<Cadence, string> {
  if (track.origin.cadence === 'absent' || coverage(track, track.cadenceSpm) < MIN_COVERAGE)
    return err(
      'This recording holds no cadence for at least half of the run. Most watches record it, or a foot pod does; GPX exports often leave it out, so try the original FIT file.',
    );
  if (track.cadenceReading?.certain !== true)
    return err(
      'It is not certain whether this file counts steps of one foot or of both. The original FIT file says so, or set it for this run.',
    );
  return ok({ cadenceSpm: track.cadenceSpm, segments: cadenceSegments });
}

/** Gets an input of a run. */
export type TakeInput = (name: InputName) => Result<unknown, string>;

/** How each input is got, some by way of another; an error is the plain reason why it is missing and how to get it. */
export const INPUTS: {
  readonly [Name in InputName]: (input: RiskInput, take: TakeInput) => Result<FactorInputs[Name], string>;
} = {
  facts: ({ facts }) => ok(facts),
  motion: ({ track: { length, timeS, durationS, distanceM, speedMps, gait, pauses } }) =>
    ok({ length, timeS, durationS, distanceM, speedMps, gait, pauses }),
  grade: takeGrade,
  descentLoad: ({ kneeLoad: { flatEasyKm, downhillExcessKm } }, take) => {
    const grade = take('grade');
    if (!grade.ok) return grade;
    return ok({ asRunKm: flatEasyKm.mid, levelledKm: flatEasyKm.mid - downhillExcessKm });
  },
  cadence: takeCadence,
  flatCadence: (input, take) => {
    const cadence = take('cadence');
    if (!cadence.ok) return cadence;
    // Facts take a run without altitude for flat, as a treadmill is; on a road that is a guess.
    const isFlatKnown = input.track.altitudeSource !== 'none' || isIndoor(input.facts);
    return input.facts.flatCadence.length === 0 || !isFlatKnown
      ? err(
          'This run holds no stretch that is surely flat and steady. Cadence is compared there; runs with altitude show where it is flat.',
        )
      : ok(input.facts.flatCadence);
  },
  runner: ({ runner }) => ok(runner),
  ownLine: ({ runner }) =>
    runner.ownLine === null
      ? err(
          'Your own usual cadence is not known yet. It takes 5 runs and an hour of flat, steady running within 90 days.',
        )
      : ok(runner.ownLine),
  surface: ({ segments }) =>
    segments.surface.every(({ type }) => type === 'unknown')
      ? err('The file does not say what you ran on. A map of the area can tell.')
      : ok(segments.surface),
  profile: ({ profile }) => ok(profile),
  history: ({ history }) =>
    history.length === 0
      ? err('No earlier runs are known. Add the files of the last weeks to compare with.')
      : ok(history),
  earlierRuns: ({ history }) => ok(history),
  painLog: ({ painLog }) => ok(painLog),
  words: ({ profile }) => ok(wordsIn(profile.units)),
  recording: ({ track: { origin, altitudeSource, cadenceReading } }) => ok({ origin, altitudeSource, cadenceReading }),
};
