/** What pain tends to follow in this runner's own log. Counts, not causes. */
import { minutes, percent, type Words } from '../words.ts';
import { distinctRuns } from './distinct-runs.ts';
import type { PainLog } from './pain-log.ts';
import { entriesOf } from './recent-pain.ts';
import type { History, RunFacts } from './run-facts.ts';

/** Runs with a note on the time after them that a pattern needs, and on either side of its line. Assumption. */
export const PATTERN_RUNS = 8;
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

/** Whether it hurt after each run that has a note on the time after it. */
const notedRuns = (history: History, painLog: PainLog): { facts: RunFacts; hurt: boolean }[] =>
  distinctRuns(history).flatMap(({ facts }) => {
    const hurt = hurtAfter(painLog, facts);
    return hurt === null ? [] : [{ facts, hurt }];
  });

/** Runs with a note on the time after them; patterns begin at {@link PATTERN_RUNS}. */
export const countNotedRuns = (history: History, painLog: PainLog): number => notedRuns(history, painLog).length;

/**
 * Pain after runs that were longer, hillier or of more time than this runner's middle, against the others.
 * @param history runs in any order; only those with a note on the time after them count
 * @returns empty while fewer than 8 runs have such a note: not enough entries yet
 */
export function painPatterns(history: History, painLog: PainLog): PainPattern[] {
  const noted = notedRuns(history, painLog);
  return MEASURES.flatMap(({ measure, of }) => {
    const known = noted.flatMap(({ facts, hurt }) => {
      const value = of(facts);
      return value === null ? [] : [{ value, hurt }];
    });
    if (known.length < PATTERN_RUNS) return [];
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

const share = ({ low, high }: Count): string => `${Math.round(100 * low)} to ${percent(100 * high)}`;

function sideOf({ measure, line }: PainPattern, words: Words): string {
  switch (measure) {
    case 'distance':
      return `of ${words.distance(line)} or more`;
    case 'descent':
      return `with ${words.climb(line)} of descent or more`;
    case 'moving-time':
      return `of ${minutes(line)} or more`;
  }
}

/** A pattern in plain words, with what chance allows. */
export function describePattern(pattern: PainPattern, words: Words): string {
  const { above, below, isClear } = pattern;
  const counted = `Pain afterwards followed ${above.painful} of ${above.runs} runs ${sideOf(pattern, words)}, and ${below.painful} of ${below.runs} others.`;
  const doubt = `With so few runs the true shares may lie anywhere from ${share(above)} and from ${share(below)}`;
  return isClear
    ? `${counted} ${doubt}; even so they differ.`
    : `${counted} ${doubt}, so chance can explain the difference.`;
}
