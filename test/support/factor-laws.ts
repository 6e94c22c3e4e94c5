/** What the tests of every factor ask of it, beside its own cases. */
import { expect } from 'vitest';
import type { Severity } from '../../src/report/schema.ts';
import type { AnyFactor } from '../../src/risk/define.ts';
import { judge } from '../../src/risk/evaluate.ts';
import { rank } from '../../src/risk/severity.ts';
import { type RunOptions, riskInput } from './risk-input.ts';

/** Numbers from the first to the last in even steps, both ends included. */
export const scale = (first: number, last: number, step: number): number[] =>
  Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);

/** Steps between harmless and worst. */
const STEPS = 20;

/**
 * Severity never falls while a run gets worse, and does rise on the way.
 * @param worse the run at 0 (harmless) to 1 (worst)
 */
export function expectMonotone(factor: AnyFactor, worse: (amount: number) => RunOptions): void {
  const ranks = scale(0, 1, 1 / STEPS).map((amount) => rank(judge(factor, riskInput(worse(amount))).severity));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks.at(-1)).toBeGreaterThan(ranks[0] as number);
}

/**
 * The true values at which a device that errs either way could tell another severity: to be found near a threshold only.
 * @param severityAt what is said of a measured value
 * @param errorAt size of the error at a true value
 */
export const tipped = (
  severityAt: (measured: number) => Severity,
  values: readonly number[],
  errorAt: (value: number) => number,
): number[] =>
  values.filter((value) => {
    const error = errorAt(value);
    return new Set([value - error, value, value + error].map(severityAt)).size > 1;
  });

/** All of them lie within the error of one of the thresholds, and there are some: the error was large enough to test. */
export function expectTippedOnlyNear(
  found: readonly number[],
  thresholds: readonly number[],
  errorAt: (value: number) => number,
): void {
  // A hair more, because the sum of two decimals is seldom the decimal of the sum.
  const isNear = (value: number) => thresholds.some((at) => Math.abs(value - at) <= errorAt(value) * (1 + 1e-9));
  expect(found.filter((value) => !isNear(value))).toEqual([]);
  expect(found.length).toBeGreaterThan(0);
}
