/** When the runner's cadence moved to another level and stayed there. */
import { median } from '../stats/stats.ts';
import type { CadenceWeek } from './cadence-weeks.ts';

/** Weeks with a cadence that each level needs. Assumption: a holiday or a cold passes within two. */
const MIN_LEVEL_WEEKS = 3;
/** A step smaller than this is not told, steps/min. Assumption: twice what weeks of one level differ by. */
const MIN_STEP_SPM = 3;
/** A step must stand out of the scatter by so many standard errors. Assumption: strict, because many places are tried. */
const MIN_STANDARD_ERRORS = 4;
/** From the median of absolute differences of neighbours to the standard deviation of one, for bell-shaped scatter. */
const NEIGHBOURS_TO_SD = 1.4826 / Math.SQRT2;
/** Scatter is never taken for less than this, steps/min: watches give whole strides. Assumption. */
const LEAST_SCATTER_SPM = 1;
/** What a further level costs, in squared standard deviations for each unit of ln(weeks): twice the Bayesian criterion. */
const LEVEL_PRICE = 4;

/** A step from one level to the next. */
export interface CadenceChange {
  /** ISO date of the Monday of the first week on the new level. */
  readonly weekStart: string;
  /** New level less old, medians, steps/min. */
  readonly changeSpm: number;
}

/** Standard deviation of one week, from neighbours, so that steps do not count as scatter. */
function scatter(values: readonly number[]): number {
  const differences = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)));
  return Math.max(LEAST_SCATTER_SPM, NEIGHBOURS_TO_SD * median(differences));
}

/** Squared distance to the mean of any part `[start, end)`, in constant time. */
function squaredError(values: readonly number[]): (start: number, end: number) => number {
  const sums = [0];
  const squares = [0];
  for (const [i, value] of values.entries()) {
    sums.push((sums[i] as number) + value);
    squares.push((squares[i] as number) + value * value);
  }
  return (start, end) => {
    const sum = (sums[end] as number) - (sums[start] as number);
    return (squares[end] as number) - (squares[start] as number) - (sum * sum) / (end - start);
  };
}

/** Where levels begin in the cheapest partition (Jackson 2005's optimal partitioning); the first begins at 0. */
function partition(values: readonly number[], price: number): number[] {
  const errorOf = squaredError(values);
  const best: { cost: number; start: number }[] = [{ cost: -price, start: 0 }];
  for (let end = 1; end <= values.length; end++) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, start: 0 };
    for (let start = 0; start <= end - MIN_LEVEL_WEEKS; start++) {
      const cost = (best[start] as { cost: number }).cost + errorOf(start, end) + price;
      if (cost < cheapest.cost) cheapest = { cost, start };
    }
    best.push(cheapest);
  }
  const starts: number[] = [];
  for (let end = values.length; end > 0; end = starts[0] as number)
    starts.unshift((best[end] as { start: number }).start);
  return starts;
}

/** Joins levels whose step does not stand out, the weakest first, until all that are left do. */
function joinWeak(levels: readonly (readonly number[])[], scatterSpm: number): (readonly number[])[] {
  const strengths = levels.slice(1).map((right, i) => {
    const left = levels[i] as readonly number[];
    const stepSpm = Math.abs(median(right) - median(left));
    const errors = stepSpm / (scatterSpm * Math.sqrt(1 / left.length + 1 / right.length));
    return Math.min(stepSpm / MIN_STEP_SPM, errors / MIN_STANDARD_ERRORS);
  });
  const weakest = strengths.indexOf(Math.min(...strengths));
  if (weakest < 0 || (strengths[weakest] as number) >= 1) return [...levels];
  const joined = [...(levels[weakest] as readonly number[]), ...(levels[weakest + 1] as readonly number[])];
  return joinWeak([...levels.slice(0, weakest), joined, ...levels.slice(weakest + 2)], scatterSpm);
}

/**
 * The steps in weekly cadence, earliest first. A slow drift shows as one or more steps. O(weeks²).
 * @param weeks in order; weeks without a cadence are passed over
 */
export function cadenceChanges(weeks: readonly CadenceWeek[]): CadenceChange[] {
  const points = weeks.flatMap(({ weekStart, cadenceSpm }) => (cadenceSpm === null ? [] : [{ weekStart, cadenceSpm }]));
  const values = points.map(({ cadenceSpm }) => cadenceSpm);
  if (values.length < 2 * MIN_LEVEL_WEEKS) return [];
  const scatterSpm = scatter(values);
  const starts = partition(values, LEVEL_PRICE * Math.log(values.length) * scatterSpm ** 2);
  const levels = joinWeak(
    starts.map((start, i) => values.slice(start, starts[i + 1])),
    scatterSpm,
  );
  let start = 0;
  return levels.slice(1).map((right, i) => {
    const left = levels[i] as readonly number[];
    start += left.length;
    return { weekStart: (points[start] as { weekStart: string }).weekStart, changeSpm: median(right) - median(left) };
  });
}
