import type { ChannelName, Samples } from './activity.ts';

/** Rows of one piece of a column, a power of two. Pieces are never copied, so that a column that grows leaves no waste. */
const PIECE_BITS = 12;
const PIECE_ROWS = 1 << PIECE_BITS;

/** Whether the rows stand one behind the other, as those of nearly every run do. */
function areConsecutive(rows: Uint32Array): boolean {
  for (let i = 1; i < rows.length; i++) if (rows[i] !== (rows[i - 1] as number) + 1) return false;
  return true;
}

/** A column that grows; rows never written are NaN. */
export class GrowingColumn {
  readonly #pieces: Float64Array[] = [];

  /** Writes one row; rows may be written in any order. */
  set(row: number, value: number): void {
    const piece = row >>> PIECE_BITS;
    while (this.#pieces.length <= piece) this.#pieces.push(new Float64Array(PIECE_ROWS).fill(Number.NaN));
    (this.#pieces[piece] as Float64Array)[row % PIECE_ROWS] = value;
  }

  /** The same for a number that may be missing: anything but a finite one is not written. */
  put(row: number, value: number): void {
    if (Number.isFinite(value)) this.set(row, value);
  }

  /** Makes a row missing again. */
  clear(row: number): void {
    const piece = this.#pieces[row >>> PIECE_BITS];
    if (piece) piece[row % PIECE_ROWS] = Number.NaN;
  }

  /** Whether no row was ever written. */
  get isEmpty(): boolean {
    return this.#pieces.length === 0;
  }

  /** The value of a row, NaN where nothing was written. */
  at(row: number): number {
    return this.#pieces[row >>> PIECE_BITS]?.[row % PIECE_ROWS] ?? Number.NaN;
  }

  /** The chosen rows, in the order given. Who picks of many columns tells whether the rows are consecutive. */
  pick(rows: Uint32Array, consecutive = areConsecutive(rows)): Float64Array {
    if (consecutive) return this.#copy(rows[0] ?? 0, rows.length);
    const picked = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = this.at(rows[i] as number);
    return picked;
  }

  #copy(from: number, count: number): Float64Array {
    const copied = new Float64Array(count);
    for (let at = 0; at < count; ) {
      const place = (from + at) % PIECE_ROWS;
      const length = Math.min(PIECE_ROWS - place, count - at);
      const piece = this.#pieces[(from + at) >>> PIECE_BITS];
      if (piece) copied.set(piece.subarray(place, place + length), at);
      else copied.fill(Number.NaN, at, at + length);
      at += length;
    }
    return copied;
  }
}

/**
 * Recorded points while a file is being read: one row a point in file order, a column a channel. Times are kept in
 * milliseconds since 1970 until the start of the run is known.
 */
export class SampleTable {
  /** The channels; a reader with many rows to write takes its columns from here once. */
  readonly columns: Readonly<Record<ChannelName, GrowingColumn>> = {
    latDeg: new GrowingColumn(),
    lonDeg: new GrowingColumn(),
    altitudeM: new GrowingColumn(),
    distanceM: new GrowingColumn(),
    speedMps: new GrowingColumn(),
    cadencePerMin: new GrowingColumn(),
    heartRateBpm: new GrowingColumn(),
    stepLengthM: new GrowingColumn(),
    groundContactMs: new GrowingColumn(),
    groundContactBalancePct: new GrowingColumn(),
    verticalOscillationMm: new GrowingColumn(),
    verticalRatioPct: new GrowingColumn(),
  };
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

  /** Milliseconds since 1970 of the chosen rows. */
  timesMs(rows: Uint32Array): Float64Array {
    return this.#timeMs.pick(rows);
  }

  /** Milliseconds since 1970 of a row. */
  timeMs(row: number): number {
    return this.#timeMs.at(row);
  }

  /** Writes into the newest row; anything but a finite number is missing and not written. */
  put(channel: ChannelName, value: number | undefined): void {
    if (value !== undefined) this.columns[channel].put(this.#length - 1, value);
  }

  /** Writes where a row is; both missing unless both are on the globe. Twice an exact 0 stands for no fix. */
  putPosition(row: number, latDeg: number, lonDeg: number): void {
    if (!(Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180) || (latDeg === 0 && lonDeg === 0)) return;
    this.set('latDeg', row, latDeg);
    this.set('lonDeg', row, lonDeg);
  }

  /** Writes into a given row. */
  set(channel: ChannelName, row: number, value: number): void {
    this.columns[channel].set(row, value);
  }

  /** The value of a channel in a row; NaN where missing. */
  at(channel: ChannelName, row: number): number {
    return this.columns[channel].at(row);
  }

  /** Empties the row behind the newest one, of which channels were written before it was known to be none. */
  clearNext(): void {
    for (const column of Object.values(this.columns)) column.clear(this.#length);
  }

  /** Whether any row has the channel. */
  has(channel: ChannelName): boolean {
    return !this.columns[channel].isEmpty;
  }

  /** The chosen rows as samples of a run that starts at `startedAtMs`; a channel without a number becomes null. */
  samples(rows: Uint32Array, startedAtMs: number): Samples {
    const consecutive = areConsecutive(rows);
    const column = (channel: ChannelName): Float64Array | null => {
      if (!this.has(channel)) return null;
      const values = this.columns[channel].pick(rows, consecutive);
      return hasNumber(values) ? values : null;
    };
    const timeS = this.timesMs(rows);
    for (let i = 0; i < timeS.length; i++) timeS[i] = ((timeS[i] as number) - startedAtMs) / 1000;
    return {
      length: rows.length,
      timeS,
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

function hasNumber(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) return true;
  return false;
}
