/** What is told of bytes that are here already. */
import type { FileOutcome } from '../db/imports-repository.ts';
import type { RunRow } from '../db/runs-repository.ts';

const METRES_PER_KM = 1000;

const dateOf = (ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(ms);

/** Names the run by date and distance, as the list shows it. */
export function duplicateOf(run: RunRow): FileOutcome {
  const km = (run.distance_m / METRES_PER_KM).toFixed(1);
  const reason = `Already here: the run of ${dateOf(run.started_at_ms)}, ${km} km, from ${run.file_name}.`;
  return { state: 'duplicate', code: null, reason, runId: run.id };
}
