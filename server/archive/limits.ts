/** What an archive may ask of the machine. All assumptions: above any account export, low enough that a bomb is harmless. */

const MIB = 1024 * 1024;

/** Largest unpacked file that is taken, bytes. Twice the largest recording met (a GPX of 50 MB), and more. */
export const MOST_FILE_BYTES = 128 * MIB;

/** Entries of all archives in one that was given. An account export of twenty years has about 30,000. */
export const MOST_ENTRIES = 200_000;

/** Archives inside archives: an account export holds ZIPs, which may hold packed files. */
export const MOST_DEPTH = 4;

/** Unpacked bytes for each packed one, over a whole archive. GPX texts reach 25. */
export const MOST_GROWTH = 100;

/** Unpacked bytes that any archive may have, however small it is. */
export const ALWAYS_ALLOWED_BYTES = 256 * MIB;
