/** A row of the validation table: what a study found, what the model gives, how far apart they may be. */
import { CITATIONS, type CitationKey } from '../../evidence/registry.ts';

/** One number of a row. */
export interface ValidationCheck {
  readonly condition: string;
  /** The published number, or the ends of a published span. */
  readonly published: readonly [low: number, high: number];
  /** How far outside the published number the model may lie, in the same unit; set before the model was held to it. */
  readonly tolerance: number;
  readonly unit: '%' | 'BW' | 'times' | 'steps/min' | 'steps/min per m/s' | 'violations';
  /** The model's number. */
  readonly model: () => number;
}

/** One row. */
export interface ValidationRow {
  readonly number: number;
  /** `calibration`: the constants were chosen with this study; `check`: it had no say in them. */
  readonly use: 'calibration' | 'check';
  readonly title: string;
  readonly studies: readonly CitationKey[];
  readonly checks: readonly ValidationCheck[];
  /** Why the row cannot be decided, or what to know about it; null when nothing. */
  readonly remark: string | null;
  /** True where the published numbers are only remembered: never counted as met. */
  readonly sourceUnread?: boolean;
}

/** `open`: the published number could not be read, so nothing is claimed. */
export type ValidationStatus = 'pass' | 'fail' | 'open';

/** A check with the model's number. */
export interface CheckResult extends Omit<ValidationCheck, 'model'> {
  readonly found: number;
  readonly met: boolean;
}

/** A row with its verdict. */
export interface RowResult extends Omit<ValidationRow, 'checks'> {
  readonly checks: readonly CheckResult[];
  readonly status: ValidationStatus;
  /** How the weakest of its sources was read. */
  readonly read: 'full' | 'abstract' | 'second-hand' | 'recalled';
}

const READS = ['full', 'abstract', 'second-hand', 'recalled'] as const;

/** Holds the model to one row. */
export function check(row: ValidationRow): RowResult {
  const checks = row.checks.map(({ model, ...rest }) => {
    const found = model();
    const [low, high] = rest.published;
    return { ...rest, found, met: found >= low - rest.tolerance && found <= high + rest.tolerance };
  });
  const weakest = Math.max(...row.studies.map((key) => READS.indexOf(CITATIONS[key].read)), 0);
  const read = row.sourceUnread ? 'recalled' : (READS[weakest] ?? 'recalled');
  const status = read === 'recalled' ? 'open' : checks.every(({ met }) => met) ? 'pass' : 'fail';
  return { ...row, checks, read, status };
}

/** A published number without a span. */
export const at = (value: number): readonly [number, number] => [value, value];

/** Change in per cent. */
export const changePct = (after: number, before: number): number => 100 * (after / before - 1);
