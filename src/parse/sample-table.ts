import type { ChannelName, Samples } from './activity.ts';

/** Rows that a fresh column holds; it doubles when full. */
const FIRST_CAPACITY = 1024;

/** A column that grows; rows never written are NaN. */
export class GrowingColumn {
  #values = new Float64Array(FIRST_CAPACITY).fill(Number.NaN);

  /** Writes one row; rows may be written in any order. */
  set(row: number, value: number): void {
    if (row >= this.#values.length) {
      const larger = new Float64Array(Math.max(row + 1, this.#values.length * 2)).fill(Number.NaN);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[row] = value;
  }

  /** The value of a row, NaN where nothing was written. */
  at(row: number): number {
    return this.#values[row] ?? Number.NaN;
  }

  /** The chosen rows, in the order given. */
  pick(rows: Uint32Array): Float64Array {
    return Float64Array.from(rows, (row) => this.at(row));
  }
}

/**
 * Recorded points while a file is being read: one row a point in file order, a column a channel, made on its first
 * number. Times are kept in milliseconds since 1970 until the start of the run is known.
 */
export class SampleTable {
  readonly #channels = new Map<ChannelName, GrowingColumn>();
  readonly #timeMs = new GrowingColumn();
  #length = 0;

  /** Rows so far. */
  get length(): number {
    return this.#length;
  }

  /** Opens the next row. */
  addRow(timeMs: number): void {
    this.#timeMs.set(this.#length, timeMs);
    this.#length += 1;
  }

  /** Milliseconds since 1970 of a row. */
  timeMs(row: number): number {
    return this.#timeMs.at(row);
  }

  /** Writes into the newest row; anything but a finite number is missing and not written. */
  put(channel: ChannelName, value: number | undefined): void {
    if (value === undefined || !Number.isFinite(value)) return;
    this.set(channel, this.#length - 1, value);
  }

  /** Writes where the newest row is; both missing unless both are on the globe. */
  putPosition(latDeg: number, lonDeg: number): void {
    if (!(Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180)) return;
    this.put('latDeg', latDeg);
    this.put('lonDeg', lonDeg);
  }

  /** Writes into a given row. */
  set(channel: ChannelName, row: number, value: number): void {
    let column = this.#channels.get(channel);
    if (!column) {
      column = new GrowingColumn();
      this.#channels.set(channel, column);
    }
    column.set(row, value);
  }

  /** The value of a channel in a row; NaN where missing. */
  at(channel: ChannelName, row: number): number {
    return this.#channels.get(channel)?.at(row) ?? Number.NaN;
  }

  /** Whether any row has the channel. */
  has(channel: ChannelName): boolean {
    return this.#channels.has(channel);
  }

  /** The chosen rows as samples of a run that starts at `startedAtMs`; a channel without a number becomes null. */
  samples(rows: Uint32Array, startedAtMs: number): Samples {
    const column = (channel: ChannelName): Float64Array | null => {
      const values = this.#channels.get(channel)?.pick(rows);
      return values?.some(Number.isFinite) ? values : null;
    };
    return {
      length: rows.length,
      timeS: Float64Array.from(rows, (row) => (this.timeMs(row) - startedAtMs) / 1000),
      latDeg: column('latDeg'),
      lonDeg: column('lonDeg'),
      altitudeM: column('altitudeM'),
      distanceM: column('distanceM'),
      speedMps: column('speedMps'),
      cadencePerMin: column('cadencePerMin'),
      heartRateBpm: column('heartRateBpm'),
      stepLengthM: column('stepLengthM'),
      groundContactMs: column('groundContactMs'),
      groundContactBalancePct: column('groundContactBalancePct'),
      verticalOscillationMm: column('verticalOscillationMm'),
      verticalRatioPct: column('verticalRatioPct'),
    };
  }
}
