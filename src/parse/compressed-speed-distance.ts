/** FIT's three bytes of speed and distance in one field, as old footpods and straps wrote them. */

const SPEED_PER_MPS = 100;
const DISTANCE_PER_M = 16;
/** The distance has 12 bits and starts again at 0. */
const DISTANCE_RANGE = 4096;

/** Unpacks the fields of one recording in order, because each distance counts on from the one before. */
export class CompressedSpeedDistance {
  #last: number | null = null;
  #units = 0;

  /**
   * Unpacks one field.
   *
   * @param bytes the three bytes; anything else, or all of them 255, is missing.
   * @returns metres since the first field, and metres a second; null where missing.
   */
  read(bytes: unknown): { readonly distanceM: number; readonly speedMps: number } | null {
    if (!Array.isArray(bytes) || bytes.length !== 3) return null;
    const [low = 0, middle = 0, high = 0] = bytes.map(Number);
    if (low + middle + high === 3 * 0xff) return null;
    const counter = (middle >> 4) | (high << 4);
    // Before the first field the counter stood at 0.
    this.#units += (counter - (this.#last ?? 0) + DISTANCE_RANGE) % DISTANCE_RANGE;
    this.#last = counter;
    return { distanceM: this.#units / DISTANCE_PER_M, speedMps: (low | ((middle & 0x0f) << 8)) / SPEED_PER_MPS };
  }
}
