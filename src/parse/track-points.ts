import type { ChannelName } from './activity.ts';
import { type LapSums, wayOfLaps } from './lap-way.ts';
import { SampleTable } from './sample-table.ts';
import type { SpanMs } from './span.ts';
import type { SportVerdict } from './sport.ts';
import type { StretchRows } from './stretches.ts';
import type { Warnings } from './warnings.ts';
import { xmlTime } from './xml-time.ts';

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
  readonly #values = new Map<ChannelName, number>();
  #timeText = '';
  #latDeg = Number.NaN;
  #lonDeg = Number.NaN;
  #stretchStart = 0;
  #breakBefore = false;
  /** Points met that have no time. */
  withoutTime = 0;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  /** A point begins. */
  begin(): void {
    this.#values.clear();
    this.position(Number.NaN, Number.NaN);
    this.#timeText = '';
  }

  /** Where the point is, degrees. */
  position(lat: number, lon: number): void {
    this.#latDeg = lat;
    this.#lonDeg = lon;
  }

  /** The time of the point, as text. */
  time(text: string): void {
    this.#timeText = text;
  }

  /** A number of the point; the first one given for a channel stays, unless told to replace it. */
  put(channel: ChannelName, value: number, replace = false): void {
    if (Number.isFinite(value) && (replace || !this.#values.has(channel))) this.#values.set(channel, value);
  }

  /** A number of the point of which the largest one given stays. */
  putLargest(channel: ChannelName, value: number): void {
    this.put(channel, value, value > (this.#values.get(channel) ?? Number.NEGATIVE_INFINITY));
  }

  /** The next point stands behind a break: the time between is a pause. */
  breakHere(): void {
    this.#breakBefore = this.table.length > this.#stretchStart;
  }

  /** The point ends. */
  end(): void {
    const { ms, zoned } = xmlTime(this.#timeText);
    if (Number.isNaN(ms)) {
      this.withoutTime += 1;
      return;
    }
    if (!zoned) this.#warnings.add('time-zone-assumed');
    if (this.#breakBefore) this.pauses.push({ startMs: this.table.timeMs(this.table.length - 1), endMs: ms });
    this.#breakBefore = false;
    this.table.addRow(ms);
    this.table.putPosition(this.#latDeg, this.#lonDeg);
    for (const [channel, value] of this.#values) this.table.put(channel, value);
  }

  /** Gives the points since the last stretch the way that only laps tell. */
  takeWayOfLaps(laps: readonly LapSums[]): void {
    const rows = this.#rowsOfStretch();
    if (wayOfLaps(this.table, rows, laps)) this.#warnings.add('way-by-lap');
  }

  #rowsOfStretch(): number[] {
    return Array.from({ length: this.table.length - this.#stretchStart }, (_, i) => this.#stretchStart + i);
  }

  /** All points since the last call are one stretch of a sport; null where there are none. */
  endStretch(verdict: SportVerdict): XmlStretch | null {
    const rows = this.#rowsOfStretch();
    this.#stretchStart = this.table.length;
    this.#breakBefore = false;
    if (rows.length === 0) return null;
    const stretch = { rows, recordingFrom: 0, verdict };
    this.stretches.push(stretch);
    return stretch;
  }
}
