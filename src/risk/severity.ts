import type { Severity } from '../report/schema.ts';

/** From nothing to most severe. */
export const SEVERITIES = ['none', 'info', 'moderate', 'high'] as const satisfies readonly Severity[];

/** 0 for none to 3 for high. */
export const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** The milder of two. */
export const milder = (a: Severity, b: Severity): Severity => (rank(a) <= rank(b) ? a : b);

/** A rung of a factor's scale. */
export interface Step<ThresholdName extends string> {
  readonly severity: Exclude<Severity, 'none'>;
  readonly threshold: ThresholdName;
  readonly reached: boolean;
}

/**
 * The most severe step that is reached; none, with the first step's threshold as the nearest, when there is none.
 * @param steps mildest first
 */
export function highestStep<ThresholdName extends string>(
  ...steps: readonly [Step<ThresholdName>, ...Step<ThresholdName>[]]
): { readonly severity: Severity; readonly threshold: ThresholdName } {
  const reached = steps.filter((step) => step.reached).sort((a, b) => rank(b.severity) - rank(a.severity));
  return reached[0] ?? { severity: 'none', threshold: steps[0].threshold };
}
