import { greatCircleM } from '../parse/great-circle.ts';

/** Nobody runs faster; a quicker step between fixes is a position error. The 100 m world record peaks at 12.4 m/s. */
export const MAX_SPEED_MPS = 12.5;

/** Fixes may scatter this far between two samples without one being wrong. Assumption: a few standard errors of GPS. */
const JITTER_M = 15;

/** So many unreachable fixes that agree among themselves outweigh the ones before them. Assumption. */
const AGREEING_FIXES = 3;

/**
 * A fix is drawn towards its neighbours only when all three lie within this time, seconds: a runner turns corners in
 * between longer ones. Assumption; over 276 files it brings the way within 1 % of the device's in 79 of 100 instead of 63.
 */
const SMOOTHING_S = 10;

/** A fix that is believed. */
interface Fix {
  /** Index of its sample. */
  readonly at: number;
  readonly latDeg: number;
  readonly lonDeg: number;
  /** False where the fix before cannot be told from here: no way is counted between them. */
  readonly isJoined: boolean;
}

/** Times and positions of samples; NaN where a position is missing. */
export interface PositionChannels {
  readonly timeS: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
}

/**
 * Metres made in each interval by positions, without fixes that nobody could have reached and without most of the
 * scatter, which only ever adds way.
 */
export function positionSteps(channels: PositionChannels): { readonly stepM: Float64Array; readonly leaps: number } {
  const { timeS } = channels;
  const { fixes, leaps } = soundFixes(channels);
  const smoothed = fixes.map((_, k) => betweenNeighbours(fixes, k, timeS));
  const stepM = new Float64Array(timeS.length);
  for (let k = 1; k < smoothed.length; k++) {
    const from = smoothed[k - 1] as Fix;
    const to = smoothed[k] as Fix;
    if (!to.isJoined) continue;
    const start = timeS[from.at] as number;
    const speed = wayM(from, to) / ((timeS[to.at] as number) - start);
    for (let i = from.at; i < to.at; i++) stepM[i] = speed * ((timeS[i + 1] as number) - (timeS[i] as number));
  }
  return { stepM, leaps };
}

const wayM = (from: Fix, to: Fix): number => greatCircleM(from.latDeg, from.lonDeg, to.latDeg, to.lonDeg);

function soundFixes({ timeS, latDeg, lonDeg }: PositionChannels): { readonly fixes: Fix[]; readonly leaps: number } {
  const isReachable = (from: Fix, to: Fix): boolean => {
    const way = wayM(from, to);
    return way <= JITTER_M || way <= MAX_SPEED_MPS * ((timeS[to.at] as number) - (timeS[from.at] as number));
  };
  const fixes: Fix[] = [];
  let leaps = 0;
  let outliers: Fix[] = [];
  for (let at = 0; at < timeS.length; at++) {
    const fix: Fix = { at, latDeg: latDeg[at] as number, lonDeg: lonDeg[at] as number, isJoined: true };
    if (Number.isNaN(fix.latDeg) || Number.isNaN(fix.lonDeg)) continue;
    const before = fixes.at(-1);
    if (before === undefined || isReachable(before, fix)) {
      fixes.push(fix);
      outliers = [];
      continue;
    }
    // Nobody could have got here: an outlier, unless the next ones agree with it. Then the fixes before were wrong.
    const last = outliers.at(-1);
    if (last !== undefined && isReachable(last, fix)) outliers.push(fix);
    else {
      outliers = [{ ...fix, isJoined: false }];
      leaps++;
    }
    if (outliers.length < AGREEING_FIXES) continue;
    fixes.push(...outliers);
    outliers = [];
  }
  return { fixes, leaps };
}

/** A fix halfway to the middle of its neighbours, where both are near in time and joined to it. */
function betweenNeighbours(fixes: readonly Fix[], k: number, timeS: Float64Array): Fix {
  const fix = fixes[k] as Fix;
  const before = fixes[k - 1];
  const after = fixes[k + 1];
  if (before === undefined || after === undefined || !fix.isJoined || !after.isJoined) return fix;
  if ((timeS[after.at] as number) - (timeS[before.at] as number) > SMOOTHING_S) return fix;
  // East of the date line is west of it: degrees cannot be averaged there.
  if (Math.abs(after.lonDeg - fix.lonDeg) > 1 || Math.abs(before.lonDeg - fix.lonDeg) > 1) return fix;
  const latDeg = (before.latDeg + 2 * fix.latDeg + after.latDeg) / 4;
  const lonDeg = (before.lonDeg + 2 * fix.lonDeg + after.lonDeg) / 4;
  return { ...fix, latDeg, lonDeg };
}
