/** What a runner asks about habits rather than about one run: the next run, pain patterns, care. */
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { HabitTask } from '../jobs/analysis-task.ts';
import { HISTORY_REACH_DAYS } from '../jobs/reach.ts';
import { Questions } from './questions.ts';

/** Days of runs that changes are tried on, and how many at most. Assumption: what a runner still remembers, in under a second. */
const CARE_DAYS = 28;
const CARE_RUNS = 8;

/** See the head of this file. All answers are JSON bytes, and true now. */
export class Habits extends Questions {
  /** How far the next run can go. */
  nextRun(): Promise<Uint8Array> {
    return this.#ask('next-run', HISTORY_REACH_DAYS);
  }

  /** What pain tends to follow. */
  painPatterns(): Promise<Uint8Array> {
    return this.#ask('pain-patterns', null);
  }

  /** Advice for this runner, and the article. */
  care(): Promise<Uint8Array> {
    return this.#ask('care', HISTORY_REACH_DAYS);
  }

  /** @param days how far back to look; null for all */
  async #ask(kind: HabitTask['kind'], days: number | null): Promise<Uint8Array> {
    const atMs = this.now();
    // One transaction, so that all parts are of one moment.
    const task = await this.db.transaction().execute(async (trx): Promise<HabitTask> => {
      const runs = new RunsRepository(trx);
      const past = await runs.history(this.upTo(atMs, days));
      const profile = await new ProfileRepository(trx).forReview();
      const painLog = await new PainEntriesRepository(trx).forReview();
      const readings = kind === 'care' ? await runs.latestReadings(this.upTo(atMs, CARE_DAYS), CARE_RUNS) : [];
      return { kind, past, profile, painLog, readings, atMs };
    });
    return this.answer(task);
  }
}
