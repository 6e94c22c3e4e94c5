/** A planned route as a run that nobody has run yet: the columns of a track, at the runner's own paces. */
import { type OwnCadenceLine, ownCadenceSpm } from '../load/preferred-cadence.ts';
import type { PlannedRoute } from '../parse/planned-route.ts';
import { SURFACE_CLASSES } from '../surface/surface.ts';
import { reliefOf } from '../track/relief.ts';
import type { TerrainLookup } from '../track/terrain.ts';
import { GAITS, type Track } from '../track/track.ts';
import type { SlopePace } from './plan-pace.ts';

/** Way between two samples, metres. Assumption: well below the window of any grade. */
const STEP_M = 5;
/** Between two known altitudes further apart than this the ground may do anything, metres. Assumption. */
const MOST_ALTITUDE_GAP_M = 500;

/** The same way from its end to its start. */
export function reversedRoute(route: PlannedRoute): PlannedRoute {
  const lengthM = route.distanceM.at(-1) ?? 0;
  return {
    ...route,
    latDeg: route.latDeg.toReversed(),
    lonDeg: route.lonDeg.toReversed(),
    altitudeM: route.altitudeM.toReversed(),
    distanceM: route.distanceM.toReversed().map((metres) => lengthM - metres),
  };
}

/** A column of a route at places along it, by straight lines between what is known; NaN beyond and across wide gaps. */
function along(route: PlannedRoute, column: Float64Array, distanceM: Float64Array, mostGapM: number): Float64Array {
  const known = Array.from(column.keys()).filter((i) => !Number.isNaN(column[i] as number));
  let at = 0;
  return distanceM.map((metres) => {
    while (at + 1 < known.length && (route.distanceM[known[at + 1] as number] as number) <= metres) at++;
    const [left, right] = [known[at], known[at + 1]];
    if (left === undefined) return Number.NaN;
    const leftM = route.distanceM[left] as number;
    if (metres === leftM || right === undefined) return metres === leftM ? (column[left] as number) : Number.NaN;
    const gapM = (route.distanceM[right] as number) - leftM;
    if (metres < leftM || gapM > mostGapM) return Number.NaN;
    const from = column[left] as number;
    return from + (((column[right] as number) - from) * (metres - leftM)) / gapM;
  });
}

/** Longitudes that do not leap where the route crosses the line between +180 and -180 degrees. */
function withoutLeap(lonDeg: Float64Array): Float64Array {
  let turns = 0;
  return lonDeg.map((lon, i) => {
    const step = i === 0 ? 0 : lon - (lonDeg[i - 1] as number);
    if (step > 180) turns -= 1;
    if (step < -180) turns += 1;
    return lon + 360 * turns;
  });
}

/**
 * Lays a route out in steps of 5 m and runs it at the runner's paces and cadence.
 * @param ownLine the runner's cadence over speed; null leaves cadence unknown: the load model then takes the usual one, and
 * widens the range
 * @param terrain altitude of the ground, for routes without a good one of their own; left out where there is none
 */
export function planTrack(
  route: PlannedRoute,
  pace: SlopePace,
  ownLine: OwnCadenceLine | null,
  terrain?: TerrainLookup,
): Track {
  const lengthM = route.distanceM.at(-1) ?? 0;
  const steps = Math.max(1, Math.ceil(lengthM / STEP_M));
  const length = steps + 1;
  const column = () => new Float64Array(length).fill(Number.NaN);
  const distanceM = new Float64Array(length).map((_, i) => (lengthM * i) / steps);
  const latDeg = along(route, route.latDeg, distanceM, Number.POSITIVE_INFINITY);
  const lonDeg = along(route, withoutLeap(route.lonDeg), distanceM, Number.POSITIVE_INFINITY).map(
    (lon) => lon - 360 * Math.round(lon / 360),
  );
  const recordedM = along(route, route.altitudeM, distanceM, MOST_ALTITUDE_GAP_M);
  const relief = reliefOf(distanceM, { recordedM, latDeg, lonDeg }, null, terrain);

  const timeS = new Float64Array(length);
  const durationS = new Float64Array(length);
  const speedMps = column();
  const cadenceSpm = column();
  const gait = new Uint8Array(length).fill(GAITS.indexOf('stand'));
  for (let i = 0; i < steps; i++) {
    const here = pace.at(relief.gradePct[i] as number);
    gait[i] = GAITS.indexOf(here.gait);
    speedMps[i] = here.speedMps;
    if (here.gait === 'run' && ownLine !== null) {
      cadenceSpm[i] = ownCadenceSpm(ownLine, here.speedMps, (relief.gradePct[i] as number) / 100);
    }
    durationS[i] = ((distanceM[i + 1] as number) - (distanceM[i] as number)) / here.speedMps;
    timeS[i + 1] = (timeS[i] as number) + (durationS[i] as number);
  }
  const isDerived = relief.source === 'none' ? 'absent' : 'derived';
  return {
    length,
    startedAtMs: 0,
    ...{ timeS, durationS, distanceM, speedMps, cadenceSpm, latDeg, lonDeg, gait },
    altitudeM: relief.altitudeM,
    gradePct: relief.gradePct,
    gradeErrorPct: relief.gradeErrorPct,
    heartRateBpm: column(),
    stepLengthM: column(),
    groundContactMs: column(),
    groundContactBalancePct: column(),
    verticalOscillationMm: column(),
    verticalRatioPct: column(),
    surface: new Uint8Array(length).fill(SURFACE_CLASSES.indexOf('unknown')),
    surfaceCertainty: new Uint8Array(length),
    surfaceRule: new Uint8Array(length),
    wayId: column(),
    origin: {
      distance: 'derived',
      speed: 'derived',
      altitude: isDerived,
      cadence: ownLine === null ? 'absent' : 'derived',
      position: 'derived',
      heartRate: 'absent',
    },
    altitudeSource: relief.source,
    gradeWindowM: relief.windowM,
    ascentM: relief.ascentM,
    descentM: relief.descentM,
    cadenceReading: null,
    pauses: [],
  };
}
