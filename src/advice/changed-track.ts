/** Tracks that differ from the recorded one in a single respect. Columns that do not change are shared, not copied. */
import type { LoadTrack } from '../load/load-track.ts';
import { expectedCadenceSpm } from '../load/preferred-cadence.ts';
import { expectedWalkingCadenceSpm, USUAL_WALK_MPS } from '../load/walking-step.ts';
import { SURFACE_CLASSES } from '../surface/surface.ts';
import { GAITS } from '../track/track.ts';

const WALK = GAITS.indexOf('walk');
const RUN = GAITS.indexOf('run');
const PAUSE = GAITS.indexOf('pause');
const TREADMILL = SURFACE_CLASSES.indexOf('treadmill');

/** Slowing beyond this is no running any more, per cent. Assumption. */
const SLOWEST_PERCENT = 90;

const descends = (track: LoadTrack, i: number, steeperThanPct: number): boolean =>
  track.gait[i] === RUN && (track.durationS[i] as number) > 0 && (track.gradePct[i] as number) < -steeperThanPct;

/**
 * Running descents steeper than a grade at a walk of 1.25 m/s and its usual cadence, or at the recorded speed where that
 * was slower.
 * @param steeperThanPct per cent, positive; ground of unknown grade is left as it was
 */
export function walkedDescents(track: LoadTrack, steeperThanPct: number): LoadTrack {
  const durationS = track.durationS.slice();
  const speedMps = track.speedMps.slice();
  const cadenceSpm = track.cadenceSpm.slice();
  const gait = track.gait.slice();
  for (let i = 0; i < track.length; i++) {
    if (!descends(track, i, steeperThanPct)) continue;
    const speed = track.speedMps[i] as number;
    const walkMps = Math.min(speed, USUAL_WALK_MPS);
    gait[i] = WALK;
    if (speed > 0) durationS[i] = ((track.durationS[i] as number) * speed) / walkMps;
    speedMps[i] = walkMps;
    cadenceSpm[i] = expectedWalkingCadenceSpm(walkMps);
  }
  return { ...track, durationS, speedMps, cadenceSpm, gait };
}

/**
 * Running descents steeper than a grade, run slower; cadence follows the speed as it does for everybody.
 * @param heightM metres, or null
 * @param steeperThanPct per cent, positive
 * @param percent 0 to 90
 * @throws RangeError for a percentage outside
 */
export function slowerDescents(
  track: LoadTrack,
  heightM: number | null,
  steeperThanPct: number,
  percent: number,
): LoadTrack {
  if (!(percent >= 0 && percent <= SLOWEST_PERCENT)) {
    throw new RangeError(`slower by ${percent} %; needs 0 to ${SLOWEST_PERCENT}`);
  }
  const durationS = track.durationS.slice();
  const speedMps = track.speedMps.slice();
  const cadenceSpm = track.cadenceSpm.slice();
  const share = 1 - percent / 100;
  for (let i = 0; i < track.length; i++) {
    if (!descends(track, i, steeperThanPct)) continue;
    const speed = track.speedMps[i] as number;
    const expectedChange = expectedCadenceSpm(speed * share, heightM, 0) / expectedCadenceSpm(speed, heightM, 0);
    durationS[i] = (track.durationS[i] as number) / share;
    speedMps[i] = speed * share;
    cadenceSpm[i] = (track.cadenceSpm[i] as number) * (Number.isNaN(expectedChange) ? 1 : expectedChange);
  }
  return { ...track, durationS, speedMps, cadenceSpm };
}

/**
 * The run up to a distance; what lies beyond lasts no time.
 * @param toDistanceM metres from the start; at or beyond the end nothing changes
 * @throws RangeError for a negative distance
 */
export function shortened(track: LoadTrack, toDistanceM: number): LoadTrack {
  if (!(toDistanceM >= 0)) throw new RangeError(`a run of ${toDistanceM} m; needs 0 or more`);
  const durationS = track.durationS.slice();
  const gait = track.gait.slice();
  for (let i = 0; i < track.length; i++) {
    const fromM = track.distanceM[i] as number;
    const toM = (track.distanceM[i + 1] ?? fromM) as number;
    // An unknown distance is none to cut at.
    if (!(toM > toDistanceM)) continue;
    const kept = fromM >= toDistanceM ? 0 : (toDistanceM - fromM) / (toM - fromM);
    durationS[i] = (track.durationS[i] as number) * kept;
    if (kept === 0) gait[i] = PAUSE;
  }
  return { ...track, durationS, gait };
}

/**
 * A stretch on a level treadmill at the speed it was run on the ground. Cadence loses what a climb had added to it.
 * @param heightM metres, or null
 * @param fromM metres from the start
 * @param toM metres from the start, beyond `fromM`
 * @throws RangeError when the stretch has no length
 */
export function onTreadmill(track: LoadTrack, heightM: number | null, fromM: number, toM: number): LoadTrack {
  if (!(fromM >= 0 && toM > fromM)) throw new RangeError(`a stretch from ${fromM} to ${toM} m; needs 0 ≤ from < to`);
  const gradePct = track.gradePct.slice();
  const gradeErrorPct = track.gradeErrorPct.slice();
  const cadenceSpm = track.cadenceSpm.slice();
  const surface = track.surface.slice();
  for (let i = 0; i < track.length; i++) {
    const startM = track.distanceM[i] as number;
    // An interval belongs where its middle lies: sums of distances are a hair off their round numbers.
    const middleM = (startM + (track.distanceM[i + 1] ?? startM)) / 2;
    if (!(middleM >= fromM && middleM < toM)) continue;
    const speed = track.speedMps[i] as number;
    const gradeRatio = (track.gradePct[i] as number) / 100;
    if (track.gait[i] === RUN && gradeRatio > 0 && !Number.isNaN(speed)) {
      cadenceSpm[i] =
        ((track.cadenceSpm[i] as number) * expectedCadenceSpm(speed, heightM, 0)) /
        expectedCadenceSpm(speed, heightM, gradeRatio);
    }
    gradePct[i] = 0;
    gradeErrorPct[i] = 0;
    surface[i] = TREADMILL;
  }
  return { ...track, gradePct, gradeErrorPct, cadenceSpm, surface };
}
