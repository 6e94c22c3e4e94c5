/** Answers about all runs, which would be worked out again for each run that comes in while years of them do. */
import { ENGINE_VERSION } from '#core';
import type { Database } from '../db/database.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { Acts } from './acts.ts';

/** While more runs than this are still to be brought up to date, an answer that is a little old is good enough. Assumption: the next is as well. */
const MANY_TO_DO = 16;
/** Such an answer is made anew after so long, and never given after so long, milliseconds. Assumptions. */
const RENEWED_AFTER_MS = 2000;
const TOO_OLD_MS = 10_000;

/** An answer, when it was made, and what the runner had done by then: that is never answered as it was before. */
interface Made<Answer> {
  readonly answer: Answer;
  readonly atMs: number;
  readonly acts: number;
}

/** See the head of this file. */
export class Meanwhile<Answer> {
  readonly #db: Database;
  readonly #acts: Acts;
  readonly #make: () => Promise<Answer>;
  #made: Made<Answer> | null = null;
  #renewing: Promise<unknown> | null = null;

  /** @param make Works the answer out as it is now. */
  constructor(db: Database, acts: Acts, make: () => Promise<Answer>) {
    this.#db = db;
    this.#acts = acts;
    this.#make = make;
  }

  /** The answer as it is now, or, while many runs are still to be brought up to date, as it stood just now. */
  async get(): Promise<Answer> {
    const made = this.#made;
    const ageMs = performance.now() - (made?.atMs ?? Number.NaN);
    if (!made || !(ageMs < TOO_OLD_MS) || made.acts !== this.#acts.count || !(await this.#hasManyToDo()))
      return this.now();
    if (ageMs > RENEWED_AFTER_MS) {
      this.#renewing ??= this.now()
        .catch(() => undefined)
        .finally(() => {
          this.#renewing = null;
        });
    }
    return made.answer;
  }

  /** The answer as it is now. */
  async now(): Promise<Answer> {
    const [atMs, acts] = [performance.now(), this.#acts.count];
    const answer = await this.#make();
    if (!(this.#made && this.#made.atMs > atMs)) this.#made = { answer, atMs, acts };
    return answer;
  }

  async #hasManyToDo(): Promise<boolean> {
    return (await new RunsRepository(this.#db).countToDo(ENGINE_VERSION)) > MANY_TO_DO;
  }
}
