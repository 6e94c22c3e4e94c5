/** Opens stored runs as the history that reviews and trends take. */
import type { PastRun, RunFacts } from '#core';
import type { PastRunRow } from '../db/runs-repository.ts';

/** What the facts of an older engine lack until the run has been read again. */
const NOT_KNOWN_BEFORE: Partial<RunFacts> = { downhillM: null, surfaces: [], boundsE7: null };

function factsOf(stored: string): RunFacts {
  const facts = JSON.parse(stored) as RunFacts;
  // Only where it must be: what is put together from two objects gets a shape of its own, which is slow to read of many.
  const isWhole = Object.keys(NOT_KNOWN_BEFORE).every((name) => name in facts);
  return isWhole ? facts : { ...NOT_KNOWN_BEFORE, ...facts };
}

function asPastRun({ facts, load_low_km: low, load_mid_km: mid, load_high_km: high }: PastRunRow): PastRun {
  return {
    facts: factsOf(facts),
    kneeLoadKm: low === null || mid === null || high === null ? null : { low, mid, high },
  };
}

/** In the order given. */
export const asHistory = (rows: readonly PastRunRow[]): PastRun[] => rows.map(asPastRun);
