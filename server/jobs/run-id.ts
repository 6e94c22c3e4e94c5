/** Hex digits of a run's id: enough to never meet by chance, short enough for an address. */
const ID_DIGITS = 16;

/** A run is known by its bytes. */
export const runIdOf = (sha256: string): string => sha256.slice(0, ID_DIGITS);
