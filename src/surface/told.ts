/** The runner's word on the ground: a painted stretch, and where later runs cover the same path. */
import type { Track } from '../track/track.ts';
import { type BoxE7, widened } from './box.ts';
import { type PathPoint, pathsOf } from './match/path.ts';
import { planeAround } from './match/plane.ts';
import type { SurfaceClass } from './surface.ts';

/** A point of a painted stretch. */
export interface ToldPoint {
  readonly lonE7: number;
  readonly latE7: number;
  /** Direction of the run there, a unit vector east and north. */
  readonly eastward: number;
  readonly northward: number;
  /** The way that it lay on when it was painted; null where no map knew one. */
  readonly wayId: number | null;
}

/** A stretch of a run that the runner has named the ground of. */
export interface ToldStretch {
  readonly surface: SurfaceClass;
  /** The run that was painted. */
  readonly runSha256: string;
  /** Metres since the start of that run. */
  readonly fromM: number;
  readonly toM: number;
  /** Where it lies; empty for a run without positions, whose word counts for itself alone. */
  readonly path: readonly ToldPoint[];
}

/** A later run covers a painted point from this near, metres: on the same way of a map, or where one of them has none. Assumptions: the error of two runs. */
const SAME_WAY_M = 30;
const SAME_PLACE_M = 12;
/** … and in the same direction or against it, as the cosine between them. Assumption: a street that crosses is not painted. */
const ALONG = 0.8;

/** The path of a stretch of a run, for {@link ToldStretch}. */
export function toldPath(track: Track, fromM: number, toM: number): ToldPoint[] {
  const middle = firstPosition(track);
  if (middle < 0) return [];
  const plane = planeAround(track.latDeg[middle] as number, track.lonDeg[middle] as number);
  return pathsOf(track, plane)
    .flat()
    .filter(({ sample }) => (track.distanceM[sample] as number) >= fromM && (track.distanceM[sample] as number) <= toM)
    .map(({ xM, yM, eastward, northward, sample }) => {
      const wayId = track.wayId[sample] as number;
      return {
        lonE7: Math.round(plane.lonE7OfX(xM)),
        latE7: Math.round(plane.latE7OfY(yM)),
        ...{ eastward, northward, wayId: Number.isNaN(wayId) ? null : wayId },
      };
    });
}

/** Room around a painted path, 1e-7 degrees: more than any run may lie beside it, anywhere on Earth where people run. */
const ROOM_E7 = 10_000;

/** The box round a painted path with room beside it, 1e-7 degrees; null for an empty one. */
export function boxOfPath(path: readonly ToldPoint[]): BoxE7 | null {
  if (path.length === 0) return null;
  const [lons, lats] = [path.map(({ lonE7 }) => lonE7), path.map(({ latE7 }) => latE7)];
  const box = {
    minLon: Math.min(...lons),
    minLat: Math.min(...lats),
    maxLon: Math.max(...lons),
    maxLat: Math.max(...lats),
  };
  return widened(box, ROOM_E7);
}

/**
 * The intervals of a run that the runner's word covers.
 * @param sha256 the run's identity
 * @param told in the order told; a later word goes before an earlier one
 * @returns an index into `told` for each interval; −1 where nothing was said
 */
export function toldAt(track: Track, sha256: string, told: readonly ToldStretch[]): Int32Array {
  const at = new Int32Array(track.length).fill(-1);
  for (const [k, stretch] of told.entries()) {
    if (stretch.runSha256 === sha256) paintByDistance(track, stretch, k, at);
    else paintByPath(track, stretch, k, at);
  }
  return at;
}

function paintByDistance(track: Track, { fromM, toM }: ToldStretch, k: number, at: Int32Array): void {
  for (let i = 0; i < track.length; i++) {
    const hereM = track.distanceM[i] as number;
    if (hereM >= fromM && hereM < toM) at[i] = k;
  }
}

function paintByPath(track: Track, stretch: ToldStretch, k: number, at: Int32Array): void {
  const box = boxOfPath(stretch.path);
  if (box === null) return;
  const plane = planeAround(box.minLat / 1e7, box.minLon / 1e7);
  const painted = stretch.path.map((point) => ({
    ...point,
    xM: plane.xOfLonE7(point.lonE7),
    yM: plane.yOfLatE7(point.latE7),
  }));
  const isNear = ({ xM, yM }: PathPoint): boolean =>
    xM >= 0 && yM >= 0 && xM <= plane.xOfLonE7(box.maxLon) && yM <= plane.yOfLatE7(box.maxLat);
  const covers = (point: PathPoint): boolean => {
    const wayId = track.wayId[point.sample] as number;
    return painted.some((there) => {
      const isSameWay = there.wayId === wayId;
      if (!isSameWay && there.wayId !== null && !Number.isNaN(wayId)) return false;
      const alignment = Math.abs(there.eastward * point.eastward + there.northward * point.northward);
      const apartM = Math.hypot(there.xM - point.xM, there.yM - point.yM);
      return apartM <= (isSameWay ? SAME_WAY_M : SAME_PLACE_M) && alignment >= ALONG;
    });
  };
  for (const path of pathsOf(track, plane)) {
    for (const [p, point] of path.entries()) {
      const next = path[p + 1];
      if (next && isNear(point) && covers(point)) at.fill(k, point.sample, next.sample);
    }
  }
}

const firstPosition = ({ latDeg, lonDeg }: Track): number =>
  latDeg.findIndex((lat, i) => !Number.isNaN(lat) && !Number.isNaN(lonDeg[i] as number));
