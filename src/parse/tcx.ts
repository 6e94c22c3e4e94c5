import type { Device } from './activity.ts';
import type { LapMs } from './assemble.ts';
import type { LapSums } from './lap-way.ts';
import { sportOfWords } from './sport.ts';
import type { TrackPoints, XmlStretch } from './track-points.ts';
import type { XmlReader } from './xml-events.ts';
import type { XmlAttributes, XmlText } from './xml-text.ts';

/** A lap of which only the start is known. */
const noLap = (startMs: number) => ({ startMs, seconds: Number.NaN, distanceM: Number.NaN, cadencePerMin: Number.NaN });

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Reads TCX (Training Center XML) with Garmin's activity extension. */
export class TcxReader implements XmlReader {
  /** Laps by the stretch of points that they belong to. */
  readonly laps = new Map<XmlStretch, LapMs[]>();
  /** Points of courses, which are plans. */
  planned = 0;
  /** Laps met so far. */
  lapCount = 0;
  device: Device | null = null;
  readonly #points: TrackPoints;
  #inPoint = false;
  #inCourse = false;
  #inCreator = false;
  #sport: string | null = null;
  #tracksInLap = 0;
  #lap = noLap(Number.NaN);
  #laps: LapMs[] = [];
  #lapSums: LapSums[] = [];
  #latDeg = Number.NaN;
  #name: string | null = null;
  #version: (string | undefined)[] = [];

  constructor(points: TrackPoints) {
    this.#points = points;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'Trackpoint') {
      this.#inPoint = true;
      this.#points.begin();
    } else if (name === 'Track') {
      // The first track of a lap only goes on from the lap before; a further one stands behind a pause.
      if (this.#tracksInLap > 0) this.#points.breakHere();
      this.#tracksInLap += 1;
    } else if (name === 'Lap') {
      this.lapCount += 1;
      this.#tracksInLap = 0;
      this.#lap = noLap(attributes.get('StartTime')?.time().ms ?? Number.NaN);
    } else if (name === 'Activity') this.#sport = attributes.get('Sport')?.toString() ?? null;
    else if (name === 'Course') this.#inCourse = true;
    else if (name === 'Creator') this.#inCreator = true;
  }

  close(name: string, text: XmlText, parent: string): void {
    if (name === 'Trackpoint') {
      this.#inPoint = false;
      if (this.#inCourse) this.planned += 1;
      else this.#points.end();
    } else if (this.#inPoint) this.#pointValue(name, text, parent);
    else if (parent === 'Lap') this.#lapValue(name, text);
    else if (name === 'AvgRunCadence') this.#lap.cadencePerMin = text.number();
    else if (name === 'Lap') this.#endLap();
    else if (name === 'Activity') this.#endActivity();
    else if (name === 'Course') this.#inCourse = false;
    else if (this.#inCreator) this.#creatorValue(name, text, parent);
  }

  /** Closes an activity that the end of a cut file left open. */
  finish(): void {
    this.#inPoint = false;
    this.#endActivity();
  }

  #endActivity(): void {
    const verdict = sportOfWords(this.#sport);
    if (verdict.kind === 'run') this.#points.takeWayOfLaps(this.#lapSums);
    const stretch = this.#points.endStretch(verdict);
    if (stretch) this.laps.set(stretch, this.#laps);
    this.#laps = [];
    this.#lapSums = [];
  }

  #pointValue(name: string, text: XmlText, parent: string): void {
    if (text.isEmpty) return;
    const points = this.#points;
    if (parent === 'Trackpoint') {
      if (name === 'Time') points.time(text.time());
      else if (name === 'AltitudeMeters') points.put('altitudeM', text.number());
      else if (name === 'DistanceMeters') points.put('distanceM', text.number());
      else if (name === 'Cadence') points.put('cadencePerMin', text.number());
    } else if (name === 'LatitudeDegrees') this.#latDeg = text.number();
    else if (name === 'LongitudeDegrees') points.position(this.#latDeg, text.number());
    else if (name === 'Value' && parent === 'HeartRateBpm') points.put('heartRateBpm', text.number() || Number.NaN);
    else if (name === 'RunCadence') points.put('cadencePerMin', text.number(), true);
    else if (name === 'Speed') points.put('speedMps', text.number());
  }

  #lapValue(name: string, text: XmlText): void {
    if (name === 'TotalTimeSeconds') this.#lap.seconds = text.number();
    else if (name === 'DistanceMeters') this.#lap.distanceM = text.number();
  }

  #endLap(): void {
    const { startMs, seconds, distanceM } = this.#lap;
    if (Number.isNaN(startMs) || this.#inCourse) return;
    this.#laps.push({ startMs, elapsedTimeS: null, timerTimeS: orNull(seconds), distanceM: orNull(distanceM) });
    this.#lapSums.push(this.#lap);
  }

  #creatorValue(name: string, text: XmlText, parent: string): void {
    if (parent === 'Creator' && name === 'Name') this.#name = text.toString() || null;
    else if (name === 'VersionMajor') this.#version[0] = text.toString();
    else if (name === 'VersionMinor') this.#version[1] = text.toString();
    else if (name === 'Creator') {
      this.#inCreator = false;
      const firmware = this.#version.length > 0 ? this.#version.join('.') : null;
      if (this.#name) this.device = { manufacturer: null, product: this.#name, firmware };
    }
  }
}
