import type { AnalyseContext } from './context.ts';
import type { ParseError } from './parse/parse-error.ts';
import { read } from './read.ts';
import type { Report } from './report/schema.ts';
import { ok, type Result } from './result.ts';
import { review } from './review.ts';

/**
 * Both roads on one screen:
 *
 *     read    bytes ─parse→ Activity ─track→ Track ─segment→ Segments                       once a file and engine version
 *     review  Track, Segments ─load→ KneeLoad ─risk→ Finding[] ─advice→ Suggestion[] ─→ Report      whenever asked
 *
 * Data goes right only. Only parsing can fail; later stages narrow what can be said, and say so. Pure: the same bytes
 * and context give the same report, byte for byte.
 */
export function analyse(bytes: Uint8Array, context: AnalyseContext): Result<Report, ParseError> {
  const reading = read(bytes, context);
  return reading.ok ? ok(review(reading.value, context).report) : reading;
}
