/**
 * Low, mid and high of a run's load. Mid is p = 2. Each source of doubt is moved alone to the end of what its basis
 * allows; the effects, up and down apart, are joined as independent (root of the sum of squares). What a missing
 * channel could hide is judged in the weighting that it moves most, so that knowing less never narrows the range
 * (docs/methods/knee-load.md).
 */
import type { Range } from '../stats/range.ts';
import type { ByExponent, Pass } from './accumulate.ts';
import { KL1, MODEL_CONSTANTS } from './constants.ts';
import { BETWEEN_RUNNER_SD_SHARE, OWN_LINE_SD_SHARE } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';
import { CADENCE_EXPONENTS } from './running-step.ts';

/** What one source of doubt could add to the mid estimate or take from it, flat-easy km, both ≥ 0. */
export interface Doubt {
  readonly upKm: number;
  readonly downKm: number;
}

/** The downhill excess may be from 0.5 to 1.7 times what the model says. Our calibration bounds. @cite Telhan2010, DeVita2008 */
export const DOWNHILL_LOW = 0.5;
/** See {@link DOWNHILL_LOW}. */
export const DOWNHILL_HIGH = 1.7;
/** Reach of λ each way: from none to all of the difference from other runners. */
const SHARE_DOUBT = MODEL_CONSTANTS.betweenRunnerShare.high - KL1.betweenRunnerShare;
/** The cadence exponent of knee work may be off by this: Heiderscheit 2011 gives -2.6 to -4.2. @cite Heiderscheit2011 */
export const CADENCE_EXPONENT_DOUBT = 0.8;
/** Standard errors that a bound lies from the mid estimate: 19 of 20. */
export const STANDARD_ERRORS = 2;
/** An untold height lies within this share of 1.75 m for 19 of 20 adults. Assumption: SD 0.095 m, both sexes. */
export const HEIGHT_DOUBT_SHARE = 0.109;
/** Load goes with this power of the assumed height: half the cadence exponent of knee work, halved again between runners, plus the steps of a flat-easy km. */
const HEIGHT_EXPONENT = 0.5 + (KL1.betweenRunnerShare * CADENCE_EXPONENTS.p2) / 2;

const EXPONENTS = ['p1', 'p2', 'p4'] as const;

/** Each source of doubt with its size. */
export function doubts(pass: Pass, otherReadingKm: number | null, runner: RunnerBody): readonly Doubt[] {
  const { p1, p2, p4 } = pass.total;
  const gradeKm = STANDARD_ERRORS * Math.sqrt(pass.gradeErrorVariance);
  const cadenceKm = CADENCE_EXPONENT_DOUBT * pass.cadenceLeverKm;
  const othersKm = SHARE_DOUBT * Math.abs(CADENCE_EXPONENTS.p2) * pass.fromOthersLeverKm;
  return [
    { upKm: Math.max(p1, p4, p2) - p2, downKm: p2 - Math.min(p1, p4, p2) },
    { upKm: (DOWNHILL_HIGH - 1) * pass.downhillExcessKm, downKm: (1 - DOWNHILL_LOW) * pass.downhillExcessKm },
    { upKm: gradeKm, downKm: gradeKm },
    { upKm: cadenceKm, downKm: cadenceKm },
    { upKm: othersKm, downKm: othersKm },
    { upKm: largest(pass.ifUnknownFell), downKm: largest(pass.ifUnknownRose) },
    missingCadence(pass.missingCadence, runner),
    otherReading(p2, otherReadingKm),
    unknownHeight(pass.measuredCadenceKm, runner.heightM),
  ];
}

/** Joins the doubts around the mid estimate; never below 0. */
export function toRange(midKm: number, sources: readonly Doubt[]): Range {
  const join = (side: keyof Doubt): number => Math.sqrt(sources.reduce((sum, doubt) => sum + doubt[side] ** 2, 0));
  return { low: Math.max(0, midKm - join('downKm')), mid: midKm, high: midKm + join('upKm') };
}

const largest = (sum: Readonly<ByExponent>): number => Math.max(...EXPONENTS.map((p) => sum[p]));

function missingCadence(load: Readonly<ByExponent>, runner: RunnerBody): Doubt {
  const share = runner.ownLine === null ? KL1.betweenRunnerShare : 1;
  const away = STANDARD_ERRORS * (runner.ownLine === null ? BETWEEN_RUNNER_SD_SHARE : OWN_LINE_SD_SHARE);
  const change = (p: keyof ByExponent, factor: number): number =>
    load[p] * Math.abs(factor ** (1 + share * CADENCE_EXPONENTS[p]) - 1);
  return {
    upKm: Math.max(...EXPONENTS.map((p) => change(p, 1 - away))),
    downKm: Math.max(...EXPONENTS.map((p) => change(p, 1 + away))),
  };
}

const otherReading = (midKm: number, otherKm: number | null): Doubt => ({
  upKm: Math.max(0, (otherKm ?? midKm) - midKm),
  downKm: Math.max(0, midKm - (otherKm ?? midKm)),
});

function unknownHeight(measuredKm: number, heightM: number | null): Doubt {
  if (heightM !== null) return { upKm: 0, downKm: 0 };
  return {
    upKm: measuredKm * ((1 - HEIGHT_DOUBT_SHARE) ** HEIGHT_EXPONENT - 1),
    downKm: measuredKm * (1 - (1 + HEIGHT_DOUBT_SHARE) ** HEIGHT_EXPONENT),
  };
}
