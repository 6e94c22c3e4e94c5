/**
 * What a risk factor is. `defineFactor` makes the compiler refuse one without a basis, with an unknown citation, that
 * looks at an input it did not declare, or decides by a threshold it did not define.
 */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';
import type { Severity } from '../report/schema.ts';
import type { Extent } from '../segment/segment.ts';
import type { FactorInputs, InputName } from './factor-inputs.ts';

/** A number that decides, with where it comes from. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  /** ISO date from which this value holds; a changed value gets a new date and a line in the CHANGELOG. */
  readonly since: string;
  readonly basis: Basis<CitationKey>;
  /** Policy: a load limit is a fifth lower for a year after an injury (assumption; the injury itself is strong evidence). */
  readonly lowerAfterInjury?: true;
}

/** A factor's thresholds by name. */
export type Thresholds = Readonly<Record<string, Threshold>>;

/** What a factor says of a run. A sentence for the runner comes with each: never a diagnosis, never a probability. */
export type Verdict<ThresholdName extends string = string> =
  | {
      readonly status: 'scored';
      readonly severity: Severity;
      readonly value: number;
      /** The threshold that decided, or, with severity `none`, the nearest one not reached. Its unit is the value's. */
      readonly threshold: ThresholdName;
      readonly where?: readonly Extent[];
      readonly message: string;
    }
  | { readonly status: 'not-applicable' | 'insufficient-data'; readonly message: string };

/** The highest severity that the evidence bears. */
export interface SeverityCap {
  readonly always: Severity;
  /** For a runner who has told of knee pain within 14 days. */
  readonly withPain: Severity;
}

/** See the head of this file and `docs/adding-a-risk-factor.md`. */
export interface Factor<Id extends string, Needs extends InputName, T extends Thresholds> {
  /** Its file's name: the noun of what is found. */
  readonly id: Id;
  readonly title: string;
  /** Unit of the value. */
  readonly unit: string;
  /** The evidence that what it finds has to do with knees or injury. */
  readonly basis: Basis<CitationKey>;
  readonly needs: readonly Needs[];
  readonly thresholds: T;
  readonly maxSeverity: SeverityCap;
  /** Thresholds come as an argument, so that a test can sweep them and an injury can lower them. */
  evaluate(
    inputs: Pick<FactorInputs, Needs>,
    thresholds: { readonly [Name in keyof T]: number },
  ): Verdict<Extract<keyof T, string>>;
}

/** Any factor, for lists: its `evaluate` can be called only by the evaluator, which hands it what it declared. */
export interface AnyFactor extends Omit<Factor<string, InputName, Thresholds>, 'evaluate'> {
  evaluate(inputs: never, thresholds: never): Verdict;
}

/** Returns the factor as it is; the types do the work. */
export const defineFactor = <const Id extends string, const Needs extends InputName, const T extends Thresholds>(
  factor: Factor<Id, Needs, T>,
): Factor<Id, Needs, T> => factor;

/** The values alone, as `evaluate` takes them. */
export function thresholdValues<T extends Thresholds>(thresholds: T): { readonly [Name in keyof T]: number } {
  const entries = Object.entries(thresholds).map(([name, { value }]) => [name, value]);
  // The keys are T's own, which Object.fromEntries cannot see.
  return Object.fromEntries(entries) as { readonly [Name in keyof T]: number };
}
