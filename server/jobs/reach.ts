/** How far a run reaches into the meaning of others, and how far back a review looks: one number, so that both agree. */
import type { Span } from '../db/runs-repository.ts';

const DAY_MS = 86_400_000;

/**
 * Days of history that a review is given. The farthest look of a factor is 90 days (the runner's own cadence line), but
 * the first run after a break is held against the weeks before the break. Assumption: breaks of up to a year.
 */
export const HISTORY_REACH_DAYS = 450;

const REACH_MS = HISTORY_REACH_DAYS * DAY_MS;

/** The runs that the review of a run looks at. */
export const lookedAtFrom = (startedAtMs: number): Span => ({
  fromMs: startedAtMs - REACH_MS,
  untilMs: startedAtMs,
});

/** The runs whose reviews look at a run. */
export const touchedBy = (startedAtMs: number): Span => ({
  fromMs: startedAtMs,
  untilMs: startedAtMs + REACH_MS + 1,
});

/** The runs whose reviews look at any of several; the spans lie apart, so that each run is in one. */
export function touchedByAny(startsMs: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const next of startsMs.toSorted((a, b) => a - b).map(touchedBy)) {
    const last = spans.at(-1);
    if (last && next.fromMs <= last.untilMs) spans[spans.length - 1] = { fromMs: last.fromMs, untilMs: next.untilMs };
    else spans.push(next);
  }
  return spans;
}
