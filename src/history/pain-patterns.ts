/** What pain tends to follow in this runner's own log. Counts, not causes. */
import { distinctRuns } from './distinct-runs.ts';
import type { PainLog } from './pain-log.ts';
import { entriesOf } from './recent-pain.ts';
import type { History, RunFacts } from './run-facts.ts';

/** Runs with a note on the time after them that a pattern needs, and on either side of its line. Assumption. */
const MIN_RUNS = 8;
const MIN_RUNS_A_SIDE = 3;
/** Two-sided z of 90 % certainty, for the Wilson interval. Convention. */
const WILSON_Z = 1.645;

/** So many of so many, with the span that chance allows (Wilson, 90 %), shares of 1. */
export interface Count {
  readonly painful: number;
  readonly runs: number;
  readonly low: number;
  readonly high: number;
}

/** Pain after runs on either side of the middle of a measure. */
export interface PainPattern {
  readonly measure: 'distance' | 'descent' | 'moving-time';
  /** The line between the sides: the median of the runs with a note; metres or seconds. */
  readonly line: number;
  readonly above: Count;
  readonly below: Count;
  /** True when the two spans do not touch; else chance explains the difference. */
  readonly isClear: boolean;
}

/** Wilson's interval for a share. */
function count(painful: number, runs: number): Count {
  const share = painful / runs;
  const z2 = WILSON_Z ** 2 / runs;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (WILSON_Z * Math.sqrt((share * (1 - share)) / runs + z2 / (4 * runs))) / (1 + z2);
  return { painful, runs, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Whether the knee hurt an hour after the run or next morning; null when neither was told. */
function hurtAfter(painLog: PainLog, run: RunFacts): boolean | null {
  const after = entriesOf(painLog, run)
    .flatMap(({ hourAfter, nextMorning }) => [hourAfter, nextMorning])
    .filter((score) => score !== null);
  return after.length === 0 ? null : Math.max(...after) >= 1;
}

const MEASURES = [
  { measure: 'distance', of: (facts: RunFacts) => facts.distanceM },
  { measure: 'descent', of: (facts: RunFacts) => facts.descentM },
  { measure: 'moving-time', of: (facts: RunFacts) => facts.movingTimeS },
] as const;

/**
 * Pain after runs that were longer, hillier or of more time than this runner's middle, against the others.
 * @param history runs in any order; only those with a note on the time after them count
 * @returns empty while fewer than 8 runs have such a note: not enough entries yet
 */
export function painPatterns(history: History, painLog: PainLog): PainPattern[] {
  const noted = distinctRuns(history).flatMap(({ facts }) => {
    const hurt = hurtAfter(painLog, facts);
    return hurt === null ? [] : [{ facts, hurt }];
  });
  return MEASURES.flatMap(({ measure, of }) => {
    const known = noted.flatMap(({ facts, hurt }) => {
      const value = of(facts);
      return value === null ? [] : [{ value, hurt }];
    });
    if (known.length < MIN_RUNS) return [];
    const line = [...known].sort((a, b) => a.value - b.value)[Math.floor(known.length / 2)]?.value as number;
    const sides = [known.filter(({ value }) => value >= line), known.filter(({ value }) => value < line)];
    if (sides.some((side) => side.length < MIN_RUNS_A_SIDE)) return [];
    const [above, below] = sides.map((side) => count(side.filter(({ hurt }) => hurt).length, side.length)) as [
      Count,
      Count,
    ];
    return [{ measure, line, above, below, isClear: above.low > below.high || below.low > above.high }];
  });
}
