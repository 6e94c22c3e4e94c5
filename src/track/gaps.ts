import type { TimeSpan } from '../parse/activity.ts';

/** A step between samples longer than this may be an auto-pause; shorter ones are smart recording. Assumption. */
const GAP_MIN_S = 10;

/** Slower than this across a gap is a rest, not a stretch with few samples. Assumption: half a slow walk. */
const GAP_MIN_SPEED_MPS = 0.6;

/** Longer than this nobody knows what happened, whatever the distance. Assumption. */
const GAP_MAX_S = 600;

/** A rest shorter than this beside a timer event is the clock's rounding. FIT times are whole seconds. */
const ROUNDING_S = 1;

/**
 * Moving or standing seconds of each interval: the time between samples less the pauses in it. A gap without a pause
 * event counts as one when hardly any way was made in it.
 *
 * @param timeS seconds, strictly rising
 * @param pauses from the file; in order, apart
 * @param stepM metres made in each interval; NaN where unknown
 * @returns seconds for each interval; 0 at the end
 */
export function intervalDurations(
  timeS: Float64Array,
  pauses: readonly TimeSpan[],
  stepM: Float64Array,
): { readonly durationS: Float64Array; readonly gaps: readonly TimeSpan[] } {
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
    let duration = end - start - paused;
    if (duration <= ROUNDING_S && paused > ROUNDING_S) duration = 0;
    if (paused === 0 && duration > GAP_MIN_S) {
      const speed = (stepM[i] as number) / duration;
      if (duration > GAP_MAX_S || !(speed >= GAP_MIN_SPEED_MPS)) duration = 0;
    }
    durationS[i] = duration;
    if (duration === 0) gaps.push({ startS: start, endS: end });
  }
  return { durationS, gaps: joinTouching(gaps) };
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
