import type { Warning } from '../parse/activity.ts';
import { altitudeOnTheWay, ascentAndDescent, smoothAltitude, soundAltitude, withoutLeaps } from './altitude.ts';
import { altitudeMethod, altitudeNoiseM, recordedSource } from './altitude-method.ts';
import { coverageRatio, MIN_COVERAGE } from './columns.ts';
import { type Grade, gradeByRegression } from './grade.ts';
import type { TerrainLookup } from './terrain.ts';
import type { AltitudeSource } from './track.ts';

/** Altitude, grade and their sums for a run. */
export interface Relief extends Grade {
  /** Metres, smoothed; all NaN without altitude. */
  readonly altitudeM: Float64Array;
  readonly source: AltitudeSource;
  /** Metres, both ≥ 0; null without altitude. */
  readonly ascentM: number | null;
  readonly descentM: number | null;
  readonly warnings: readonly Warning[];
}

/** What altitude can be had from. */
export interface AltitudeChannels {
  /** As recorded; NaN where missing. */
  readonly recordedM: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
}

/**
 * The ups and downs of a run. A terrain model steps in where the file holds no altitude, or one by satellites.
 *
 * @param hasBarometer null when the file does not tell
 * @param terrain left out where there is none
 */
export function reliefOf(
  distanceM: Float64Array,
  channels: AltitudeChannels,
  hasBarometer: boolean | null,
  terrain?: TerrainLookup,
): Relief {
  const recorded = recordedAltitude(distanceM, channels.recordedM, hasBarometer);
  const isPoor = recorded.source === 'none' || recorded.source === 'gps';
  const groundM = isPoor && terrain ? terrainAltitude(channels, terrain) : null;
  if (groundM === null) return asRelief(distanceM, recorded);
  const warning = terrainWarning(recorded.source);
  const altitudeM = altitudeOnTheWay(distanceM, groundM);
  return asRelief(distanceM, { altitudeM, source: 'terrain', noiseM: Number.NaN, warnings: [warning] });
}

/** Altitude with one number for each bit of way, and where it comes from. */
interface SourcedAltitude {
  readonly altitudeM: Float64Array;
  readonly source: AltitudeSource;
  /** Metres; NaN where unknown. */
  readonly noiseM: number;
  readonly warnings: readonly Warning[];
}

function recordedAltitude(
  distanceM: Float64Array,
  recordedM: Float64Array,
  hasBarometer: boolean | null,
): SourcedAltitude {
  const sound = soundAltitude(recordedM);
  const { altitudeM, leaps } = withoutLeaps(distanceM, altitudeOnTheWay(distanceM, sound));
  if (coverageRatio(sound) < MIN_COVERAGE) return { altitudeM, source: 'none', noiseM: Number.NaN, warnings: [] };
  const noiseM = altitudeNoiseM(distanceM, altitudeM);
  return { altitudeM, source: recordedSource(hasBarometer, noiseM), noiseM, warnings: leapWarnings(leaps) };
}

/** Voids take up to a sixth of a mountain run (measured); a model that covers less leaves too much without ground. Assumption. */
const MIN_TERRAIN_COVERAGE = 0.8;

/** Altitude of the ground at each position; null where the model covers too little. */
function terrainAltitude({ latDeg, lonDeg }: AltitudeChannels, terrain: TerrainLookup): Float64Array | null {
  const groundM = latDeg.map((lat, i) => terrain(lat, lonDeg[i] as number));
  const positions = coverageRatio(latDeg);
  return positions > MIN_COVERAGE && coverageRatio(groundM) >= MIN_TERRAIN_COVERAGE * positions ? groundM : null;
}

function asRelief(distanceM: Float64Array, { altitudeM, source, noiseM, warnings }: SourcedAltitude): Relief {
  const method = altitudeMethod(source, noiseM);
  const grade = gradeByRegression(distanceM, altitudeM, method);
  if (method === null) {
    const missing = new Float64Array(distanceM.length).fill(Number.NaN);
    return { ...grade, altitudeM: missing, source, ascentM: null, descentM: null, warnings };
  }
  const smoothed = smoothAltitude(distanceM, altitudeM, method.smoothingM);
  return { ...grade, ...ascentAndDescent(smoothed, method.hysteresisM), altitudeM: smoothed, source, warnings };
}

function terrainWarning(replaced: AltitudeSource): Warning {
  const why =
    replaced === 'none' ? 'The file holds no altitude' : "The file's altitude comes from satellites and is rough";
  const message = `${why}; the ground's altitude is taken from the terrain model. It does not know bridges, tunnels and short steps.`;
  return { code: 'altitude-from-terrain', message, count: 1 };
}

function leapWarnings(leaps: number): Warning[] {
  if (leaps === 0) return [];
  const message =
    'The altitude leaps where no ground can; those leaps are left out of ascent and descent, and the altitude before them is moved to fit.';
  return [{ code: 'altitude-leap', message, count: leaps }];
}
