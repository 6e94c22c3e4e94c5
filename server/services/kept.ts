/** Answers that cost much to make and are asked for again and again, kept in memory. */

/** Keeps the answers that were asked for last. */
export class Kept<Answer> {
  readonly #most: number;
  readonly #answers = new Map<string, Promise<Answer>>();

  /** @param most Answers kept; the one not asked for longest goes first. */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The answer, made only when it is not there; whoever asks while it is being made waits for the same one.
   *
   * @param key Changes with everything that the answer depends on. To be read before what the answer is made of, so that a
   *   change in between gives an answer that is newer than its key, never an older one.
   * @throws What `make` throws; a failure is not kept.
   */
  get(key: string, make: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#answers.get(key) ?? make();
    // Taken out first, so that the order of the map is the order of use.
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    for (const old of [...this.#answers.keys()].slice(0, -this.#most)) this.#answers.delete(old);
    answer.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key);
    });
    return answer;
  }
}
