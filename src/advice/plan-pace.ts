/**
 * How fast this runner goes on which slope, and where they walk: what their recent runs show, and where those show little, an
 * assumed relation. Robust: middles over runs, so that one race or one bad file moves nothing.
 */
import { REFERENCE_SPEED_MPS } from '../load/step-load.ts';
import { USUAL_WALK_MPS } from '../load/walking-step.ts';
import { weightedMedian } from '../stats/stats.ts';
import { GAITS, type Track } from '../track/track.ts';

/** The columns of a run that tell its paces. */
export type PacedRun = Pick<Track, 'length' | 'durationS' | 'speedMps' | 'gradePct' | 'gait' | 'altitudeSource'>;

/** The two ways to move on. */
export type MovingGait = 'run' | 'walk';

/** What a runner is taken to do on each slope. */
export interface SlopePace {
  /** Metres a second of running on the level. */
  readonly flatMps: number;
  /** False where the recent runs hold too little level running, and an easy pace is assumed. */
  readonly isOwn: boolean;
  /** Recent runs that the paces come from. */
  readonly runs: number;
  /** Slopes from here to there are known from own runs, per cent; beyond them the assumed relation has most of the say. */
  readonly knownPct: { readonly from: number; readonly to: number };
  /** @param gradePct per cent, + is up; NaN counts as level */
  at(gradePct: number): { readonly gait: MovingGait; readonly speedMps: number };
}

const RUN = GAITS.indexOf('run');
const WALK = GAITS.indexOf('walk');

/** Slopes this close together are taken as one, percentage points. Assumption: the error of a barometric slope. */
const BIN_PCT = 2;
/** Slopes beyond this go with the steepest, per cent: the load model ends here too. */
const STEEPEST_PCT = 25;
const BINS_EACH_WAY = Math.round(STEEPEST_PCT / BIN_PCT);
const BINS = 2 * BINS_EACH_WAY + 1;
/** Bins on each side of level whose running is the level pace. Assumption: up to 3 % the ups and downs even out. */
const LEVEL_BINS = 1;

/** Level running that a run needs to have a level pace of its own, seconds. Assumption. */
const LEVEL_FROM_S = 60;
/** Level running of all recent runs together from which their pace counts, seconds. Assumption. */
const OWN_FROM_S = 600;
/** The assumed relation weighs as much as this much own running on a slope, seconds. Assumption: some hundred metres. */
const ASSUMED_WEIGHT_S = 60;
/** A slope is known when the recent runs were on it so long together, seconds. Assumption: shorter bits are noise of the slope. */
const KNOWN_FROM_S = 120;

/** From this climb on somebody who never showed it is taken to walk, per cent. Assumption. */
const WALK_CLIMB_PCT = 15;
/** Downhill nobody is assumed to run faster than this times the level pace: legs brake before lungs do. Assumption. */
const FASTEST_DOWN = 1.1;

/**
 * Energy of running a metre up or down a slope, J/kg. The polynomial is that of Minetti 2002, for slopes up to 45 %.
 * @cite Minetti2002
 */
const energyCost = (gradeRatio: number): number =>
  155.4 * gradeRatio ** 5 -
  30.4 * gradeRatio ** 4 -
  43.3 * gradeRatio ** 3 +
  46.3 * gradeRatio ** 2 +
  19.5 * gradeRatio +
  3.6;

/** Running speed on a slope over that on the level at the same effort; downhill held back. */
const assumedShare = (gradePct: number): number => Math.min(FASTEST_DOWN, energyCost(0) / energyCost(gradePct / 100));

const binOf = (gradePct: number): number =>
  Math.sign(gradePct) * Math.min(BINS_EACH_WAY, Math.round(Math.abs(gradePct) / BIN_PCT));
const cell = (bin: number, gait: number): number => gait * BINS + bin + BINS_EACH_WAY;

/** Sums of one run by slope and gait. */
class RunSums {
  readonly #seconds = new Float64Array(GAITS.length * BINS);
  readonly #metres = new Float64Array(GAITS.length * BINS);

  constructor(run: PacedRun) {
    for (let i = 0; i < run.length; i++) {
      const gait = run.gait[i] as number;
      const seconds = run.durationS[i] as number;
      const speedMps = run.speedMps[i] as number;
      // A run without any altitude is mostly a treadmill or flat ground; it tells of the level pace, as it does of cadence.
      const gradePct = run.altitudeSource === 'none' ? 0 : (run.gradePct[i] as number);
      if (!(gait === RUN || gait === WALK) || !(seconds > 0) || !(speedMps > 0) || Number.isNaN(gradePct)) continue;
      const at = cell(binOf(gradePct), gait);
      this.#seconds[at] = (this.#seconds[at] as number) + seconds;
      this.#metres[at] = (this.#metres[at] as number) + speedMps * seconds;
    }
  }

