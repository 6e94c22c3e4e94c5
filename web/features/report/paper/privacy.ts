import type { RunTrack } from '#contract/runs';

const METRES_PER_DEGREE = 111_195;
const DEGREES_TO_RADIANS = Math.PI / 180;

/** A known position, degrees. */
interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Metres between positions a few kilometres apart at most; flat enough for a circle round a house. */
function metresBetween(a: Position, b: Position): number {
  const north = (a.lat - b.lat) * METRES_PER_DEGREE;
  const east = (a.lon - b.lon) * METRES_PER_DEGREE * Math.cos(a.lat * DEGREES_TO_RADIANS);
  return Math.hypot(north, east);
}

/**
 * The track without positions near where it begins and ends, also where it passes there in between: a loop past the own
 * door would else give the door away.
 *
 * @param radiusM - of the circles; 0 leaves all positions
 */
export function withoutEnds(track: RunTrack, radiusM: number): RunTrack {
  const positionAt = (at: number): Position | null => {
    const [lat, lon] = [track.latDeg[at] ?? null, track.lonDeg[at] ?? null];
    return lat === null || lon === null ? null : { lat, lon };
  };
  const first = track.latDeg.findIndex((_, at) => positionAt(at) !== null);
  const last = track.latDeg.findLastIndex((_, at) => positionAt(at) !== null);
  const doors = [positionAt(first), positionAt(last)].filter((door) => door !== null);
  const isHidden = track.latDeg.map((_, at) => {
    const here = positionAt(at);
    return here !== null && doors.some((door) => metresBetween(door, here) < radiusM);
  });
  const shown = (column: readonly (number | null)[]) => column.map((value, at) => (isHidden[at] ? null : value));
  return { ...track, latDeg: shown(track.latDeg), lonDeg: shown(track.lonDeg) };
}
