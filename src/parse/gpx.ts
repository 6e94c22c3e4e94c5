import type { DeviceTotals } from './activity.ts';
import { sportOfTrack } from './sport.ts';
import type { TrackPoints, XmlStretch } from './track-points.ts';
import type { XmlReader } from './xml-events.ts';
import type { XmlAttributes, XmlText } from './xml-text.ts';

/** Sums of Garmin's TrackStatsExtension, which OpenTracks and BaseCamp write into a track. */
const TRACK_STATS: Readonly<Record<string, keyof DeviceTotals>> = {
  Distance: 'distanceM',
  TimerTime: 'timerTimeS',
  MovingTime: 'movingTimeS',
  Ascent: 'ascentM',
  Descent: 'descentM',
};

/** Reads GPX 1.0 and 1.1 with the extensions of Garmin, Cluetrust and bare ones. */
export class GpxReader implements XmlReader {
  /** The `creator` of the file; null where it gives none. */
  readonly creator: string | null;
  /** Points of routes and waypoints, which are plans. */
  planned = 0;
  /** GPX has no laps. */
  readonly lapCount = 0;
  /** What a file tells of the sums over a track. */
  readonly totals = new Map<XmlStretch, Partial<DeviceTotals>>();
  readonly #points: TrackPoints;
  #stats: Partial<DeviceTotals> = {};
  #inPoint = false;
  #type: string | null = null;
  #name: string | null = null;

  constructor(points: TrackPoints, creator: string | undefined) {
    this.#points = points;
    this.creator = creator?.trim() || null;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'trkpt') {
      this.#inPoint = true;
      this.#points.begin();
      this.#points.position(attributes.number('lat'), attributes.number('lon'));
    } else if (name === 'trkseg') this.#points.breakHere();
    else if (name === 'trk') {
      this.#type = null;
      this.#name = null;
    } else if (name === 'rtept' || name === 'wpt') this.planned += 1;
  }

  close(name: string, text: XmlText, parent: string): void {
    if (name === 'trkpt') {
      this.#inPoint = false;
      this.#points.end();
    } else if (this.#inPoint) this.#pointValue(name, text, parent);
    else if (name === 'type' && parent === 'trk') this.#type = text.toString();
    else if (name === 'name' && parent === 'trk') this.#name = text.toString();
    // Locus Map names the sport here, and nowhere else.
    else if (name === 'activity' && parent === 'extensions') this.#type ??= text.toString();
    else if (parent === 'TrackStatsExtension') this.#trackStat(name, text);
    else if (name === 'trk') this.#endTrack();
  }

  /** Closes a track that the end of a cut file left open. */
  finish(): void {
    if (this.#inPoint) this.#inPoint = false;
    this.#endTrack();
  }

  #endTrack(): void {
    const stretch = this.#points.endStretch(sportOfTrack(this.#type, this.#name));
    if (stretch) this.totals.set(stretch, this.#stats);
    this.#stats = {};
  }

  #trackStat(name: string, text: XmlText): void {
    const total = TRACK_STATS[name];
    const value = text.number();
    // Programs that count none of it write 0.
    if (total && value > 0) this.#stats = { ...this.#stats, [total]: value };
  }

  #pointValue(name: string, text: XmlText, parent: string): void {
    if (text.isEmpty) return;
    const points = this.#points;
    if (parent === 'trkpt' && name === 'time') points.time(text.time());
    else if (parent === 'trkpt' && name === 'ele') points.put('altitudeM', text.number());
    else if (name === 'hr' || name === 'heartrate') points.put('heartRateBpm', text.number() || Number.NaN);
    else if (name === 'RunCadence') points.put('cadencePerMin', text.number(), true);
    else if (name === 'cad' || name === 'cadence') points.put('cadencePerMin', text.number());
    else if (name === 'speed') points.put('speedMps', text.number());
    // OpenTracks writes the way since the last point and, behind it, that since the start, under one name.
    else if (name === 'distance') points.putLargest('distanceM', text.number());
  }
}
