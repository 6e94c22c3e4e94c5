import type { Activity, Warning } from '../parse/activity.ts';
import { SURFACE_CERTAINTIES, SURFACE_CLASSES, surfaceOfSubSport } from '../surface/surface.ts';
import { hasValues, roundTo, sumOf } from './columns.ts';
import { cumulate, intervalSteps } from './distance.ts';
import { gaits } from './gait.ts';
import { intervalDurations } from './gaps.ts';
import { reliefOf } from './relief.ts';
import { intervalSpeeds } from './speed.ts';
import { readCadenceUnit, toCadenceSpm } from './step-rate.ts';
import type { TerrainLookup } from './terrain.ts';
import { forwardSamples, mergeMoments } from './time-base.ts';
import type { ChannelOrigin, Track } from './track.ts';

/**
 * Parts of a unit that derived columns are rounded to, far below their noise: a stored run is then a third as large.
 * Millimetres, tenths of a millimetre a second, thousandths of a per cent.
 */
const PARTS = { m: 1000, mps: 10_000, pct: 1000, stepM: 10_000 } as const;

/**
 * Puts what the device said on one time base and derives what it left out. Never fails: what is missing is absent.
 *
 * @param cadenceUnit the runner's word on what the file counts, if given
 * @param terrain altitude of the ground, for files without a good one of their own
 * @returns the track, and warnings about what had to be left out
 */
export function buildTrack(
  activity: Activity,
  cadenceUnit?: 'strides' | 'steps',
  terrain?: TerrainLookup,
): { readonly track: Track; readonly warnings: readonly Warning[] } {
  const { samples } = activity;
  const kept = forwardSamples(samples.timeS);
  const { timeS, take } = mergeMoments(samples.timeS, kept);
  const latDeg = take(samples.latDeg);
  const lonDeg = take(samples.lonDeg);
  const recordedSpeed = take(samples.speedMps);

  const steps = intervalSteps({ timeS, distanceM: take(samples.distanceM), speedMps: recordedSpeed, latDeg, lonDeg });
  const { durationS, gaps } = intervalDurations(timeS, activity.pauses, steps.stepM, steps.origin === 'recorded');
  const distanceM = roundTo(PARTS.m, cumulate(steps.stepM, durationS));
  const speed = intervalSpeeds(timeS, recordedSpeed, distanceM, durationS, steps.origin !== 'absent');

  const speedMps = roundTo(PARTS.mps, speed.speedMps);

  const recordedM = take(samples.altitudeM);
  const relief = reliefOf(distanceM, { recordedM, latDeg, lonDeg }, activity.hasBarometer, terrain);
  const gradePct = roundTo(PARTS.pct, relief.gradePct);

  const perMin = take(samples.cadencePerMin);
  const stepLengthM = samples.stepLengthM ? roundTo(PARTS.stepM, take(samples.stepLengthM).slice()) : take(null);
  const cadenceReading = hasValues(perMin)
    ? readCadenceUnit(activity.cadenceUnit, { perMin, speedMps, stepLengthM }, cadenceUnit)
    : null;
  const cadenceSpm = cadenceReading === null ? perMin : toCadenceSpm(perMin, speedMps, cadenceReading.unit);
  const heartRateBpm = take(samples.heartRateBpm);

  const track: Track = {
    length: timeS.length,
    startedAtMs: activity.startedAtMs,
    timeS,
    durationS,
    distanceM,
    altitudeM: roundTo(PARTS.m, relief.altitudeM),
    speedMps,
    gradePct,
    gradeErrorPct: roundTo(PARTS.pct, relief.gradeErrorPct),
    cadenceSpm,
    heartRateBpm,
    stepLengthM,
    groundContactMs: take(samples.groundContactMs),
    groundContactBalancePct: take(samples.groundContactBalancePct),
    verticalOscillationMm: take(samples.verticalOscillationMm),
    verticalRatioPct: take(samples.verticalRatioPct),
    latDeg,
    lonDeg,
    gait: gaits(timeS, durationS, speedMps, cadenceSpm, gradePct),
    ...recordedGround(timeS.length, activity.subSport),
    origin: {
      distance: steps.origin,
      speed: speed.origin,
      altitude: relief.source === 'terrain' ? 'derived' : recordedOrAbsent(relief.source !== 'none'),
      cadence: recordedOrAbsent(cadenceReading !== null),
      position: recordedOrAbsent(hasValues(latDeg)),
      heartRate: recordedOrAbsent(hasValues(heartRateBpm)),
    },
    altitudeSource: relief.source,
    gradeWindowM: relief.windowM,
    ascentM: relief.ascentM,
    descentM: relief.descentM,
    cadenceReading,
    pauses: gaps,
  };
  const warnings = [
    ...clockWarnings(samples.length - kept.length),
    ...leapWarnings(steps.leaps),
    ...relief.warnings,
    ...speedWarnings(track),
  ];
  return { track, warnings };
}

const recordedOrAbsent = (isThere: boolean): ChannelOrigin => (isThere ? 'recorded' : 'absent');

/** The one word that a file has for the ground of the whole run. */
function recordedGround(
  length: number,
  subSport: string | null,
): Pick<Track, 'surface' | 'surfaceCertainty' | 'surfaceRule' | 'wayId'> {
  const surface = surfaceOfSubSport(subSport);
  const certainty = surface === 'unknown' ? 'unknown' : 'recorded';
  return {
    surface: new Uint8Array(length).fill(SURFACE_CLASSES.indexOf(surface)),
    surfaceCertainty: new Uint8Array(length).fill(SURFACE_CERTAINTIES.indexOf(certainty)),
    surfaceRule: new Uint8Array(length),
    wayId: new Float64Array(length).fill(Number.NaN),
  };
}

function clockWarnings(lost: number): Warning[] {
  if (lost === 0) return [];
  const message = `The watch's clock jumped: ${lost} samples whose time did not fit the rest were left out.`;
  return [{ code: 'clock-jump', message, count: lost }];
}

function leapWarnings(leaps: number): Warning[] {
  if (leaps === 0) return [];
  const message = 'The recording leaps to places that nobody could have run to in the time; those leaps were left out.';
  return [{ code: 'distance-leap', message, count: leaps }];
}

/** No longer run is faster on the whole: above the mean speed of the 10 km world records (26:24 on the road, 6.3 m/s). */
const FASTEST_LONG_RUN_MPS = 6.4;
const LONG_RUN_M = 3000;

function speedWarnings({ distanceM, durationS }: Track): Warning[] {
  const way = distanceM.at(-1) ?? 0;
  const seconds = sumOf(durationS);
  if (way < LONG_RUN_M || way / seconds <= FASTEST_LONG_RUN_MPS) return [];
  const kmh = Math.round((3.6 * way) / seconds);
  const message = `The file says that this is a run, but ${kmh} km/h over ${Math.round(way / 1000)} km looks like a ride. If it was one, delete it here.`;
  return [{ code: 'faster-than-running', message, count: 1 }];
}
