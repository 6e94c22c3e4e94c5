import { createHash } from 'node:crypto';

/** Hex digits of a run's id: enough to never meet by chance, short enough for an address. */
const ID_DIGITS = 16;

/** A run is known by its bytes. */
export const runIdOf = (sha256: string): string => sha256.slice(0, ID_DIGITS);

/**
 * The identity of a run within its file: that of the file for the first, one derived from it for those behind.
 *
 * @param fileSha256 SHA-256 of the file, lower-case hex.
 * @param place of the run in the file, from 0.
 */
export const runSha256 = (fileSha256: string, place: number): string =>
  place === 0 ? fileSha256 : createHash('sha256').update(`${fileSha256}#${place}`).digest('hex');
