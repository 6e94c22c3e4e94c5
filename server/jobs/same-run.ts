/** Finds the other recording of a run that came in from another device or in another format, and decides which leads; and who does when that one goes. */
import { isSameRun, type RunFacts, richer } from '#core';
import type { RunRow, RunsRepository } from '../db/runs-repository.ts';
import type { MovedRow } from '../db/trash-repository.ts';

/** Longest recording that is looked at for overlap, milliseconds. Assumption: longer than any race on foot. */
const LONGEST_MS = 15 * 86_400_000;

/** Two recordings of one run. */
export interface SameRun {
  /** The one that tells more; it stands for both. */
  readonly leader: Pick<RunRow, 'id'>;
  /** The one that was here before. */
  readonly other: RunRow;
}

/** Makes a new run and another recording of it one, when there is one. @returns null when there is none. */
export async function joinSameRun(runs: RunsRepository, id: string, facts: RunFacts): Promise<SameRun | null> {
  const { startedAtMs, elapsedTimeS } = facts;
  const span = { fromMs: startedAtMs - LONGEST_MS, untilMs: startedAtMs + elapsedTimeS * 1000 + 1 };
  for (const other of await runs.underWay(span, startedAtMs)) {
    const otherFacts = JSON.parse(other.facts) as RunFacts;
    if (other.id === id || !isSameRun(facts, otherFacts)) continue;
    const isRicher = richer({ facts: otherFacts }, { facts }).facts === facts;
    const leader = isRicher ? { id } : other;
    await runs.lead(leader.id, isRicher ? other.id : id);
    return { leader, other };
  }
  return null;
}

const factsOf = (run: RunRow) => ({ run, facts: JSON.parse(run.facts) as RunFacts });

/** Lets recordings that came back from the trash stand for their run again, where they did so or where nobody else does. */
export async function takeBack(runs: RunsRepository, back: readonly MovedRow[]): Promise<void> {
  for (const { id, led_when_deleted: hasLed } of back) {
    const run = await runs.find(id);
    if (!run || run.led_by === null) continue;
    if (hasLed || !(await runs.find(run.led_by))) await runs.lead(id, run.led_by);
  }
}

/** Lets the best of the recordings that stay stand for a run, when the one that did so has gone into the trash. */
export async function handOver(runs: RunsRepository, gone: Pick<RunRow, 'id' | 'led_by'>): Promise<void> {
  if (gone.led_by !== null) return;
  const [first, ...others] = (await runs.recordingsWith(gone)).map(factsOf);
  if (first) await runs.lead(others.reduce(richer, first).run.id, gone.id);
}
