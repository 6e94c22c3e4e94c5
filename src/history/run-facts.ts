import type { Range } from '../stats/range.ts';
import type { BoxE7 } from '../surface/box.ts';
import type { SurfaceShare } from './surface-shares.ts';

/**
 * What later runs need to know of a run: sums that follow from the file alone (no profile, no history), so they are
 * taken once while reading and stored.
 */

/** Flat, steady running at one speed: the raw material of the runner's own cadence line. */
export interface CadenceBin {
  /** Middle of a bin 0.1 m/s wide. */
  readonly speedMps: number;
  /** Time-weighted median, steps a minute. */
  readonly cadenceSpm: number;
  /** Seconds of such running. */
  readonly durationS: number;
}

/** See the head of this file. Null means not known. */
export interface RunFacts {
  readonly sha256: string;
  /** Milliseconds since 1970, UTC. */
  readonly startedAtMs: number;
  readonly subSport: string | null;
  readonly distanceM: number;
  readonly elapsedTimeS: number;
  /** Seconds walked and run; standing is left out. */
  readonly movingTimeS: number;
  /** Seconds with the timer running: moving and standing, pauses left out. What watches call timer time. */
  readonly timerTimeS: number;
  readonly ascentM: number | null;
  readonly descentM: number | null;
  /** Metres lost on hills, see `downhillM`; null without a good altitude. */
  readonly downhillM: number | null;
  readonly steps: number | null;
  /** Time-weighted over all samples with the timer running, as watches do it: walking and standing pull it down. */
  readonly meanCadenceSpm: number | null;
  /** Time-weighted over running alone, steps a minute; what a runner means by cadence. */
  readonly runningCadenceSpm: number | null;
  /** Time-weighted over walking alone, steps a minute. */
  readonly walkingCadenceSpm: number | null;
  /** Left foot's share of the ground contact time, median over running, per cent; null under 10 minutes of it. */
  readonly groundContactBalancePct: number | null;
  /** Empty without cadence or flat steady running. */
  readonly flatCadence: readonly CadenceBin[];
  /** Way on each ground, by how it is known; in a fixed order, each pair once, nothing of no length. */
  readonly surfaces: readonly SurfaceShare[];
  /** Where the run lies, 1e-7 degrees; null without a position. */
  readonly boundsE7: BoxE7 | null;
}

/**
 * A run of the past as the review of another run sees it: what its file says, never what was made of that. So reviews
 * need not wait for each other, and a change of one run's load leaves what is said of all others as it was.
 */
export interface EarlierRun {
  readonly facts: RunFacts;
}

/** A run of the past with its load, for sums over weeks. */
export interface PastRun extends EarlierRun {
  /** Flat-easy km; null until the run has been reviewed. */
  readonly kneeLoadKm: Range | null;
}

/** The runner's runs, in any order. */
export type History = readonly PastRun[];
