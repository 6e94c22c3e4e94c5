/** What is told of bytes that are here already. */
import type { FileOutcome } from '../db/imports-repository.ts';
import type { RunRow } from '../db/runs-repository.ts';
import type { SameRun } from './same-run.ts';

const METRES_PER_KM = 1000;

const dateOf = (ms: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(ms);

/** Names the run by date and distance, as the list shows it. */
const nameOf = (run: RunRow): string =>
  `the run of ${dateOf(run.started_at_ms)}, ${(run.distance_m / METRES_PER_KM).toFixed(1)} km, from ${run.file_name}`;

/** The same bytes once more. */
export function duplicateOf(run: RunRow): FileOutcome {
  return { state: 'duplicate', code: null, reason: `Already here: ${nameOf(run)}.`, runId: run.id };
}

/** The same bytes as a deleted run, which is therefore back. */
export function backFromTrash(run: RunRow): FileOutcome {
  const reason = `Back from the trash: ${nameOf(run)}.`;
  return { state: 'imported', code: 'back-from-trash', reason, runId: run.id };
}

/** Another recording of a run that is here. */
export function sameRunAs({ leader, other }: SameRun, runId: string): FileOutcome {
  const leads =
    leader.id === runId
      ? 'this recording knows more and stands for both'
      : 'that recording knows more and stands for both';
  const reason = `Another recording of ${nameOf(other)}; ${leads}. The other is kept and can be chosen.`;
  return { state: 'imported', code: 'same-run', reason, runId };
}
