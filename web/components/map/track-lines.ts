import type { RunTrack } from '#contract/runs';
import type { Paint } from '../../lib/paint.ts';

/** A place on the map, degrees. */
export type Place = [latDeg: number, lonDeg: number];

/** All pieces of the track in one colour. */
export interface TrackLine {
  readonly colour: string;
  readonly pieces: readonly (readonly Place[])[];
}

/** A sample counts with its neighbours to this many on each side, so that lines do not flicker, samples. */
const SMOOTHED = 3;
/** Two samples further apart in time than this are not joined: the watch was paused or lost, seconds. */
const GAP_S = 60;
/** Places of one colour that are closer than this to the one before are left out, degrees: some 4 m, a pixel or two. */
const APART_DEG = 0.00004;

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

const isApart = ([lat, lon]: Place = [NaN, NaN], place: Place): boolean =>
  !(Math.abs(place[0] - lat) < APART_DEG && Math.abs(place[1] - lon) < APART_DEG);

/** The track as one line for each colour, broken where the colour changes and where positions are missing. */
export function trackLines(track: RunTrack, paint: Paint): TrackLine[] {
  const lines = new Map<string, Place[][]>();
  let last: { readonly place: Place; readonly colour: string } | null = null;
  let piece: Place[] = [];
  const endPiece = () => {
    if (last && piece.length > 0 && piece.at(-1) !== last.place) piece.push(last.place);
  };
  for (let at = 0; at < track.latDeg.length; at++) {
    const place = placeAt(track, at);
    const isGap = at > 0 && (track.timeS[at] ?? 0) - (track.timeS[at - 1] ?? 0) > GAP_S;
    if (!place || !last || isGap) {
      endPiece();
      piece = [];
      last = place && { place, colour: '' };
      continue;
    }
    const colour = paint.colour(paintedAt(paint, at));
    if (colour === last.colour) {
      if (isApart(piece.at(-1), place)) piece.push(place);
    } else {
      endPiece();
      piece = [last.place, place];
      const pieces = lines.get(colour);
      if (pieces) pieces.push(piece);
      else lines.set(colour, [piece]);
    }
    last = { place, colour };
  }
  endPiece();
  return [...lines].map(([colour, pieces]) => ({ colour, pieces }));
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
