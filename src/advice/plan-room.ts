/** A planned run held against what the next run has room for, and against the runner's own last weeks. */
import type { Profile } from '../history/profile.ts';
import type { History } from '../history/run-facts.ts';
import { weeks } from '../history/weeks.ts';
import type { Range } from '../stats/range.ts';
import { wordsIn } from '../words.ts';
import { nextRunBudget, noBudget } from './next-run-budget.ts';

/** See {@link planRoom}. */
export interface PlanRoom {
  /** `close`: the middle estimate fits, but the upper end of its range does not, or the descents are not known. */
  readonly verdict: 'within' | 'close' | 'beyond';
  /** Plain sentences with the reason, the weightiest first; at least one. */
  readonly sentences: readonly string[];
}

/** What a planned run comes to. */
export interface PlannedSums {
  readonly distanceM: number;
  /** Null where the altitude is not known. */
  readonly descentM: number | null;
  /** Metres down hills; null where the altitude is not known. */
  readonly downhillM: number | null;
  /** Flat-easy km. */
  readonly kneeLoadKm: Range;
}

/** Weeks before this one that are looked at. */
const WEEKS = 4;

/**
 * The run against the next-run budget: distance, knee load and descent, each against its own limit.
 * @param history runs in any order; those that start at or after `atMs` are not looked at
 * @param atMs milliseconds since 1970, UTC
 * @returns what is missing for it, in plain words, where there is no budget
 */
export function planRoom(plan: PlannedSums, history: History, atMs: number, profile: Profile): PlanRoom | string {
  const budget = nextRunBudget(history, atMs, profile.units);
  if (budget === null) return noBudget(profile.units);
  const words = wordsIn(profile.units);
  const load = (km: number) => `${words.load(km)} ${words.loadUnit}`;
  const { mostDistanceM, mostLoadKm, newDescentM } = budget;
  const beyond: string[] = [];
  const close: string[] = [];
  if (plan.distanceM > mostDistanceM) {
    beyond.push(
      `It is longer than the next run has room for: ${words.way(plan.distanceM)}, where ${words.way(mostDistanceM)} is a tenth above your longest run of the last 30 days.`,
    );
  }
  if (mostLoadKm !== null && plan.kneeLoadKm.mid > mostLoadKm) {
    beyond.push(
      `It asks more of the knees than the next run has room for: about ${load(plan.kneeLoadKm.mid)}, where ${words.load(mostLoadKm)} is a tenth above the hardest run of the last 30 days.`,
    );
  } else if (mostLoadKm !== null && plan.kneeLoadKm.high > mostLoadKm) {
    close.push(
      `By the middle estimate its load fits below ${load(mostLoadKm)}, a tenth above the hardest run of the last 30 days; by the upper end of the range it does not.`,
    );
  }
  if (newDescentM !== null && (plan.downhillM ?? 0) > newDescentM) {
    beyond.push(
      `Its hills go down further than your legs met this month: ${words.climb(plan.downhillM ?? 0)} in all, where beyond about ${words.climb(newDescentM)} would be new to them.`,
    );
  }
  if (plan.descentM === null) {
    close.push(
      'How much descent it has is not known, so nobody can say that it fits: a file with altitude, or terrain tiles, would tell.',
    );
  }
  if (beyond.length > 0) return { verdict: 'beyond', sentences: [...beyond, ...close] };
  if (close.length > 0) return { verdict: 'close', sentences: close };
  const loadRoom = mostLoadKm === null ? '' : ` and about ${load(mostLoadKm)}`;
  const roomy = `It fits into what the next run has room for: up to ${words.way(mostDistanceM)}${loadRoom}, a tenth above the most of your last 30 days.`;
  return { verdict: 'within', sentences: [roomy] };
}

/** What a planned run is of the runner's usual week. */
export interface PlanWeek {
  /** Mean knee load of the four weeks before this one, or of as many as there are, flat-easy km. */
  readonly usualWeekKm: number;
  /** Knee load of the plan over it, a ratio. */
  readonly share: number;
}

/**
 * The run against the four whole weeks before this one, weeks without a run included.
 * @returns null where those weeks hold no knee load
 */
export function planWeek(kneeLoadKm: number, history: History, atMs: number, profile: Profile): PlanWeek | null {
  const before = history.filter(({ facts }) => facts.startedAtMs < atMs);
  // The last row is the week under way.
  const last = weeks(before, { timeZone: profile.timeZone, untilMs: atMs }).slice(-1 - WEEKS, -1);
  const usualWeekKm = last.reduce((sum, week) => sum + week.kneeLoadKm.mid, 0) / last.length;
  return usualWeekKm > 0 ? { usualWeekKm, share: kneeLoadKm / usualWeekKm } : null;
}
