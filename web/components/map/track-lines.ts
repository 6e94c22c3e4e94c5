import type { RunTrack } from '#contract/runs';
import type { Paint } from '../../lib/paint.ts';

/** A place on the map, degrees. */
export type Place = [latDeg: number, lonDeg: number];

/** A piece of the track in one colour. */
export interface TrackLine {
  readonly colour: string;
  readonly places: readonly Place[];
}

/** A sample counts with its neighbours to this many on each side, so that lines do not flicker, samples. */
const SMOOTHED = 3;
/** Two samples further apart in time than this are not joined: the watch was paused or lost, seconds. */
const GAP_S = 60;

const placeAt = (track: RunTrack, at: number): Place | null => {
  const [lat, lon] = [track.latDeg[at] ?? null, track.lonDeg[at] ?? null];
  return lat === null || lon === null ? null : [lat, lon];
};

function paintedAt({ values, isClass }: Paint, at: number): number | null {
  if (isClass) return values[at] ?? null;
  let [sum, count] = [0, 0];
  for (let near = Math.max(0, at - SMOOTHED); near <= at + SMOOTHED; near++) {
    const value = values[near] ?? null;
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** The track as lines of one colour each, broken where positions are missing. */
export function trackLines(track: RunTrack, paint: Paint): TrackLine[] {
  const lines: { colour: string; places: Place[] }[] = [];
  let last: Place | null = null;
  for (let at = 0; at < track.latDeg.length; at++) {
    const place = placeAt(track, at);
    const colour = paint.colour(paintedAt(paint, at));
    const isGap = at > 0 && (track.timeS[at] ?? 0) - (track.timeS[at - 1] ?? 0) > GAP_S;
    if (place && last && !isGap) {
      const current = lines.at(-1);
      if (current?.colour === colour && current.places.at(-1) === last) current.places.push(place);
      else lines.push({ colour, places: [last, place] });
    }
    last = place;
  }
  return lines;
}

/** Places of a stretch of the run in order; missing positions are left out. */
export function stretchPlaces(track: RunTrack, startM: number, endM: number): Place[] {
  const places: Place[] = [];
  for (let at = 0; at < track.distanceM.length; at++) {
    const metres = track.distanceM[at] ?? 0;
    const place = metres >= startM && metres < endM ? placeAt(track, at) : null;
    if (place) places.push(place);
  }
  return places;
}

/** The last known place at or before a sample; null when there is none. */
export function lastPlace(track: RunTrack, at: number): Place | null {
  for (let index = at; index >= 0; index--) {
    const place = placeAt(track, index);
    if (place) return place;
  }
  return null;
}
