/** Short ways from a fixture to what the library makes of it. */
import type { Recording } from '../../fixtures/recording.ts';
import type { Activity } from '../../src/parse/activity.ts';
import { parse, parseAll } from '../../src/parse/parse.ts';
import { sha256 } from './real-data.ts';

/** Context of a file that is told nothing else. */
export const contextOf = (bytes: Uint8Array): { sha256: string } => ({ sha256: sha256(bytes) });

/** The activity in a file that must be readable. @throws Error with the refusal. */
export function parseOrThrow(bytes: Uint8Array): Activity {
  const result = parse(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** All activities in a file that must be readable. @throws Error with the refusal. */
export function parseAllOrThrow(bytes: Uint8Array): readonly Activity[] {
  const result = parseAll(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Largest distance between two columns of numbers; missing values must be missing in both, else it is Infinity. */
export function largestGap(a: Float64Array | null, b: Float64Array | null): number {
  if (!a || !b) return a === b ? 0 : Number.POSITIVE_INFINITY;
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? Number.NaN;
    if (Number.isNaN(value) !== Number.isNaN(other)) return Number.POSITIVE_INFINITY;
    if (!Number.isNaN(value)) largest = Math.max(largest, Math.abs(value - other));
  }
  return largest;
}

/** Steps a minute of a recording as a file that counts one foot holds them. */
export const strides = ({ cadenceSpm }: Recording): Float64Array | null => cadenceSpm?.map((spm) => spm / 2) ?? null;
