/**
 * Why something packed cannot be taken.
 *
 * - `damaged-archive`: not to be unpacked, or not as its own list says.
 * - `locked-archive`: protected by a password.
 * - `unknown-packing`: packed by a method that is not opened here.
 * - `too-large`: over the limits on bytes, entries or nesting.
 * - `unsafe-name`: a name that points outside the archive.
 * - `not-a-recording`: a file in an archive that is neither FIT, GPX nor TCX by its content: a picture, a list.
 * - `unreadable-file`: what was given is gone, closed to this user, or no file at all.
 */
export type ArchiveErrorCode =
  | 'damaged-archive'
  | 'locked-archive'
  | 'unknown-packing'
  | 'too-large'
  | 'unsafe-name'
  | 'not-a-recording'
  | 'unreadable-file';

/** Thrown inside this folder only; outside, it is a refused member. The message says what is wrong and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  readonly code: ArchiveErrorCode;

  constructor(code: ArchiveErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const DAMAGED = 'This is damaged and could not be unpacked. Download or export it again.';

/** What went wrong, as the archive's fault. @throws what is the machine's (a full disk, a file that is gone) as it was. */
export function asArchiveError(error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  // What the system refuses names the call; what unzipping finds wrong does not.
  if (!(error instanceof Error) || 'syscall' in error) throw error;
  return new ArchiveError('damaged-archive', DAMAGED, { cause: error });
}
