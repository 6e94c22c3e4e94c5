import { ok, type Result } from '../result.ts';
import type { ParseError } from './parse-error.ts';
import { refuseNoSamples, refuseSport } from './refuse.ts';
import type { SampleTable } from './sample-table.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';

const MS_PER_HOUR = 3_600_000;
/** Runs with more between them are told apart from one run with a rest. Assumption. */
const FAR_APART_MS = 6 * MS_PER_HOUR;
/** Runs with more between them are different runs, kept in one file by an export of many. Assumption. */
const OTHER_RUN_MS = 48 * MS_PER_HOUR;

/** A stretch of one sport. */
interface Stretch extends StretchRows {
  readonly verdict: SportVerdict;
}

/** The stretches of a file that count as its run. */
export interface Chosen<S> {
  /** In order of time, each with rows. */
  readonly stretches: readonly S[];
  /** Null where no stretch names a sport: then the speed decides. */
  readonly run: { readonly subSport: string | null } | null;
}

const startMs = (table: SampleTable, { rows }: StretchRows): number => table.timeMs(rows[0] ?? 0);
const endMs = (table: SampleTable, { rows }: StretchRows): number => table.timeMs(rows.at(-1) ?? 0);
const points = (group: readonly StretchRows[]): number => group.reduce((sum, { rows }) => sum + rows.length, 0);

/** Of runs that lie days apart, the one with the most points; runs of one or two days stay together. */
function oneRun<S extends Stretch>(table: SampleTable, stretches: readonly S[], warnings: Warnings): readonly S[] {
  const groups: S[][] = [];
  for (const stretch of stretches) {
    const before = groups.at(-1)?.at(-1);
    const gapMs = before ? startMs(table, stretch) - endMs(table, before) : Infinity;
    if (gapMs > OTHER_RUN_MS) groups.push([stretch]);
    else groups.at(-1)?.push(stretch);
  }
  const longest = groups.reduce((best, group) => (points(group) > points(best) ? group : best), groups[0] ?? []);
  warnings.add('other-runs-left-out', groups.length - 1);
  const apart = longest.some((stretch, i) => {
    const before = longest[i - 1];
    return before !== undefined && startMs(table, stretch) - endMs(table, before) > FAR_APART_MS;
  });
  if (apart) warnings.add('runs-far-apart');
  return longest;
}

/**
 * Chooses the running stretches of a file; where none names a sport at all, those; else refuses, naming the sports.
 *
 * @param table into which the rows of the stretches point.
 * @param stretches at least one, in file order.
 */
export function chooseRuns<S extends Stretch>(
  table: SampleTable,
  stretches: readonly S[],
  warnings: Warnings,
): Result<Chosen<S>, ParseError> {
  const running = stretches.filter(({ verdict }) => verdict.kind === 'run');
  const others = stretches.flatMap(({ verdict }) => (verdict.kind === 'other' ? [verdict.sport] : []));
  if (running.length === 0 && others.length > 0) return refuseSport([...new Set(others)].join(', '));
  const [first] = running;
  const chosen = first ? running : stretches;
  warnings.add('other-sports-left-out', stretches.length - chosen.length);
  const withRows = chosen.filter(({ rows }) => rows.length > 0);
  if (withRows.length === 0) return refuseNoSamples();
  const ordered = withRows.toSorted((a, b) => startMs(table, a) - startMs(table, b));
  return ok({
    stretches: oneRun(table, ordered, warnings),
    run: first?.verdict.kind === 'run' ? { subSport: first.verdict.subSport } : null,
  });
}
