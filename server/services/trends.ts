/** Load and cadence over weeks, from the facts of all runs. */
import { changeMark } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { TrendAnswers } from '../jobs/analysis-task.ts';
import { Kept } from './kept.ts';
import { Questions } from './questions.ts';

/** See the head of this file. */
export class Trends extends Questions {
  readonly #kept = new Kept<TrendAnswers>(1);

  /** Makes both ahead of the first who asks: after a start, all is slower than later. A failure shows when somebody asks. */
  warm(): void {
    this.#sumUp().catch(() => undefined);
  }

  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  async weeks(): Promise<Uint8Array> {
    return (await this.#sumUp()).weeks;
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  async cadence(): Promise<Uint8Array> {
    return (await this.#sumUp()).cadence;
  }

  async #sumUp(): Promise<TrendAnswers> {
    const span = this.upTo(this.now());
    const runs = new RunsRepository(this.db);
    const key = `${await changeMark(this.db)} ${await runs.countFrom(span.untilMs)}`;
    return this.#kept.get(key, async () => {
      const profile = await new ProfileRepository(this.db).forReview();
      return this.answer({ kind: 'trends', past: await runs.history(span), profile });
    });
  }
}
