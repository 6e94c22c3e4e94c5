/** How far the next run can go before it would stand out from the month before it, in distance or in knee load. */
import { distinctRuns } from '../history/distinct-runs.ts';
import type { History, RunFacts } from '../history/run-facts.ts';
import { runsWithin, SPIKE_WINDOW_DAYS } from '../history/spikes.ts';
import { workGradeFactor } from '../load/running-step.ts';
import { REFERENCE_SPEED_MPS } from '../load/step-load.ts';
import { longDownhill } from '../risk/factors/long-downhill.ts';
import { sessionSpike } from '../risk/factors/session-spike.ts';
import { median } from '../stats/stats.ts';
import { type DistanceUnit, wordsIn } from '../words.ts';

/** The next run may hold so many times the month's highest knee load. Assumption: the tenth that Frandsen 2025 found for distance. */
const LOAD_STEP = 1.1;
/** Grade at which the price of descent is taken, a ratio; the model's knee work is linear in it. */
const SAMPLE_GRADE = -0.1;
/** Flat-easy metres that each metre of descent adds by KL-1. */
const DESCENT_PRICE = (workGradeFactor(SAMPLE_GRADE, REFERENCE_SPEED_MPS) - 1) / -SAMPLE_GRADE;

/** See {@link nextRunBudget}. */
export interface NextRunBudget {
  /** Metres on level ground. */
  readonly flatM: number;
  /** Metres with so much descent as the month's hilliest run; null when that is not known or under 50 m. */
  readonly hilly: { readonly descentM: number; readonly distanceM: number } | null;
  /** How far with so much descent, in steps of 50 m from none up to where it would be new to the legs. */
  readonly overDescent: readonly { readonly descentM: number; readonly distanceM: number }[];
  /** Metres down hills beyond which the run would hold a third more than any of the month; null while that is not known. */
  readonly newDescentM: number | null;
  /** Longest run of the 30 days, metres. */
  readonly longestM: number;
  /** Highest knee load of a run of the 30 days, flat-easy km; null while none was reviewed. */
  readonly highestKm: number | null;
  /** No further than this on any ground: a tenth above the longest run, metres. */
  readonly mostDistanceM: number;
  /** No more knee load than this: a tenth above the highest, flat-easy km; null while none was reviewed. */
  readonly mostLoadKm: number | null;
  /** What ends it first on level ground. */
  readonly limit: 'longest-run' | 'knee-load';
  /** A plain sentence with the reason. */
  readonly sentence: string;
}

/** What is missing for a budget, in plain words. */
export function noBudget(units: DistanceUnit): string {
  const { minRuns, minLongestM } = sessionSpike.thresholds;
  const longest = wordsIn(units).distance(minLongestM.value);
  return `A budget takes ${minRuns.value} runs in the last ${SPIKE_WINDOW_DAYS} days, one of them at least ${longest}. Add the files of those weeks, or run as usual.`;
}

/** Going downhill adds at most this share of a run's load. Assumption: a hike, whose descents cost less than the price of running. */
const MOST_BY_DESCENT = 0.5;

/** Knee load of a run for each km, had its hills been level: what going down them added is taken off. */
function levelPerKm({ distanceM, downhillM }: RunFacts, kneeLoadKm: number): number {
  const loadM = 1000 * kneeLoadKm;
  return (loadM - Math.min(DESCENT_PRICE * (downhillM ?? 0), MOST_BY_DESCENT * loadM)) / distanceM;
}

/** Descents are told in such steps, metres. */
const DESCENT_STEP_M = 50;

/** Less descent than this is no hill, metres. Assumption. */
const MIN_HILLY_M = 50;

/**
 * The budget for a run at a moment: a tenth above the longest run of the 30 days before, and a tenth above their highest
 * knee load, whichever comes first. A limit for what is new, not a goal and no promise.
 * @param history runs in any order; those that start at or after `atMs` are not looked at
 * @param atMs milliseconds since 1970, UTC
 * @returns null with under 4 runs in 30 days, or none of 3 km
 * @cite Frandsen2025
 */
export function nextRunBudget(history: History, atMs: number, units: DistanceUnit): NextRunBudget | null {
  const words = wordsIn(units);
  const { longer, minRuns, minLongestM } = sessionSpike.thresholds;
  const month = runsWithin(distinctRuns(history), atMs, SPIKE_WINDOW_DAYS);
  const longestM = Math.max(0, ...month.map(({ facts }) => facts.distanceM));
  if (month.length < minRuns.value || longestM < minLongestM.value) return null;
  const spikeM = longer.value * longestM;
  const loads = month.flatMap(({ facts, kneeLoadKm }) =>
    kneeLoadKm && facts.distanceM > 0 ? [{ km: kneeLoadKm.mid, perKm: levelPerKm(facts, kneeLoadKm.mid) }] : [],
  );
  const highestKm = Math.max(0, ...loads.map(({ km }) => km));
  const usualPerKm = median(loads.map(({ perKm }) => perKm));
  const byLoadM = (descentM: number) =>
    loads.length === 0
      ? Number.POSITIVE_INFINITY
      : (1000 * LOAD_STEP * highestKm - DESCENT_PRICE * descentM) / usualPerKm;
  const flatM = Math.min(spikeM, byLoadM(0));
  const limit = flatM < spikeM ? 'knee-load' : 'longest-run';
  const downhills = month.flatMap(({ facts }) => facts.downhillM ?? []);
  const downhillM = Math.max(0, ...downhills);
  const withDescent = (metres: number) => ({
    descentM: metres,
    distanceM: Math.max(0, Math.min(spikeM, byLoadM(metres))),
  });
  const hilly = downhillM >= MIN_HILLY_M ? withDescent(downhillM) : null;
  const { moreThanUsual, minRuns: minDescents, minDescentM } = longDownhill.thresholds;
  const newDescentM =
    downhills.length < minDescents.value ? null : moreThanUsual.value * Math.max(minDescentM.value, downhillM);
  const steps = Math.floor((newDescentM ?? 0) / DESCENT_STEP_M);
  const overDescent = Array.from({ length: steps + 1 }, (_, step) => withDescent(step * DESCENT_STEP_M));
  const reason =
    limit === 'longest-run'
      ? `a tenth above your longest run of the last 30 days (${words.distance(longestM)})`
      : `a tenth above the highest knee load of a run in the last 30 days (about ${words.load(highestKm)} ${words.loadUnit})`;
  const overHills = hilly
    ? `, or about ${words.distance(hilly.distanceM)} with ${words.climb(hilly.descentM)} of descent`
    : '';
  return {
    flatM,
    hilly,
    overDescent,
    newDescentM,
    longestM,
    highestKm: loads.length === 0 ? null : highestKm,
    mostDistanceM: spikeM,
    mostLoadKm: loads.length === 0 ? null : LOAD_STEP * highestKm,
    limit,
    sentence: `Up to about ${words.distance(flatM)} on the flat${overHills}: ${reason}.`,
  };
}
