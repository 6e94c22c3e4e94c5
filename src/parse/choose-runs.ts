import { ok, type Result } from '../result.ts';
import type { ParseError } from './parse-error.ts';
import { refuseSport } from './refuse.ts';
import type { SportVerdict } from './sport.ts';
import type { Warnings } from './warnings.ts';

/** The stretches of a file that count as its run. */
export interface Chosen<S> {
  readonly stretches: readonly S[];
  /** Null where no stretch names a sport: then the speed decides. */
  readonly run: { readonly subSport: string | null } | null;
}

/**
 * Chooses the running stretches of a file; where none names a sport at all, those; else refuses, naming the sports.
 *
 * @param stretches at least one, in file order.
 */
export function chooseRuns<S extends { readonly verdict: SportVerdict }>(
  stretches: readonly S[],
  warnings: Warnings,
): Result<Chosen<S>, ParseError> {
  const running = stretches.filter(({ verdict }) => verdict.kind === 'run');
  const others = stretches.flatMap(({ verdict }) => (verdict.kind === 'other' ? [verdict.sport] : []));
  if (running.length === 0 && others.length > 0) return refuseSport([...new Set(others)].join(', '));
  const [first] = running;
  const chosen = first ? running : stretches;
  warnings.add('other-sports-left-out', stretches.length - chosen.length);
  return ok({ stretches: chosen, run: first?.verdict.kind === 'run' ? { subSport: first.verdict.subSport } : null });
}
