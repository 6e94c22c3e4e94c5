/** A column of numbers whose length is not known beforehand. */
const FIRST_LENGTH = 1 << 16;

/** See the head of this file. Eight bytes a number, doubled when full. */
export class GrowingArray {
  #numbers = new Float64Array(FIRST_LENGTH);
  #length = 0;

  /** How many numbers were pushed. */
  get length(): number {
    return this.#length;
  }

  /** Adds a number at the end. */
  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length++] = value;
  }

  /** The numbers pushed so far; a view, not a copy. */
  view(): Float64Array {
    return this.#numbers.subarray(0, this.#length);
  }
}
