import type { SampleTable } from './sample-table.ts';
import type { SpanMs } from './span.ts';

/** Shorter gaps between points are smart recording, not pauses. Assumption: watches write a point every 10 s at least. */
const SHORTEST_GAP_MS = 10_000;
/** What a gap may be longer than the time that the laps leave open: the point before it and the one behind. Assumption. */
const SLACK_MS = 5000;

/**
 * Pauses of a recording whose laps tell their timer time but whose points tell no pause: where the laps say that time is
 * missing, the longest gaps between points that fit into it are pauses.
 *
 * @param rows of the recording, in file order.
 * @param timerS the sum of the laps' timer times.
 * @param known pauses that the points tell.
 */
export function lapPauses(
  table: SampleTable,
  rows: readonly number[],
  timerS: number,
  known: readonly SpanMs[],
): SpanMs[] {
  const gaps: SpanMs[] = [];
  for (let i = 1; i < rows.length; i += 1) {
    const gap = { startMs: table.timeMs(rows[i - 1] ?? 0), endMs: table.timeMs(rows[i] ?? 0) };
    if (gap.endMs - gap.startMs > SHORTEST_GAP_MS) gaps.push(gap);
  }
  const knownMs = known.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const elapsedMs = table.timeMs(rows.at(-1) ?? 0) - table.timeMs(rows[0] ?? 0);
  const isKnown = new Set(known.map(({ startMs }) => startMs));
  let missingMs = elapsedMs - knownMs - timerS * 1000;
  return gaps
    .filter(({ startMs }) => !isKnown.has(startMs))
    .sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))
    .filter(({ startMs, endMs }) => {
      const fits = endMs - startMs <= missingMs + SLACK_MS;
      if (fits) missingMs -= endMs - startMs;
      return fits;
    });
}
