import { ok, type Result } from '../result.ts';
import type { Activity } from './activity.ts';
import { assemble, type Found } from './assemble.ts';
import type { Chosen, Stretch } from './choose-runs.ts';
import { MAX_RUNS } from './limits.ts';
import type { ParseError } from './parse-error.ts';
import { refuse, refuseNoSamples } from './refuse.ts';
import type { SampleTable } from './sample-table.ts';
import { joinSpans, type SpanMs } from './span.ts';
import { joinStretches, type RunStretches } from './stretches.ts';
import { Warnings } from './warnings.ts';

/** What a format's reader knows of one run beyond its points. */
export type FoundBeside = Omit<Found, 'table' | 'rows' | 'basis' | 'pauses' | 'rests' | 'warnings'>;

/**
 * Puts each run of a file together. What turns out to be none by its speed or for want of points is left out.
 *
 * @param groups the stretches of each run, runs in order of time, at least one.
 * @param pauses of all runs together, in any order.
 * @param warnings on the file; each run gets them.
 * @param besideOf what the format's reader knows of a run.
 * @returns at least one run; else why the first one is none.
 */
export function assembleRuns<S extends Stretch>(
  table: SampleTable,
  groups: readonly RunStretches<S>[],
  basisOf: Chosen<S>['basisOf'],
  pauses: readonly SpanMs[],
  warnings: Warnings,
  besideOf: (stretches: RunStretches<S>) => FoundBeside,
): Result<readonly Activity[], ParseError> {
  if (groups.length > MAX_RUNS) {
    const message = `The file holds ${groups.length} runs; at most ${MAX_RUNS} are read. Export them one by one.`;
    return refuse('too-large', message);
  }
  const stoppedMs = joinSpans(pauses);
  // From the last to the first: joining changes the metres of a run, and a later one counts from those before it.
  const results = groups.toReversed().map((stretches) => {
    const { rows, rests } = joinStretches(table, stretches);
    return assemble({
      ...besideOf(stretches),
      table,
      rows,
      basis: basisOf(stretches[0]),
      pauses: stoppedMs,
      rests,
      warnings: warnings.fork(),
    });
  });
  results.reverse();
  const runs = results.flatMap((result) => (result.ok ? [result.value] : []));
  const [refusal] = results.filter((result) => !result.ok);
  if (runs.length === 0) return refusal ?? refuseNoSamples();
  const several = new Warnings();
  several.add('other-sports-left-out', results.length - runs.length);
  if (runs.length > 1) several.add('one-of-several', runs.length);
  return ok(runs.map((run) => ({ ...run, warnings: [...run.warnings, ...several.list()] })));
}
