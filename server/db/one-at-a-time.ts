/** Lets asynchronous steps wait for each other, in the order asked. */
export class OneAtATime {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a step when all earlier ones have ended, well or badly. */
  run<T>(step: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(step, step);
    this.#last = turn;
    // The caller hears of a failure; the queue must not.
    turn.catch(() => undefined);
    return turn;
  }
}
