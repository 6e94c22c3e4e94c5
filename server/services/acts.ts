/** Counts what the runner does, so that whoever has just changed something is never answered as it stood before. */
export class Acts {
  #count = 0;

  /** Grows with each act. */
  get count(): number {
    return this.#count;
  }

  /** Something is being changed, or has just been. */
  note(): void {
    this.#count += 1;
  }
}
