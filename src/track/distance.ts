import { coverageRatio, hasValues, interpolateGaps, sumOf } from './columns.ts';
import { MAX_SPEED_MPS, positionSteps } from './position-steps.ts';
import type { ChannelOrigin } from './track.ts';

/** The device's distance is used when it stands at this share of samples or more, or at as many as have a position. Assumption. */
const MIN_DEVICE_COVERAGE = 0.5;

/** A counter seldom falls; a column that falls this often for each rise holds way from sample to sample. Assumption. */
const MAX_FALLS_A_RISE = 0.5;

/** Slower than this on the whole nobody has moved, metres a second: then another channel is asked too. Assumption. */
const HARDLY_MOVING_MPS = 0.1;

/** A channel with less than this share of another one's way stands still: a fix that never moves, a dead counter. Assumption. */
const STILL_SHARE = 0.05;

/** A fall of the device's distance by more than this is a counter that began anew (a chained file). Assumption. */
const RESET_M = 20;

/** A device catches up on lost way by leaps of up to this, metres; a larger one at no runner's speed is an error. Assumption. */
const LEAP_M = 200;

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
 * else speed (footpod and treadmill). One that stands still while the next moves is passed over.
 */
export function intervalSteps(channels: WayChannels): Way {
  const { timeS, speedMps, latDeg } = channels;
  const seconds = (timeS.at(-1) ?? 0) - (timeS[0] ?? 0);
  const sources: readonly (readonly [boolean, () => Way])[] = [
    [isDeviceDistanceSound(channels), () => ({ ...deviceSteps(channels), origin: 'recorded' })],
    [hasValues(latDeg), () => ({ ...positionSteps(channels), origin: 'derived' })],
    [hasValues(speedMps), () => ({ stepM: speedSteps(channels), origin: 'derived', leaps: 0 })],
  ];
  let best: Way | null = null;
  for (const [isThere, make] of sources) {
    if (best !== null && sumOf(best.stepM) >= HARDLY_MOVING_MPS * seconds) break;
    if (!isThere) continue;
    const way = make();
    const isPossible = sumOf(way.stepM) <= MAX_SPEED_MPS * seconds;
    if (best === null || (isPossible && sumOf(best.stepM) < STILL_SHARE * sumOf(way.stepM))) best = way;
  }
  return best ?? { stepM: new Float64Array(timeS.length).fill(Number.NaN), origin: 'absent', leaps: 0 };
}

function isDeviceDistanceSound({ distanceM, latDeg }: WayChannels): boolean {
  if (coverageRatio(distanceM) < Math.min(MIN_DEVICE_COVERAGE, coverageRatio(latDeg))) return false;
  let before = Number.NaN;
  let highest = 0;
  let rises = 0;
  let falls = 0;
  for (const d of distanceM) {
    if (Number.isNaN(d)) continue;
    if (d > highest) highest = d;
    if (d > before) rises++;
    else if (d < before) falls++;
    before = d;
  }
  return highest > 0 && falls <= MAX_FALLS_A_RISE * rises;
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
