/** One run often comes in several files: from the watch as FIT, exported again as GPX or TCX, or worn on both wrists. */
import type { EarlierRun, RunFacts } from './run-facts.ts';

/** Two recordings of which more than this share of the shorter one overlaps are one run. Assumption: nobody runs twice at once. */
const SAME_RUN_OVERLAP_SHARE = 0.5;

/** A run dated outside these years comes from a clock that was never set: running watches came after, and nobody runs ahead of time. */
const FIRST_YEAR_MS = Date.UTC(2000, 0, 1);
const LAST_YEAR_MS = Date.UTC(2100, 0, 1);

const hasDate = ({ facts }: EarlierRun): boolean =>
  facts.startedAtMs >= FIRST_YEAR_MS && facts.startedAtMs < LAST_YEAR_MS;

const endMs = (facts: RunFacts): number => facts.startedAtMs + facts.elapsedTimeS * 1000;

/** True where two recordings overlap so much that they are of one run. */
export function isSameRun(a: RunFacts, b: RunFacts): boolean {
  if (a.sha256 === b.sha256 || a.startedAtMs === b.startedAtMs) return true;
  const overlapMs = Math.min(endMs(a), endMs(b)) - Math.max(a.startedAtMs, b.startedAtMs);
  const shorterMs = Math.min(a.elapsedTimeS, b.elapsedTimeS) * 1000;
  return overlapMs > SAME_RUN_OVERLAP_SHARE * shorterMs;
}

/** What a recording knows beyond its distance, to choose between two of one run. */
function richness({ facts }: EarlierRun): number {
  const known = [facts.meanCadenceSpm, facts.descentM, facts.flatCadence.length > 0 ? true : null];
  return known.filter((value) => value !== null).length;
}

/** Of two recordings of one run the one that knows more; the same whatever order they are given in. */
export function richer<Run extends EarlierRun>(a: Run, b: Run): Run {
  const byRichness = richness(b) - richness(a) || b.facts.distanceM - a.facts.distanceM;
  if (byRichness !== 0) return byRichness > 0 ? b : a;
  return a.facts.sha256 < b.facts.sha256 ? a : b;
}

/** The earlier start first; the hash makes the order the same whatever order the runs came in. */
const byStart = (a: EarlierRun, b: EarlierRun): number =>
  a.facts.startedAtMs - b.facts.startedAtMs || (a.facts.sha256 < b.facts.sha256 ? -1 : 1);

/**
 * The runs with each run once, earliest first: of several recordings that overlap in time the one that knows most.
 * Runs whose date cannot be are left out: they would stretch weeks over decades. Recordings with clocks an hour apart (a wrong time zone) are not recognised.
 */
export function distinctRuns<Run extends EarlierRun>(history: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of history.filter(hasDate).sort(byStart)) {
    const last = kept.at(-1);
    if (last && isSameRun(last.facts, run.facts)) kept[kept.length - 1] = richer(last, run);
    else kept.push(run);
  }
  return kept;
}

/**
 * What a review of one run may know of the others: the runs that were over when it started, each once, earliest first.
 * Another recording of the run itself is still going at its start, or starts later, and so falls away.
 * @param sha256 of the run under review
 * @param startedAtMs its start, milliseconds since 1970, UTC
 */
export function pastRuns<Run extends EarlierRun>(history: readonly Run[], sha256: string, startedAtMs: number): Run[] {
  return distinctRuns(
    history.filter(
      ({ facts }) => facts.sha256 !== sha256 && facts.startedAtMs < startedAtMs && endMs(facts) <= startedAtMs,
    ),
  );
}
