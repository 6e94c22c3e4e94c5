import { windowMean } from './columns.ts';
import { GAITS, type Gait } from './track.ts';

/** Speed and cadence are averaged over this time, so that one bad sample does not change the gait. Assumption. */
const WINDOW_S = 9;

/** Slower than this is standing, metres a second. Assumption: GPS drifts at some decimetres a second. */
const STAND_BELOW_MPS = 0.5;

/**
 * People change from walk to run near 2.1 m/s and 141 steps/min; the limits lie a little below, so that a slow jog stays
 * a run. Below both is walking; without cadence speed alone decides, and uphill running is slower. @cite Hansen2017
 */
const WALK_BELOW_MPS = 2.0;
const WALK_BELOW_SPM = 130;

/** A cadence that only running has, whatever the speed; steps a minute. Assumption, above the transition. */
const RUN_FROM_SPM = 145;

/** Running slows on a climb: the limit falls by this share for each per cent of grade, down to half. Assumption. */
const CLIMB_SHARE_PER_PCT = 0.04;

const CODE: Readonly<Record<Gait, number>> = { stand: 0, walk: 1, run: 2, pause: 3 };

/** The gait of an interval as a word. */
export const gaitName = (code: number): Gait => GAITS[code] as Gait;

/**
 * Tells standing, walking, running and pauses apart for each interval, also without a cadence channel.
 *
 * @param durationS 0 is a pause
 * @param speedMps NaN where unknown: then cadence alone decides
 * @returns index into `GAITS`
 */
export function gaits(
  timeS: Float64Array,
  durationS: Float64Array,
  speedMps: Float64Array,
  cadenceSpm: Float64Array,
  gradePct: Float64Array,
): Uint8Array {
  const speed = windowMean(timeS, speedMps, WINDOW_S);
  const cadence = windowMean(timeS, cadenceSpm, WINDOW_S);
  const gait = new Uint8Array(timeS.length).fill(CODE.pause);
  for (let i = 0; i < timeS.length; i++) {
    if ((durationS[i] as number) === 0) continue;
    gait[i] = CODE[oneGait(speed[i] as number, cadence[i] as number, gradePct[i] as number)];
  }
  return gait;
}

function oneGait(speedMps: number, cadenceSpm: number, gradePct: number): Gait {
  const hasSpeed = !Number.isNaN(speedMps);
  const hasCadence = cadenceSpm > 0;
  if (!hasSpeed) return hasCadence ? (cadenceSpm >= WALK_BELOW_SPM ? 'run' : 'walk') : 'stand';
  if (hasCadence && cadenceSpm >= RUN_FROM_SPM) return 'run';
  if (speedMps < STAND_BELOW_MPS) return 'stand';
  if (hasCadence) return cadenceSpm < WALK_BELOW_SPM && speedMps < WALK_BELOW_MPS ? 'walk' : 'run';
  const climb = Number.isNaN(gradePct) ? 0 : Math.max(0, gradePct);
  const limit = WALK_BELOW_MPS * Math.max(0.5, 1 - CLIMB_SHARE_PER_PCT * climb);
  return speedMps < limit ? 'walk' : 'run';
}
