/** At least this many points make a line with an error. */
const MIN_POINTS = 3;

/** A least-squares line. */
export interface Line {
  readonly slope: number;
  /** Standard deviation of the points about the line, in the unit of y. */
  readonly residual: number;
  /** Width of an even spread of x with the same variance. */
  readonly spread: number;
}

/**
 * Sums for a least-squares line over a moving window of points; those without a y are left out. At 160 km in metres the
 * squares still leave nine digits for a window of 60 m, so no shifted origin is needed.
 */
export class LineSums {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  #count = 0;
  #sumX = 0;
  #sumY = 0;
  #sumXx = 0;
  #sumXy = 0;
  #sumYy = 0;

  /** @param y same length as `x`; NaN where missing */
  constructor(x: Float64Array, y: Float64Array) {
    this.#x = x;
    this.#y = y;
  }

  /** Takes point i into the window. */
  add(i: number): void {
    this.#change(i, 1);
  }

  /** Takes point i out of the window. */
  remove(i: number): void {
    this.#change(i, -1);
  }

  #change(i: number, sign: 1 | -1): void {
    const x = this.#x[i] as number;
    const y = this.#y[i] as number;
    if (Number.isNaN(y)) return;
    this.#count += sign;
    this.#sumX += sign * x;
    this.#sumY += sign * y;
    this.#sumXx += sign * x * x;
    this.#sumXy += sign * x * y;
    this.#sumYy += sign * y * y;
  }

  /** The line through the window; null where it holds too few points or no width. */
  line(): Line | null {
    const n = this.#count;
    if (n < MIN_POINTS) return null;
    const sxx = this.#sumXx - (this.#sumX * this.#sumX) / n;
    if (!(sxx > 0)) return null;
    const sxy = this.#sumXy - (this.#sumX * this.#sumY) / n;
    const syy = this.#sumYy - (this.#sumY * this.#sumY) / n;
    const slope = sxy / sxx;
    const variance = Math.max(0, syy - slope * sxy) / Math.max(1, n - 2);
    return { slope, residual: Math.sqrt(variance), spread: Math.sqrt((12 * sxx) / n) };
  }
}
