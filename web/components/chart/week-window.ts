import { createContext, useContext } from 'react';
import { WEEK_MS } from './week-ticks.ts';

/** Weeks on screen, from the start of the first to the end of the last, ms. */
export interface WeekWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Nobody looks closer than this, weeks. */
export const FEWEST_WEEKS = 4;

const startOf = (weekStart: string): number => Date.parse(`${weekStart}T00:00:00Z`);

/**
 * The latest weeks.
 *
 * @param weekStarts - ISO dates of Mondays, oldest first; at least one
 * @param count - how many weeks; more than there are is all of them
 */
export function latestWeeks(weekStarts: readonly string[], count: number): WeekWindow {
  const first = weekStarts[Math.max(0, weekStarts.length - count)] ?? '';
  return { fromMs: startOf(first), toMs: startOf(weekStarts.at(-1) ?? '') + WEEK_MS };
}

/** The same weeks, or fewer, within the whole. */
function within({ fromMs, toMs }: WeekWindow, whole: WeekWindow): WeekWindow {
  const length = Math.min(toMs - fromMs, whole.toMs - whole.fromMs);
  const from = Math.min(Math.max(fromMs, whole.fromMs), whole.toMs - length);
  return { fromMs: from, toMs: from + length };
}

/** Goes along by a share of what is on screen; negative is earlier. It stops at the ends of the whole. */
export function moved(shown: WeekWindow, whole: WeekWindow, share: number): WeekWindow {
  const by = Math.round(((shown.toMs - shown.fromMs) * share) / WEEK_MS) * WEEK_MS;
  return within({ fromMs: shown.fromMs + by, toMs: shown.toMs + by }, whole);
}

/** Shows so many times the weeks round the same middle, whole weeks, never fewer than {@link FEWEST_WEEKS}. */
export function scaled(shown: WeekWindow, whole: WeekWindow, factor: number): WeekWindow {
  const weeks = Math.max(FEWEST_WEEKS, Math.round(((shown.toMs - shown.fromMs) * factor) / WEEK_MS));
  const middle = (shown.fromMs + shown.toMs) / 2;
  const fromMs = whole.fromMs + Math.round((middle - (weeks * WEEK_MS) / 2 - whole.fromMs) / WEEK_MS) * WEEK_MS;
  return within({ fromMs, toMs: fromMs + weeks * WEEK_MS }, whole);
}

/** The weeks whose middle is on screen. */
export const weeksIn = <T extends { readonly weekStart: string }>(weeks: readonly T[], shown: WeekWindow): T[] =>
  weeks.filter(({ weekStart }) => {
    const middle = startOf(weekStart) + WEEK_MS / 2;
    return middle >= shown.fromMs && middle < shown.toMs;
  });

/** What all charts of a page show, so that they stand under one another whichever of them is moved. */
export interface SharedWindow {
  readonly shown: WeekWindow;
  readonly show: (shown: WeekWindow) => void;
}

/** Given by the page that holds the charts. */
export const SharedWindowContext = createContext<SharedWindow | null>(null);

/** See {@link SharedWindow}. */
export function useSharedWindow(): SharedWindow {
  const shared = useContext(SharedWindowContext);
  if (!shared) throw new Error('useSharedWindow needs a SharedWindowContext above it');
  return shared;
}
