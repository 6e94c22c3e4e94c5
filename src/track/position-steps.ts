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
  const latDeg = drawnTogether(channels.latDeg, fixes, timeS);
  const lonDeg = drawnTogether(channels.lonDeg, fixes, timeS);
  const stepM = new Float64Array(timeS.length);
  for (let k = 1; k < fixes.length; k++) {
    if (!fixes.isJoined(k)) continue;
    const from = fixes.at(k - 1);
    const to = fixes.at(k);
    const wayM = greatCircleM(
      latDeg[k - 1] as number,
      lonDeg[k - 1] as number,
      latDeg[k] as number,
      lonDeg[k] as number,
    );
    const speed = wayM / ((timeS[to] as number) - (timeS[from] as number));
    for (let i = from; i < to; i++) stepM[i] = speed * ((timeS[i + 1] as number) - (timeS[i] as number));
  }
  return { stepM, leaps };
}

/** Samples whose positions are believed, in order. */
class Fixes {
  readonly #samples: Int32Array;
  readonly #isJoined: Uint8Array;
  length = 0;

  constructor(most: number) {
    this.#samples = new Int32Array(most);
    this.#isJoined = new Uint8Array(most);
  }

  /** @param isJoined false where the fix before cannot be told from here: no way is counted between them */
  add(sample: number, isJoined: boolean): void {
    this.#samples[this.length] = sample;
    this.#isJoined[this.length] = Number(isJoined);
    this.length++;
  }

  /** The sample of fix k; −1 before the first. */
  at(k: number): number {
    return this.#samples[k] ?? -1;
  }

  isJoined(k: number): boolean {
    return this.#isJoined[k] === 1;
  }
}

function soundFixes({ timeS, latDeg, lonDeg }: PositionChannels): { readonly fixes: Fixes; readonly leaps: number } {
  const isReachable = (from: number, to: number): boolean => {
    const wayM = greatCircleM(
      latDeg[from] as number,
      lonDeg[from] as number,
      latDeg[to] as number,
      lonDeg[to] as number,
    );
    return wayM <= JITTER_M || wayM <= MAX_SPEED_MPS * ((timeS[to] as number) - (timeS[from] as number));
  };
  const fixes = new Fixes(timeS.length);
  let leaps = 0;
  let outliers: number[] = [];
  for (let i = 0; i < timeS.length; i++) {
    if (Number.isNaN(latDeg[i] as number) || Number.isNaN(lonDeg[i] as number)) continue;
    const before = fixes.at(fixes.length - 1);
    if (before < 0 || isReachable(before, i)) {
      fixes.add(i, before >= 0);
      if (outliers.length > 0) outliers = [];
      continue;
    }
    // Nobody could have got here: an outlier, unless the next ones agree with it. Then the fixes before were wrong.
    const last = outliers.at(-1);
    if (last !== undefined && isReachable(last, i)) outliers.push(i);
    else {
      outliers = [i];
      leaps++;
    }
    if (outliers.length < AGREEING_FIXES) continue;
    for (const [k, sample] of outliers.entries()) fixes.add(sample, k > 0);
    outliers = [];
  }
  return { fixes, leaps };
}

/**
 * One coordinate of each fix, halfway to the middle of its neighbours where both are near in time and joined to it.
 * @returns degrees by fix, not by sample
 */
function drawnTogether(deg: Float64Array, fixes: Fixes, timeS: Float64Array): Float64Array {
  const drawn = new Float64Array(fixes.length);
  for (let k = 0; k < fixes.length; k++) {
    const here = deg[fixes.at(k)] as number;
    drawn[k] = here;
    if (!fixes.isJoined(k) || !fixes.isJoined(k + 1)) continue;
    if ((timeS[fixes.at(k + 1)] as number) - (timeS[fixes.at(k - 1)] as number) > SMOOTHING_S) continue;
    const before = deg[fixes.at(k - 1)] as number;
    const after = deg[fixes.at(k + 1)] as number;
    // East of the date line is west of it: degrees cannot be averaged there.
    if (Math.abs(before - here) < 1 && Math.abs(after - here) < 1) drawn[k] = (before + 2 * here + after) / 4;
  }
  return drawn;
}