  seconds(bin: number, gait: number): number {
    return this.#seconds[cell(bin, gait)] as number;
  }

  metres(bin: number, gait: number): number {
    return this.#metres[cell(bin, gait)] as number;
  }

  level(): { readonly seconds: number; readonly speedMps: number } {
    let [seconds, metres] = [0, 0];
    for (let bin = -LEVEL_BINS; bin <= LEVEL_BINS; bin++) {
      seconds += this.seconds(bin, RUN);
      metres += this.metres(bin, RUN);
    }
    return { seconds, speedMps: metres / seconds };
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Learns a runner's paces.
 * @param runs the runs to go by, whole tracks or the columns of them; none is allowed and gives the assumed relation alone
 * @cite Minetti2002
 */
export function slopePace(runs: readonly PacedRun[]): SlopePace {
  const sums = runs.map((run) => new RunSums(run)).filter((run) => run.level().seconds >= LEVEL_FROM_S);
  const levels = sums.map((run) => run.level());
  const isOwn = sum(levels.map(({ seconds }) => seconds)) >= OWN_FROM_S;
  const flatMps = isOwn
    ? weightedMedian(
        levels.map(({ speedMps }) => speedMps),
        levels.map(({ seconds }) => seconds),
      )
    : REFERENCE_SPEED_MPS;

  const secondsAt = (bin: number, gait: number): number => sum(sums.map((run) => run.seconds(bin, gait)));
  const isKnown = (bin: number): boolean => secondsAt(bin, RUN) + secondsAt(bin, WALK) >= KNOWN_FROM_S;
  const walksMore = (bin: number): boolean =>
    sum(sums.map((run) => run.metres(bin, WALK))) > sum(sums.map((run) => run.metres(bin, RUN)));

  const running = (bin: number): number => {
    const weights = sums.map((run) => run.seconds(bin, RUN));
    const seconds = sum(weights);
    const shares = sums.map((run) => run.metres(bin, RUN) / run.seconds(bin, RUN) / run.level().speedMps);
    const own = seconds > 0 ? weightedMedian(shares, weights) : 0;
    const assumed = assumedShare(bin * BIN_PCT);
    return (flatMps * (seconds * own + ASSUMED_WEIGHT_S * assumed)) / (seconds + ASSUMED_WEIGHT_S);
  };
  const walking = (bin: number): number => {
    const seconds = secondsAt(bin, WALK);
    const own = seconds > 0 ? sum(sums.map((run) => run.metres(bin, WALK))) : 0;
    // Nobody walks a climb faster than they would run it.
    const assumed = Math.min(USUAL_WALK_MPS, flatMps * assumedShare(bin * BIN_PCT));
    return (own + ASSUMED_WEIGHT_S * assumed) / (seconds + ASSUMED_WEIGHT_S);
  };
  // Outwards from level: what is walked on one slope is walked on a steeper one of which nothing is known.
  const walks = new Map<number, boolean>();
  for (const way of [1, -1]) {
    for (let size = 0; size <= BINS_EACH_WAY; size++) {
      const bin = way * size;
      const fromFlatter = size > 0 && (walks.get(bin - way) ?? false);
      walks.set(bin, isKnown(bin) ? walksMore(bin) : fromFlatter || bin * BIN_PCT >= WALK_CLIMB_PCT);
    }
  }
  const paces = new Map(
    [...walks].map(([bin, isWalked]) => [
      bin,
      isWalked
        ? ({ gait: 'walk', speedMps: walking(bin) } as const)
        : ({ gait: 'run', speedMps: running(bin) } as const),
    ]),
  );
  const level = { gait: 'run', speedMps: flatMps } as const;
  const known = [...walks.keys()].filter(isKnown);
  return {
    flatMps,
    isOwn,
    runs: isOwn ? sums.length : 0,
    knownPct: {
      from: BIN_PCT * Math.min(0, ...known) - BIN_PCT / 2,
      to: BIN_PCT * Math.max(0, ...known) + BIN_PCT / 2,
    },
    at: (gradePct) => paces.get(Number.isNaN(gradePct) ? 0 : binOf(gradePct)) ?? level,
  };
}
