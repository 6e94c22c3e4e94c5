import { coverageRatio, hasValues, interpolateGaps } from './columns.ts';
import type { ChannelOrigin } from './track.ts';

/** Mean Earth radius, metres (IUGG). Good to 0.5 % anywhere, better than a watch's GPS. */
const EARTH_RADIUS_M = 6_371_009;

/** Nobody runs faster; a quicker step between fixes is a position error. The 100 m world record peaks at 12.4 m/s. */
export const MAX_SPEED_MPS = 12.5;

/** The device's distance is used when it stands at this share of samples or more; else positions. Assumption. */
const MIN_DEVICE_COVERAGE = 0.5;

/** A fall of the device's distance by more than this is a counter that began anew (a chained file). Assumption. */
const RESET_M = 20;

/** Great-circle distance by the haversine formula, metres; NaN when a coordinate is missing. */
export function haversineM(lat1Deg: number, lon1Deg: number, lat2Deg: number, lon2Deg: number): number {
  const toRad = Math.PI / 180;
  const dLat = (lat2Deg - lat1Deg) * toRad;
  const dLon = (lon2Deg - lon1Deg) * toRad;
  const a = Math.sin(dLat / 2) ** 2 + Math.cos(lat1Deg * toRad) * Math.cos(lat2Deg * toRad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(a)));
}

/** The channels that way can be measured by; NaN where missing, all of one length. */
export interface WayChannels {
  readonly timeS: Float64Array;
  readonly distanceM: Float64Array;
  readonly speedMps: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
}

/**
 * Metres made in each interval, from the best channel that the file has: the device's own distance, else positions,
 * else speed (footpod and treadmill).
 *
 * @returns `stepM` ≥ 0, NaN where unknown, and whether the distance was recorded, derived or is absent
 */
export function intervalSteps(channels: WayChannels): { readonly stepM: Float64Array; readonly origin: ChannelOrigin } {
  if (isDeviceDistanceSound(channels.distanceM)) return { stepM: deviceSteps(channels), origin: 'recorded' };
  if (hasValues(channels.latDeg)) return { stepM: positionSteps(channels), origin: 'derived' };
  if (hasValues(channels.speedMps)) return { stepM: speedSteps(channels), origin: 'derived' };
  return { stepM: new Float64Array(channels.timeS.length).fill(Number.NaN), origin: 'absent' };
}

function isDeviceDistanceSound(distanceM: Float64Array): boolean {
  if (coverageRatio(distanceM) < MIN_DEVICE_COVERAGE) return false;
  let highest = 0;
  for (const d of distanceM) if (d > highest) highest = d;
  return highest > 0;
}

function deviceSteps({ timeS, distanceM }: WayChannels): Float64Array {
  const whole = interpolateGaps(timeS, distanceM);
  const stepM = new Float64Array(timeS.length);
  let before = Number.NaN;
  for (let i = 0; i < whole.length; i++) {
    const here = whole[i] as number;
    if (Number.isNaN(here)) continue;
    // The counter may start above zero (a file whose head is lost): only growth counts.
    if (here > before && i > 0) stepM[i - 1] = here - before;
    // A small fall is a correction by the device: wait until the old height is passed. A large one is a new counter.
    if (Number.isNaN(before) || here > before || before - here > RESET_M) before = here;
  }
  return stepM;
}

function positionSteps({ timeS, latDeg, lonDeg }: WayChannels): Float64Array {
  const stepM = new Float64Array(timeS.length);
  let fix = -1;
  for (let i = 0; i < timeS.length; i++) {
    if (Number.isNaN(latDeg[i] as number) || Number.isNaN(lonDeg[i] as number)) continue;
    if (fix >= 0) {
      const way = haversineM(latDeg[fix] as number, lonDeg[fix] as number, latDeg[i] as number, lonDeg[i] as number);
      const seconds = (timeS[i] as number) - (timeS[fix] as number);
      // A fix that nobody could have reached is left out; the next one is measured from the last sound fix.
      if (way > MAX_SPEED_MPS * seconds && way > MAX_JITTER_M) continue;
      for (let k = fix; k < i; k++) stepM[k] = (way * ((timeS[k + 1] as number) - (timeS[k] as number))) / seconds;
    }
    fix = i;
  }
  return stepM;
}

/** Fixes may scatter this far between two samples without one being wrong. Assumption: a few standard errors of GPS. */
const MAX_JITTER_M = 15;

function speedSteps({ timeS, speedMps }: WayChannels): Float64Array {
  const whole = interpolateGaps(timeS, speedMps);
  const stepM = new Float64Array(timeS.length);
  for (let i = 0; i + 1 < timeS.length; i++) {
    const speed = whole[i] as number;
    stepM[i] = Number.isNaN(speed) ? 0 : speed * ((timeS[i + 1] as number) - (timeS[i] as number));
  }
  return stepM;
}

/** Sums the steps of the intervals that are no pause: metres since the start at each sample. */
export function cumulate(stepM: Float64Array, durationS: Float64Array): Float64Array {
  const distanceM = new Float64Array(stepM.length);
  for (let i = 0; i + 1 < stepM.length; i++) {
    const step = (durationS[i] as number) > 0 ? (stepM[i] as number) : 0;
    distanceM[i + 1] = (distanceM[i] as number) + (Number.isNaN(step) ? 0 : step);
  }
  return distanceM;
}
