/**
 * Why a file gives no run. A closed set: each code has a broken fixture and a sentence that says what to do.
 *
 * - `empty-file`: no bytes.
 * - `unknown-format`: neither FIT, GPX nor TCX by its content.
 * - `archive`: a ZIP or gzip file that has to be unpacked first.
 * - `damaged-file`: nothing sound could be read from it.
 * - `too-large`: over the limits on bytes, samples or nesting.
 * - `no-samples`: a sound file without any recorded point (or none with a time).
 * - `not-a-run`: another sport, a planned course, a settings file; `sport` names it.
 */
export type ParseErrorCode =
  | 'empty-file'
  | 'unknown-format'
  | 'archive'
  | 'damaged-file'
  | 'too-large'
  | 'no-samples'
  | 'not-a-run';

/** A refusal as data. */
export interface ParseError {
  readonly code: ParseErrorCode;
  /** One or two plain sentences: what is wrong with which number, and what to do. */
  readonly message: string;
  /** What the file is instead of a run; only with `not-a-run`. */
  readonly sport?: string;
  /** The runner may know better: the file can be read with `treatAsRun`. Only with `not-a-run`. */
  readonly mayOverrule?: true;
}
