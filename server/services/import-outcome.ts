/** What became of a file, as people are told: finer than the states of the queue. */
import type { ImportFile, ImportFileState } from '#contract/imports';
import { importFileStateSchema } from '#contract/imports';
import type { ImportFileRow, OutcomeCount } from '../db/imports-repository.ts';

/** Codes that have a state of their own for people. The rest is told by the state of the queue. */
const BY_CODE: Readonly<Record<string, ImportFileState>> = {
  'same-run': 'same-run',
  cancelled: 'cancelled',
  'not-a-recording': 'not-an-activity',
  'export-list': 'not-an-activity',
  'not-an-activity': 'not-an-activity',
  'unknown-format': 'not-an-activity',
};

const stateOf = ({ state, code }: Pick<ImportFileRow, 'state' | 'code'>): ImportFileState =>
  (code === null ? undefined : BY_CODE[code]) ?? state;

/** The file as the contract has it. */
export const asFile = (row: ImportFileRow): ImportFile => ({
  id: row.id,
  name: row.name,
  bytes: row.bytes,
  state: stateOf(row),
  code: row.code,
  reason: row.reason,
  runId: row.run_id,
  mayBeRun: row.state === 'not-a-run' && row.as_run === 'possible',
});

/** How many files there are of each state; 0 for those without any. */
export function countStates(outcomes: readonly OutcomeCount[]): Record<ImportFileState, number> {
  const counts = Object.fromEntries(importFileStateSchema.options.map((state) => [state, 0]));
  for (const outcome of outcomes) {
    const state = stateOf(outcome);
    counts[state] = (counts[state] ?? 0) + outcome.count;
  }
  return counts as Record<ImportFileState, number>;
}
