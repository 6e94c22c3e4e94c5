/** Load and cadence over weeks, from the facts of all runs. */
import { ENGINE_VERSION } from '#core';
import { changeMark } from '../db/database.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import { TrashRepository } from '../db/trash-repository.ts';
import type { TrendAnswers } from '../jobs/analysis-task.ts';
import { Kept } from './kept.ts';
import { Questions } from './questions.ts';

/** While more runs than this are still to be brought up to date, an answer that is a little old is good enough. Assumption: the next is as well. */
const MANY_TO_DO = 16;
/** Such an answer is made anew after so long, and never given after so long, milliseconds. Assumptions. */
const RENEWED_AFTER_MS = 2000;
const TOO_OLD_MS = 10_000;

/** An answer, when it was made, and what the runner had told and deleted by then: that is never answered as it was before. */
interface Made {
  readonly answers: TrendAnswers;
  readonly atMs: number;
  readonly told: string;
}

/** See the head of this file. */
export class Trends extends Questions {
  readonly #kept = new Kept<TrendAnswers>(1);
  #made: Made | null = null;
  #renewing: Promise<unknown> | null = null;

  /** Makes both ahead of the first who asks: after a start, all is slower than later. A failure shows when somebody asks. */
  warm(): void {
    this.#make().catch(() => undefined);
  }

  /** Every week from the first run to the last, also empty ones, without runs dated in the future; JSON bytes. */
  async weeks(): Promise<Uint8Array> {
    return (await this.#sumUp()).weeks;
  }

  /** Cadence by week at the usual flat speed; JSON bytes. */
  async cadence(): Promise<Uint8Array> {
    return (await this.#sumUp()).cadence;
  }

  /** Years that come in change every moment: whoever asks meanwhile gets what stood just now, and need not wait for all of it to be summed up again. */
  async #sumUp(): Promise<TrendAnswers> {
    const made = this.#made;
    const ageMs = performance.now() - (made?.atMs ?? Number.NaN);
    if (!made || !(ageMs < TOO_OLD_MS) || !(await this.#isGoodEnough(made))) return this.#make();
    if (ageMs > RENEWED_AFTER_MS) {
      this.#renewing ??= this.#make()
        .catch(() => undefined)
        .finally(() => {
          this.#renewing = null;
        });
    }
    return made.answers;
  }

  async #isGoodEnough({ told }: Made): Promise<boolean> {
    const toDo = await new RunsRepository(this.db).countToDo(ENGINE_VERSION);
    return toDo > MANY_TO_DO && told === (await this.#told());
  }

  async #told(): Promise<string> {
    const profile = await new ProfileRepository(this.db).forReview();
    return JSON.stringify([profile, await new TrashRepository(this.db).count()]);
  }

  async #make(): Promise<TrendAnswers> {
    const atMs = performance.now();
    const told = await this.#told();
    const span = this.upTo(this.now());
    const runs = new RunsRepository(this.db);
    const key = `${await changeMark(this.db)} ${await runs.countFrom(span.untilMs)}`;
    const answers = await this.#kept.get(key, async () => {
      const profile = await new ProfileRepository(this.db).forReview();
      return this.answer({ kind: 'trends', past: await runs.history(span), profile });
    });
    if (!(this.#made && this.#made.atMs > atMs)) this.#made = { answers, atMs, told };
    return answers;
  }
}
