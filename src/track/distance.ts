import { greatCircleM } from '../parse/great-circle.ts';
import { coverageRatio, hasValues, interpolateGaps } from './columns.ts';
import type { ChannelOrigin } from './track.ts';

/** Nobody runs faster; a quicker step between fixes is a position error. The 100 m world record peaks at 12.4 m/s. */
export const MAX_SPEED_MPS = 12.5;

/** The device's distance is used when it stands at this share of samples or more; else positions. Assumption. */
const MIN_DEVICE_COVERAGE = 0.5;

/** A fall of the device's distance by more than this is a counter that began anew (a chained file). Assumption. */
const RESET_M = 20;

/** A device catches up on lost way by leaps of up to this, metres; a larger one at no runner's speed is an error. Assumption. */
const LEAP_M = 200;

/** Fixes may scatter this far between two samples without one being wrong. Assumption: a few standard errors of GPS. */
const JITTER_M = 15;

/** So many unreachable fixes that agree among themselves outweigh the ones before them. Assumption. */
const AGREEING_FIXES = 3;

/** The channels that way can be measured by; NaN where missing, all of one length. */
export interface WayChannels {
  readonly timeS: Float64Array;
  readonly distanceM: Float64Array;
  readonly speedMps: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
}

/** The way of each interval and where it comes from. */
export interface Way {
  /** Metres made in each interval, ≥ 0; NaN where unknown. */
  readonly stepM: Float64Array;
  readonly origin: ChannelOrigin;
  /** Leaps that nobody could have made, left out. */
  readonly leaps: number;
}

/**
 * Metres made in each interval, from the best channel that the file has: the device's own distance, else positions,
 * else speed (footpod and treadmill).
 */
export function intervalSteps(channels: WayChannels): Way {
  if (isDeviceDistanceSound(channels.distanceM)) return { ...deviceSteps(channels), origin: 'recorded' };
  if (hasValues(channels.latDeg)) return { ...positionSteps(channels), origin: 'derived' };
  if (hasValues(channels.speedMps)) return { stepM: speedSteps(channels), origin: 'derived', leaps: 0 };
  return { stepM: new Float64Array(channels.timeS.length).fill(Number.NaN), origin: 'absent', leaps: 0 };
}

function isDeviceDistanceSound(distanceM: Float64Array): boolean {
  if (coverageRatio(distanceM) < MIN_DEVICE_COVERAGE) return false;
  let highest = 0;
  for (const d of distanceM) if (d > highest) highest = d;
  return highest > 0;
}

function deviceSteps({ timeS, distanceM }: WayChannels): Omit<Way, 'origin'> {
  const whole = interpolateGaps(timeS, distanceM);
  const stepM = new Float64Array(timeS.length);
  let leaps = 0;
  let before = Number.NaN;
  for (let i = 0; i < whole.length; i++) {
    const here = whole[i] as number;
    if (Number.isNaN(here)) continue;
    // The counter may start above zero (a file whose head is lost): only growth counts.
    if (here > before && i > 0) {
      const seconds = (timeS[i] as number) - (timeS[i - 1] as number);
      if (here - before > LEAP_M && here - before > MAX_SPEED_MPS * seconds) leaps++;
      else stepM[i - 1] = here - before;
    }
    // A small fall is a correction by the device: wait until the old height is passed. A large one is a new counter.
    if (Number.isNaN(before) || here > before || before - here > RESET_M) before = here;
  }
  return { stepM, leaps };
}

function positionSteps({ timeS, latDeg, lonDeg }: WayChannels): Omit<Way, 'origin'> {
  const stepM = new Float64Array(timeS.length);
  const wayM = (from: number, to: number): number =>
    greatCircleM(latDeg[from] as number, lonDeg[from] as number, latDeg[to] as number, lonDeg[to] as number);
  const isReachable = (from: number, to: number): boolean => {
    const way = wayM(from, to);
    return way <= JITTER_M || way <= MAX_SPEED_MPS * ((timeS[to] as number) - (timeS[from] as number));
  };
  let leaps = 0;
  let fix = -1;
  let outliers: number[] = [];
  for (let i = 0; i < timeS.length; i++) {
    if (Number.isNaN(latDeg[i] as number) || Number.isNaN(lonDeg[i] as number)) continue;
    if (fix >= 0 && !isReachable(fix, i)) {
      // Nobody could have got here: an outlier, unless the next ones agree with it. Then the fixes before were wrong.
      const last = outliers.at(-1);
      outliers = last !== undefined && isReachable(last, i) ? [...outliers, i] : [i];
      if (outliers.length === 1) leaps++;
      if (outliers.length < AGREEING_FIXES) continue;
      for (let k = 1; k < outliers.length; k++)
        spread(stepM, timeS, outliers[k - 1] as number, outliers[k] as number, wayM);
    } else if (fix >= 0) {
      spread(stepM, timeS, fix, i, wayM);
    }
    fix = i;
    outliers = [];
  }
  return { stepM, leaps };
}

/** Spreads the way between two fixes evenly over the time between them. */
function spread(
  stepM: Float64Array,
  timeS: Float64Array,
  from: number,
  to: number,
  wayM: (from: number, to: number) => number,
): void {
  const speed = wayM(from, to) / ((timeS[to] as number) - (timeS[from] as number));
  for (let k = from; k < to; k++) stepM[k] = speed * ((timeS[k + 1] as number) - (timeS[k] as number));
}

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
