import type { XmlReader } from './xml-events.ts';
import type { XmlAttributes, XmlText } from './xml-text.ts';

/** Places in file order; positions and altitudes are NaN where the file tells none. */
export interface RouteLine {
  name: string | null;
  readonly latDeg: number[];
  readonly lonDeg: number[];
  readonly altitudeM: number[];
}

/** Collects lines while a file is read. */
class Lines {
  readonly lines: RouteLine[] = [];
  /** Places so far, over all lines. */
  places = 0;

  begin(): void {
    this.lines.push({ name: null, latDeg: [], lonDeg: [], altitudeM: [] });
  }

  add(latDeg: number, lonDeg: number): void {
    const line = this.lines.at(-1);
    if (!line) return;
    line.latDeg.push(latDeg);
    line.lonDeg.push(lonDeg);
    line.altitudeM.push(Number.NaN);
    this.places += 1;
  }

  name(text: XmlText): void {
    const line = this.lines.at(-1);
    if (line && !text.isEmpty) line.name ??= text.toString();
  }

  /** Where the newest place is. */
  place(latDeg: number, lonDeg: number): void {
    const line = this.lines.at(-1);
    const at = (line?.latDeg.length ?? 0) - 1;
    if (!line || at < 0) return;
    line.latDeg[at] = latDeg;
    line.lonDeg[at] = lonDeg;
  }

  /** @param back which of the newest places: 1 is the last */
  altitude(text: XmlText, back = 1): void {
    const line = this.lines.at(-1);
    const at = (line?.altitudeM.length ?? 0) - back;
    if (line && at >= 0) line.altitudeM[at] = text.number();
  }
}

/** Reads the lines of GPX: each track and each route, with the places between two route points that Garmin adds. */
export class GpxRouteReader implements XmlReader {
  /** Single places beside the lines. */
  waypoints = 0;
  readonly #lines = new Lines();
  /** Places that stand inside the route point under way. */
  #inside = 0;

  /** The lines so far. */
  get lines(): readonly RouteLine[] {
    return this.#lines.lines;
  }

  /** Places of any kind so far. */
  get places(): number {
    return this.#lines.places + this.waypoints;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'trk' || name === 'rte') this.#lines.begin();
    else if (name === 'wpt') this.waypoints += 1;
    else if (name === 'trkpt' || name === 'rtept') {
      this.#inside = 0;
      this.#lines.add(attributes.number('lat'), attributes.number('lon'));
    } else if (name === 'rpt') {
      this.#inside += 1;
      this.#lines.add(attributes.number('lat'), attributes.number('lon'));
    }
  }

  close(name: string, text: XmlText, parent: string): void {
    if (name === 'name' && (parent === 'trk' || parent === 'rte')) this.#lines.name(text);
    else if (name === 'ele' && (parent === 'trkpt' || parent === 'rtept')) this.#lines.altitude(text, 1 + this.#inside);
  }
}

/** Reads the lines of TCX: each course and each recorded activity. */
export class TcxRouteReader implements XmlReader {
  /** Points of a course that only mark a place. */
  waypoints = 0;
  readonly #lines = new Lines();
  #latDeg = Number.NaN;
  /** Laps and course points have positions too. */
  #inPoint = false;

  /** The lines so far. */
  get lines(): readonly RouteLine[] {
    return this.#lines.lines;
  }

  /** Places of any kind so far. */
  get places(): number {
    return this.#lines.places + this.waypoints;
  }

  open(name: string): void {
    if (name === 'Course' || name === 'Activity') this.#lines.begin();
    else if (name === 'CoursePoint') this.waypoints += 1;
    else if (name === 'Trackpoint') {
      this.#inPoint = true;
      this.#lines.add(Number.NaN, Number.NaN);
    }
  }

  close(name: string, text: XmlText, parent: string): void {
    if (name === 'Trackpoint') this.#inPoint = false;
    else if (parent === 'Course' && name === 'Name') this.#lines.name(text);
    else if (parent === 'Trackpoint' && name === 'AltitudeMeters') this.#lines.altitude(text);
    else if (name === 'LatitudeDegrees') this.#latDeg = text.number();
    else if (name === 'LongitudeDegrees' && this.#inPoint) this.#lines.place(this.#latDeg, text.number());
  }
}
