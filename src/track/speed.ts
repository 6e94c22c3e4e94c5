import { coverageRatio, interpolateGaps } from './columns.ts';
import type { ChannelOrigin } from './track.ts';

/** Derived speed is way over this time, centred: short enough for a descent, long enough for GPS. Assumption. */
const DERIVED_WINDOW_S = 10;

/** The device's own speed is used when it stands at this share of samples or more. Assumption. */
const MIN_DEVICE_COVERAGE = 0.8;

/** The device's speed must make the way that its distance says within this share, else it counts something else. Assumption. */
const MAX_DISAGREEMENT = 0.1;

/**
 * Speed over each interval, metres a second: the device's where it agrees with the distance, else way over time.
 *
 * @param recordedMps the device's speed at each sample; NaN where missing
 * @param distanceM metres since the start
 * @param durationS moving or standing seconds of each interval
 * @returns 0 in pauses; NaN where neither speed nor distance is known
 */
export function intervalSpeeds(
  timeS: Float64Array,
  recordedMps: Float64Array,
  distanceM: Float64Array,
  durationS: Float64Array,
  isDistanceKnown: boolean,
): { readonly speedMps: Float64Array; readonly origin: ChannelOrigin } {
  if (coverageRatio(recordedMps) >= MIN_DEVICE_COVERAGE) {
    const recorded = recordedSpeeds(timeS, recordedMps, durationS);
    if (!isDistanceKnown || agrees(recorded, distanceM, durationS)) return { speedMps: recorded, origin: 'recorded' };
  }
  if (!isDistanceKnown) return { speedMps: new Float64Array(timeS.length).fill(Number.NaN), origin: 'absent' };
  return { speedMps: derivedSpeeds(distanceM, durationS), origin: 'derived' };
}

function recordedSpeeds(timeS: Float64Array, recordedMps: Float64Array, durationS: Float64Array): Float64Array {
  const whole = interpolateGaps(timeS, recordedMps);
  const speedMps = new Float64Array(whole.length);
  for (let i = 0; i < whole.length; i++) {
    const here = whole[i] as number;
    const next = i + 1 < whole.length ? (whole[i + 1] as number) : here;
    if ((durationS[i] as number) === 0) speedMps[i] = 0;
    else if (Number.isNaN(here)) speedMps[i] = next;
    else speedMps[i] = Number.isNaN(next) ? here : (here + next) / 2;
  }
  return speedMps;
}

function agrees(speedMps: Float64Array, distanceM: Float64Array, durationS: Float64Array): boolean {
  let way = 0;
  for (let i = 0; i < speedMps.length; i++) {
    const speed = speedMps[i] as number;
    if (!Number.isNaN(speed)) way += speed * (durationS[i] as number);
  }
  const whole = distanceM.at(-1) ?? 0;
  return Math.abs(way - whole) <= MAX_DISAGREEMENT * whole;
}

/** Way over moving time in a window centred on the interval; pauses take no time and make no way. Linear time. */
function derivedSpeeds(distanceM: Float64Array, durationS: Float64Array): Float64Array {
  const n = distanceM.length;
  const movingS = new Float64Array(n);
  for (let i = 0; i + 1 < n; i++) movingS[i + 1] = (movingS[i] as number) + (durationS[i] as number);
  const speedMps = new Float64Array(n);
  let start = 0;
  let end = 0;
  for (let i = 0; i + 1 < n; i++) {
    if ((durationS[i] as number) === 0) continue;
    const centre = ((movingS[i] as number) + (movingS[i + 1] as number)) / 2;
    while (end + 1 < n && (movingS[end] as number) < centre + DERIVED_WINDOW_S / 2) end++;
    while (start + 1 <= i && (movingS[start + 1] as number) <= centre - DERIVED_WINDOW_S / 2) start++;
    const seconds = (movingS[end] as number) - (movingS[start] as number);
    if (seconds > 0) speedMps[i] = ((distanceM[end] as number) - (distanceM[start] as number)) / seconds;
  }
  return speedMps;
}
