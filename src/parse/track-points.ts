import type { ChannelName } from './activity.ts';
import { type LapSums, wayOfLaps } from './lap-way.ts';
import { SampleTable } from './sample-table.ts';
import type { SpanMs } from './span.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';
import type { XmlTime } from './xml-time.ts';

/** Of a point that tells none. */
const NO_TIME: XmlTime = { ms: Number.NaN, zoned: true };

/** A `<trk>` of GPX or an `<Activity>` of TCX: its points are one recording of one sport. */
export interface XmlStretch extends StretchRows {
  readonly verdict: SportVerdict;
}

/** Collects the points of GPX and TCX while they are read. */
export class TrackPoints {
  readonly table = new SampleTable();
  readonly pauses: SpanMs[] = [];
  readonly stretches: XmlStretch[] = [];
  readonly #warnings: Warnings;
  /** Whether the point wrote into the row that it will be, should it have a time. */
  #isWritten = false;
  #time = NO_TIME;
  #latDeg = Number.NaN;
  #lonDeg = Number.NaN;
  #stretchStart = 0;
  /** Rows of this stretch that stand behind a break. */
  #breaks: number[] = [];
  #breakBefore = false;
  /** Points met that have no time. */
  withoutTime = 0;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  /** A point begins. */
  begin(): void {
    this.#dropUnended();
    this.position(Number.NaN, Number.NaN);
    this.#time = NO_TIME;
  }

  /** Takes back what a point wrote that ended without a time, or not at all. */
  #dropUnended(): void {
    if (this.#isWritten) this.table.clearNext();
    this.#isWritten = false;
  }

  /** Where the point is, degrees. */
  position(lat: number, lon: number): void {
    this.#latDeg = lat;
    this.#lonDeg = lon;
  }

  /** The time of the point. */
  time(time: XmlTime): void {
    this.#time = time;
  }

  /** A number of the point; the first one given for a channel stays, unless told to replace it. */
  put(channel: ChannelName, value: number, replace = false): void {
    if (!Number.isFinite(value)) return;
    const column = this.table.columns[channel];
    if (!replace && !Number.isNaN(column.at(this.table.length))) return;
    column.set(this.table.length, value);
    this.#isWritten = true;
  }

  /** A number of the point of which the largest one given stays. */
  putLargest(channel: ChannelName, value: number): void {
    this.put(channel, value, value > this.table.at(channel, this.table.length));
  }

  /** The next point stands behind a break: the time between is a pause. */
  breakHere(): void {
    this.#breakBefore = this.table.length > this.#stretchStart;
  }

  /** The point ends. */
  end(): void {
    const { ms, zoned } = this.#time;
    if (Number.isNaN(ms)) {
      this.withoutTime += 1;
      return;
    }
    if (!zoned) this.#warnings.add('time-zone-assumed');
    if (this.#breakBefore) this.#breaks.push(this.table.length);
    this.#breakBefore = false;
    this.table.addRow(ms);
    this.table.putPosition(this.table.length - 1, this.#latDeg, this.#lonDeg);
    this.#isWritten = false;
  }

  /** Gives the points since the last stretch the way that only laps tell. */
  takeWayOfLaps(laps: readonly LapSums[]): void {
    this.#dropUnended();
    const rows = this.#rowsOfStretch();
    if (wayOfLaps(this.table, rows, laps)) this.#warnings.add('way-by-lap');
  }

  /** Stretches and breaks so far: what a file can hold of beside points. */
  get parts(): number {
    return this.stretches.length + this.pauses.length + this.#breaks.length;
  }

  #rowsOfStretch(from = this.#stretchStart, to = this.table.length): number[] {
    return Array.from({ length: to - from }, (_, i) => from + i);
  }

  /** The rows of this stretch in order of time, and its pauses told: some programs write the newest segment or point first. */
  #rowsInTime(): number[] {
    const bounds = [this.#stretchStart, ...this.#breaks, this.table.length];
    const pieces = bounds.slice(1).map((to, i) => this.#rowsOfStretch(bounds[i], to));
    for (const piece of pieces) if (goesBack(this.table, piece)) piece.reverse();
    const middleMs = (piece: readonly number[]): number => this.table.timeMs(piece[piece.length >> 1] ?? 0);
    pieces.sort((a, b) => middleMs(a) - middleMs(b));
    for (const [i, piece] of pieces.entries()) {
      const next = pieces[i + 1];
      if (next)
        this.pauses.push({ startMs: this.table.timeMs(piece.at(-1) ?? 0), endMs: this.table.timeMs(next[0] ?? 0) });
    }
    return pieces.length === 1 ? (pieces[0] ?? []) : pieces.flat();
  }

  /** All points since the last call are one stretch of a sport; null where there are none. */
  endStretch(verdict: SportVerdict): XmlStretch | null {
    const rows = this.#rowsInTime();
    this.#stretchStart = this.table.length;
    this.#breaks = [];
    this.#breakBefore = false;
    if (rows.length === 0) return null;
    const stretch = { rows, recordingFrom: 0, verdict };
    this.stretches.push(stretch);
    return stretch;
  }
}

/** Whether more of the steps between rows go back in time than forth. */
function goesBack(table: SampleTable, rows: readonly number[]): boolean {
  let balance = 0;
  for (let i = 1; i < rows.length; i += 1) {
    balance += Math.sign(table.timeMs(rows[i - 1] as number) - table.timeMs(rows[i] as number));
  }
  return balance > 0;
}
