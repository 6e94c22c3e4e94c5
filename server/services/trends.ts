/** Load and cadence over weeks, from the facts of all runs. */
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { TrendTask } from '../jobs/analysis-task.ts';
import { Questions } from './questions.ts';

/** See the head of this file. */
export class Trends extends Questions {
  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  weeks(): Promise<Uint8Array> {
    return this.#sumUp('weeks');
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  cadence(): Promise<Uint8Array> {
    return this.#sumUp('cadence');
  }

  async #sumUp(kind: TrendTask['kind']): Promise<Uint8Array> {
    const profile = await new ProfileRepository(this.db).forReview();
    const past = await new RunsRepository(this.db).history(this.upTo(this.now()));
    return this.answer({ kind, past, profile });
  }
}
