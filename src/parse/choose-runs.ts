import { ok, type Result } from '../result.ts';
import type { ParseError } from './parse-error.ts';
import { refuseNoSamples, refuseSport } from './refuse.ts';
import type { SampleTable } from './sample-table.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';

/** A stretch of one sport. */
export interface Stretch extends StretchRows {
  readonly verdict: SportVerdict;
}

/** How it is known that stretches are a run: the file says so, the runner does, or nobody and the speed decides. */
export type RunBasis =
  | { readonly kind: 'recorded'; readonly subSport: string | null }
  | { readonly kind: 'told' | 'open'; readonly subSport: string | null };

/** The stretches of a file that count as runs. */
export interface Chosen<S> {
  /** In order of time, at least one, each with rows. */
  readonly stretches: readonly S[];
  /** How each of them is known to be a run. */
  readonly basisOf: (stretch: S) => RunBasis;
}

const startMs = (table: SampleTable, { rows }: StretchRows): number => table.timeMs(rows[0] ?? 0);

/**
 * Chooses the running stretches of a file; where none names a sport at all, or the runner says that it was a run, all;
 * else refuses, naming the sports.
 *
 * @param table into which the rows of the stretches point.
 * @param stretches at least one, in file order.
 * @param treatAsRun the runner's word; counts only where the file names no running.
 */
export function chooseRuns<S extends Stretch>(
  table: SampleTable,
  stretches: readonly S[],
  treatAsRun: boolean,
  warnings: Warnings,
): Result<Chosen<S>, ParseError> {
  const running = stretches.filter(({ verdict }) => verdict.kind === 'run');
  const others = stretches.flatMap(({ verdict }) => (verdict.kind === 'other' ? [verdict.sport] : []));
  const chosen = running.length > 0 ? running : stretches;
  const withRows = chosen.filter(({ rows }) => rows.length > 0);
  if (running.length === 0 && others.length > 0 && !treatAsRun) {
    return refuseSport([...new Set(others)].join(', '), { mayOverrule: withRows.length > 0 });
  }
  warnings.add('other-sports-left-out', stretches.length - chosen.length);
  if (withRows.length === 0) return refuseNoSamples();
  return ok({
    stretches: withRows.toSorted((a, b) => startMs(table, a) - startMs(table, b)),
    basisOf: ({ verdict }) => {
      if (verdict.kind === 'run') return { kind: 'recorded', subSport: verdict.subSport };
      return { kind: treatAsRun ? 'told' : 'open', subSport: verdict.kind === 'unknown' ? verdict.subSport : null };
    },
  });
}
