import { err } from '../result.ts';
import { MAX_SAMPLES } from './limits.ts';
import type { ParseError, ParseErrorCode } from './parse-error.ts';

/** A refused file, as the failure half of a `Result`. */
export type Refusal = { readonly ok: false; readonly error: ParseError };

/**
 * A refusal with its sentence for the runner.
 *
 * @param code any code but `not-a-run`, which has {@link refuseSport}.
 * @param message one or two plain sentences: what is wrong, and what to do.
 */
export const refuse = (code: Exclude<ParseErrorCode, 'not-a-run'>, message: string): Refusal => err({ code, message });

/**
 * Refuses a sound file that is something else than a run.
 *
 * @param sport what it is, in plain words such as `cycling` or `planned route`.
 * @param how.why how that was told, as a sentence; left out where the file itself says so.
 * @param how.mayOverrule true where it holds recorded points, which can be read as a run on the runner's word.
 */
export function refuseSport(
  sport: string,
  { why = `This file is no run: it says ${sport}.`, mayOverrule = false }: { why?: string; mayOverrule?: boolean } = {},
): Refusal {
  const message = `${why} Kneewise reads recorded runs only.`;
  return err({ code: 'not-a-run', message, sport, ...(mayOverrule ? { mayOverrule: true } : {}) });
}

/** Refuses a file over {@link MAX_SAMPLES}, or with more of anything else than so many points could have. */
export const refuseTooManySamples = (): Refusal =>
  refuse(
    'too-large',
    `The file holds more than any run: at most ${MAX_SAMPLES} points are read. Export the single run again.`,
  );

/** Refuses a file with more bytes than are read of its format. */
export const refuseTooManyBytes = (bytes: number, most: number): Refusal =>
  refuse('too-large', `The file has ${bytes} bytes; at most ${most} are read. Export the single run again.`);

/** Refuses a file that is sound but holds no point with a time. */
export const refuseNoSamples = (): Refusal =>
  refuse('no-samples', 'The file holds no recorded point with a time. Export the run again from the watch or its app.');

/** Refuses a FIT file whose damage leaves no point. */
export const refuseDamaged = (): Refusal =>
  refuse(
    'damaged-file',
    'This FIT file is damaged: no point could be read. Copy it from the watch or export it again.',
  );
