/** FIT's three bytes of speed and distance in one field, as old footpods and straps wrote them. */

const SPEED_PER_MPS = 100;
const DISTANCE_PER_M = 16;
/** The distance has 12 bits and starts again at 0. */
const DISTANCE_RANGE = 4096;
const NO_BYTE = 0xff;

/** Bytes of one field. */
export const COMPRESSED_SPEED_DISTANCE_BYTES = 3;

/** Unpacks the fields of one recording in order, because each distance counts on from the one before. */
export class CompressedSpeedDistance {
  /** Metres a second of the last field; NaN where it was missing. */
  speedMps = Number.NaN;
  /** Metres from the first field to the last one; NaN where that was missing. */
  distanceM = Number.NaN;
  #last = 0;
  #units = 0;

  /** Unpacks the next field. @param at offset of its three bytes; all of them 255 is missing. */
  read(bytes: Uint8Array, at: number): void {
    const [low, middle, high] = [bytes[at] ?? NO_BYTE, bytes[at + 1] ?? NO_BYTE, bytes[at + 2] ?? NO_BYTE];
    if (low === NO_BYTE && middle === NO_BYTE && high === NO_BYTE) {
      this.skip();
      return;
    }
    const counter = (middle >> 4) | (high << 4);
    // Before the first field the counter stood at 0.
    this.#units += (counter - this.#last + DISTANCE_RANGE) % DISTANCE_RANGE;
    this.#last = counter;
    this.distanceM = this.#units / DISTANCE_PER_M;
    this.speedMps = (low | ((middle & 0x0f) << 8)) / SPEED_PER_MPS;
  }

  /** The next record has no such field. */
  skip(): void {
    this.speedMps = Number.NaN;
    this.distanceM = Number.NaN;
  }
}
