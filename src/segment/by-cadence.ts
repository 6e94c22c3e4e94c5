import { windowMean } from '../track/columns.ts';
import { GAITS, type Track } from '../track/track.ts';
import { cutByLabel, isMoving } from './cut.ts';
import type { CadenceSegment } from './segment.ts';

/** Cadence this share under or over the expected one is low or high: about one spread between runners. @cite Luedke2021 */
const BAND_RATIO = 0.05;

/** Cadence is averaged over this time before it is judged. Assumption: about 80 steps. */
const WINDOW_S = 30;

/** A stretch must have this way to stand alone, metres. Assumption. */
const MIN_M = 100;

const TYPES = ['walk', 'low', 'usual', 'high', 'unknown'] as const;
const WALK = GAITS.indexOf('walk');

/**
 * Cuts the run where its cadence leaves what is expected at that speed.
 * @param expectedSpm cadence expected in each interval for the speed, height and own line, steps a minute; NaN = unknown
 */
export function byCadence(track: Track, expectedSpm: Float64Array): CadenceSegment[] {
  const smoothed = windowMean(track.timeS, track.cadenceSpm, WINDOW_S);
  const type = (i: number): (typeof TYPES)[number] => {
    if (Number.isNaN(track.cadenceSpm[i] as number)) return 'unknown';
    if (track.gait[i] === WALK) return 'walk';
    const share = (smoothed[i] as number) / (expectedSpm[i] as number);
    if (Number.isNaN(share)) return 'unknown';
    if (share < 1 - BAND_RATIO) return 'low';
    return share > 1 + BAND_RATIO ? 'high' : 'usual';
  };
  return cutByLabel(track, (i) => TYPES.indexOf(type(i)), MIN_M).map(({ label, ...where }) => ({
    type: TYPES[label] as (typeof TYPES)[number],
    ...where,
    meanCadenceSpm: meanCadenceSpm(track, where.startIndex, where.endIndex),
  }));
}

/** Time-weighted cadence of the moving intervals in `[start, end)`, steps a minute; null when none has one. */
function meanCadenceSpm(track: Track, start: number, end: number): number | null {
  let steps = 0;
  let seconds = 0;
  for (let i = start; i < end; i++) {
    const cadence = track.cadenceSpm[i] as number;
    if (!isMoving(track, i) || !(cadence > 0)) continue;
    steps += cadence * (track.durationS[i] as number);
    seconds += track.durationS[i] as number;
  }
  return seconds > 0 ? steps / seconds : null;
}
