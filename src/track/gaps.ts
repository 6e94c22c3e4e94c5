import type { TimeSpan } from '../parse/activity.ts';
import { median } from '../stats/stats.ts';

/** A step between samples longer than this may be an auto-pause; shorter ones are smart recording. Assumption. */
const GAP_MIN_S = 10;

/** Slower than this across a gap is a rest, not a stretch with few samples. Assumption: half a slow walk. */
const GAP_MIN_SPEED_MPS = 0.6;

/** Over a longer gap positions say where the runner got to, not that they ran there. Assumption. */
const GAP_MAX_S = 600;

/** Positions scatter this far while standing: no way was made. Assumption: a few standard errors of GPS. */
const JITTER_M = 15;

/** A rest shorter than this beside a timer event is the clock's rounding. FIT times are whole seconds. */
const ROUNDING_S = 1;

/** Speed for the way made inside a pause when the run itself tells none, metres a second. Assumption: easy running. */
const EASY_MPS = 2.5;

/**
 * Moving or standing seconds of each interval: the time between samples less the pauses in it. A gap without a pause
 * event counts as one when hardly any way was made in it. Way that the device itself counted during a pause (its timer
 * and its samples need not agree to the second) is kept, and given the time that it takes at the run's usual speed.
 *
 * @param timeS seconds, strictly rising
 * @param pauses from the file; in order, apart
 * @param stepM metres made in each interval; NaN where unknown
 * @param isRecorded whether `stepM` is the device's own distance
 * @returns seconds for each interval, 0 at the end, and where the runner rested, at the end of the interval where the file does not tell
 */
export function intervalDurations(
  timeS: Float64Array,
  pauses: readonly TimeSpan[],
  stepM: Float64Array,
  isRecorded: boolean,
): { readonly durationS: Float64Array; readonly gaps: readonly TimeSpan[] } {
  const usualMps = usualSpeedMps(timeS, stepM);
  const durationS = new Float64Array(timeS.length);
  const gaps: TimeSpan[] = [];
  let next = 0;
  for (let i = 0; i + 1 < timeS.length; i++) {
    const start = timeS[i] as number;
    const end = timeS[i + 1] as number;
    while (next < pauses.length && (pauses[next] as TimeSpan).endS <= start) next++;
    let paused = 0;
    for (let k = next; k < pauses.length && (pauses[k] as TimeSpan).startS < end; k++) {
      const pause = pauses[k] as TimeSpan;
      paused += Math.min(end, pause.endS) - Math.max(start, pause.startS);
    }
    const step = stepM[i] as number;
    const whole = end - start;
    let duration = whole - paused;
    if (duration <= ROUNDING_S && paused > 0) {
      duration = isRecorded && step > 0 ? Math.min(whole, step / usualMps) : 0;
    } else if (duration > GAP_MIN_S && paused === 0) {
      duration = gapDuration(duration, step, isRecorded, usualMps);
    }
    durationS[i] = duration;
    if (duration < whole) gaps.push({ startS: start + duration, endS: end });
  }
  return { durationS, gaps: joinTouching(gaps) };
}

function gapDuration(wholeS: number, stepM: number, isRecorded: boolean, usualMps: number): number {
  const isRest = !(stepM / wholeS >= GAP_MIN_SPEED_MPS);
  if (!isRest && (wholeS <= GAP_MAX_S || isRecorded)) return wholeS;
  const isWay = isRecorded ? stepM > 0 : isRest && stepM > JITTER_M;
  return isWay ? Math.min(wholeS, stepM / usualMps) : 0;
}

/** Median speed of the plain intervals in motion, metres a second. */
function usualSpeedMps(timeS: Float64Array, stepM: Float64Array): number {
  const speeds = new Float64Array(timeS.length).fill(Number.NaN);
  for (let i = 0; i + 1 < timeS.length; i++) {
    const seconds = (timeS[i + 1] as number) - (timeS[i] as number);
    const speed = (stepM[i] as number) / seconds;
    if (seconds <= GAP_MIN_S && speed >= GAP_MIN_SPEED_MPS) speeds[i] = speed;
  }
  const middle = median(speeds);
  return Number.isNaN(middle) ? EASY_MPS : middle;
}

function joinTouching(spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.endS >= span.startS)
      joined[joined.length - 1] = { startS: last.startS, endS: span.endS };
    else joined.push(span);
  }
  return joined;
}
