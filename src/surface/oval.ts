/**
 * Finds laps of a running track by their shape: two straights and two half circles, of the 400 m that the rules of athletics
 * lay down for the first lane, and up to 454 m in the eighth.
 */
import { type Path, type PathPoint, type Positions, pathsOf } from './match/path.ts';
import { planeAround } from './match/plane.ts';

/** Length of a straight, metres (World Athletics, Track and Field Facilities Manual: standard track). */
const STRAIGHT_M = 84.39;
/** Radius of a lap in the first and eighth lane, metres: 400 and 454 m round. The watch adds and takes some. */
const LEAST_RADIUS_M = 34;
const MOST_RADIUS_M = 48;
const LEAST_LAP_M = 380;
const MOST_LAP_M = 480;

/** A lap ends this close to where it began, metres. Assumption: lanes and the error of a watch under open sky. */
const CLOSES_M = 15;
/** Points of a lap lie this close to the oval that fits them best, on average, metres. Assumption, as above. */
const FIT_M = 5;
interface Lap {
  /** Points of the path, the first and one past the last. */
  readonly from: number;
  readonly until: number;
}

/**
 * One lap may be a street block; only laps with another of the same place before or after them count.
 * @returns 1 for each interval that belongs to a lap of an oval, 0 elsewhere
 */
export function ovalLaps(track: Positions): Uint8Array {
  const on = new Uint8Array(track.length);
  const first = track.latDeg.findIndex((lat, i) => !Number.isNaN(lat) && !Number.isNaN(track.lonDeg[i] as number));
  if (first < 0) return on;
  const plane = planeAround(track.latDeg[first] as number, track.lonDeg[first] as number);
  for (const path of pathsOf(track, plane)) markLaps(path, on);
  return on;
}

function markLaps(path: Path, on: Uint8Array): void {
  const along = cumulate(path);
  const laps: Lap[] = [];
  let least = 0;
  for (let from = 0; from < path.length; ) {
    // No lap ends nearer; along the way this point only moves on.
    while (least < path.length && (along[least] as number) - (along[from] as number) < LEAST_LAP_M) least++;
    const until = lapFrom(path, along, from, least);
    if (until === null) from++;
    else {
      laps.push({ from, until });
      from = until;
    }
  }
  for (const [k, lap] of laps.entries()) {
    const isOneOfMany = [laps[k - 1], laps[k + 1]].some((other) => other && isSameOval(path, lap, other));
    if (!isOneOfMany) continue;
    const { from, until } = widened(path, lap);
    on.fill(1, path[from]?.sample ?? 0, path[until]?.sample ?? 0);
  }
}

/** The lap with what was run of the oval before and after it. */
function widened(path: Path, lap: Lap): Lap {
  const points = path.slice(lap.from, lap.until);
  const isOn = (k: number) => {
    const { xM, yM } = path[k] as PathPoint;
    return points.some((point) => Math.hypot(point.xM - xM, point.yM - yM) <= CLOSES_M);
  };
  let { from, until } = lap;
  while (from > 0 && isOn(from - 1)) from--;
  while (until + 1 < path.length && isOn(until + 1)) until++;
  return { from, until };
}

/** Square of the way between two points, which is quicker to have than the way. */
const apartSquared = (a: PathPoint, b: PathPoint): number => (a.xM - b.xM) ** 2 + (a.yM - b.yM) ** 2;

function cumulate(path: Path): Float64Array {
  const along = new Float64Array(path.length);
  for (let k = 1; k < path.length; k++) {
    along[k] = (along[k - 1] as number) + Math.sqrt(apartSquared(path[k] as PathPoint, path[k - 1] as PathPoint));
  }
  return along;
}

/** Where a lap that begins at a point ends, at `least` or behind it; null when none does. */
function lapFrom(path: Path, along: Float64Array, from: number, least: number): number | null {
  const start = path[from] as PathPoint;
  let best: number | null = null;
  let nearest = CLOSES_M ** 2;
  for (let k = least; k < path.length && (along[k] as number) - (along[from] as number) <= MOST_LAP_M; k++) {
    const apart = apartSquared(path[k] as PathPoint, start);
    if (apart >= nearest) continue;
    nearest = apart;
    best = k;
  }
  return best !== null && isOval(path.slice(from, best)) ? best : null;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function centreOf(points: readonly PathPoint[]): { xM: number; yM: number } {
  const [xs, ys] = [points.map(({ xM }) => xM), points.map(({ yM }) => yM)];
  return { xM: (Math.min(...xs) + Math.max(...xs)) / 2, yM: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** True when the points lie on a stadium of the right size: its long axis is that of their spread. */
function isOval(points: readonly PathPoint[]): boolean {
  const x0 = mean(points.map(({ xM }) => xM));
  const y0 = mean(points.map(({ yM }) => yM));
  const xx = mean(points.map(({ xM }) => (xM - x0) ** 2));
  const yy = mean(points.map(({ yM }) => (yM - y0) ** 2));
  const xy = mean(points.map(({ xM, yM }) => (xM - x0) * (yM - y0)));
  const axis = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(axis), Math.sin(axis)];
  /** Distance of each point from the line between the centres of the two half circles: the radius where it lies on the oval. */
  const radii = points.map(({ xM, yM }) => {
    const u = cos * (xM - x0) + sin * (yM - y0);
    const v = cos * (yM - y0) - sin * (xM - x0);
    return Math.hypot(Math.max(0, Math.abs(u) - STRAIGHT_M / 2), v);
  });
  const radius = mean(radii);
  if (radius < LEAST_RADIUS_M || radius > MOST_RADIUS_M) return false;
  return mean(radii.map((r) => Math.abs(r - radius))) <= FIT_M;
}

function isSameOval(path: Path, a: Lap, b: Lap): boolean {
  const [here, there] = [centreOf(path.slice(a.from, a.until)), centreOf(path.slice(b.from, b.until))];
  return Math.hypot(here.xM - there.xM, here.yM - there.yM) <= CLOSES_M;
}
