/**
 * Lays a run on the ways of a map as one path: a hidden Markov model whose states are places on ways near each point, or
 * none. The method is that of Newson and Krumm (Hidden Markov Map Matching Through Noise and Sparseness, 2009); what
 * differs is told in docs/methods/surface.md.
 */
import { median } from '../../stats/stats.ts';
import type { WayMap } from '../way-map.ts';
import { type Candidate, candidatesAt } from './candidates.ts';
import { type Path, type PathPoint, type Positions, pathsOf } from './path.ts';
import { type Plane, planeAround } from './plane.ts';
import { reachFrom, routeM } from './routes.ts';

/** Stands for no way in {@link matchWays}. */
export const NO_WAY = -1;

/** A normal distribution's standard deviation is this many medians of its absolute value. */
const SD_PER_MEDIAN = 1.4826;
/** Error of position is taken to lie between these, metres. Assumption: a road's half width, a watch among houses. */
const LEAST_ERROR_M = 4;
const MOST_ERROR_M = 15;

/** A step along ways and the step that the watch saw differ by this much on average, metres. Assumption, tuned. */
const STEP_ERROR_M = 5;
/** Costs are negative logarithms of likelihood. Each is an assumption, tuned on made-up tracks over real maps. */
const COST = {
  /** Leaving the ways of the map for a step, as across a square. */
  jump: 8,
  /** Beginning or ending to run where no way is. */
  offEdge: 4,
  /** Running across a way instead of along it. */
  across: 1.5,
  /** Running on the carriageway of a main road, where a path or pavement lies as near. */
  mainRoad: 0.4,
  /** Having a position where the way lies under the ground. */
  underground: 1,
} as const;
/** Errors of a watch drift: a point this far from the one before it speaks for itself, a nearer one in part. Metres. Assumption, tuned. */
const OWN_WORD_M = 20;
/** Running off all ways is as likely as running this far beside one, metres. Assumption. */
const OFF_MAP_M = 32;
/** … and at least this many errors, so that a noisy run is not off the map all the time. Assumption. */
const OFF_MAP_ERRORS = 5;

interface Step {
  readonly candidates: readonly Candidate[];
  /** Least cost up to each candidate; the last entry is that of no way. */
  readonly cost: Float64Array;
  /** Which state of the step before led here. */
  readonly from: Int32Array;
}

/**
 * The way of each interval of a run.
 * @returns an index into the map's ways for each interval, {@link NO_WAY} where it lies on none; null where the map does
 * not touch the run at all
 */
export function matchWays(track: Positions, map: WayMap): Int32Array | null {
  const middle = track.latDeg.findIndex((lat, i) => !Number.isNaN(lat) && !Number.isNaN(track.lonDeg[i] as number));
  if (middle < 0) return null;
  const plane = planeAround(track.latDeg[middle] as number, track.lonDeg[middle] as number);
  const paths = pathsOf(track, plane);
  const around = paths.map((path) => path.map((point) => candidatesAt(map, plane, point)));
  const errorM = positionErrorM(around.flat());
  if (errorM === null) return null;
  const ways = new Int32Array(track.length).fill(NO_WAY);
  for (const [k, path] of paths.entries()) {
    const found = likeliest(map, plane, path, around[k] as Candidate[][], errorM);
    spread(path, found, ways);
  }
  return ways;
}

/** How far points lie off their nearest way, as a standard deviation; null when none is near one. */
function positionErrorM(around: readonly (readonly Candidate[])[]): number | null {
  const nearest = around.flatMap(([first]) => (first ? [first.offM] : []));
  if (nearest.length === 0) return null;
  return Math.min(MOST_ERROR_M, Math.max(LEAST_ERROR_M, SD_PER_MEDIAN * median(nearest)));
}

/** The likeliest sequence of candidates (Viterbi); null where it is off all ways. */
function likeliest(
  map: WayMap,
  plane: Plane,
  path: Path,
  around: readonly (readonly Candidate[])[],
  errorM: number,
): (Candidate | null)[] {
  const steps: Step[] = [];
  for (const [k, candidates] of around.entries()) {
    const before = steps.at(-1);
    const step = before ? follow(map, plane, before, candidates, stepM(path, k)) : begin(candidates);
    const ownWord = before ? Math.min(1, stepM(path, k) / OWN_WORD_M) : 1;
    for (const [c, candidate] of candidates.entries())
      step.cost[c] = (step.cost[c] as number) + ownWord * offCost(candidate, errorM) + wayCost(candidate);
    step.cost[candidates.length] =
      (step.cost[candidates.length] as number) + (ownWord * Math.max(OFF_MAP_M / errorM, OFF_MAP_ERRORS) ** 2) / 2;
    steps.push(step);
  }
  return traceBack(steps);
}

const stepM = (path: Path, k: number): number => {
  const [a, b] = [path[k - 1] as PathPoint, path[k] as PathPoint];
  return Math.hypot(a.xM - b.xM, a.yM - b.yM);
};

/** Anywhere on an area is as likely as one error beside a line, so that a line that goes through it is kept to. */
const offCost = ({ offM, outline }: Candidate, errorM: number): number =>
  ((outline ? Math.max(offM, errorM) : offM) / errorM) ** 2 / 2;

const wayCost = ({ alignment, isMainRoad, isUnderground }: Candidate): number =>
  COST.across * (1 - alignment) + (isMainRoad ? COST.mainRoad : 0) + (isUnderground ? COST.underground : 0);

function begin(candidates: readonly Candidate[]): Step {
  const states = candidates.length + 1;
  return { candidates, cost: new Float64Array(states), from: new Int32Array(states).fill(-1) };
}

function follow(map: WayMap, plane: Plane, before: Step, candidates: readonly Candidate[], wayM: number): Step {
  const states = candidates.length + 1;
  const cost = new Float64Array(states).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(states);
  const offer = (to: number, value: number, state: number): void => {
    if (value >= (cost[to] as number)) return;
    cost[to] = value;
    from[to] = state;
  };
  const off = before.candidates.length;
  const least = before.cost.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  for (const [state, start] of before.candidates.entries()) {
    const soFar = before.cost[state] as number;
    offer(candidates.length, soFar + COST.offEdge, state);
    // A jump from the best state reaches every candidate for less than any road from a state so far behind.
    if (soFar > least + 2 * COST.jump) continue;
    const reach = reachFrom(map, plane, start, wayM + COST.jump * STEP_ERROR_M);
    for (const [to, target] of candidates.entries()) {
      const along = Math.abs(routeM(map, plane, reach, start, target) - wayM) / STEP_ERROR_M;
      const straight = Math.abs(Math.hypot(target.xM - start.xM, target.yM - start.yM) - wayM) / STEP_ERROR_M;
      offer(to, soFar + Math.min(along, COST.jump + straight), state);
    }
  }
  offer(candidates.length, before.cost[off] as number, off);
  for (const to of candidates.keys()) offer(to, (before.cost[off] as number) + COST.offEdge, off);
  return { candidates, cost, from };
}

function traceBack(steps: readonly Step[]): (Candidate | null)[] {
  const found: (Candidate | null)[] = [];
  let state = -1;
  for (const step of [...steps].reverse()) {
    if (state < 0) state = step.cost.reduce((best, value, s) => (value < (step.cost[best] as number) ? s : best), 0);
    found.push(step.candidates[state] ?? null);
    state = step.from[state] as number;
  }
  return found.reverse();
}

/** Gives each interval the way of the nearer of the points around it; the last sample begins no interval, or a gap. */
function spread(path: Path, found: readonly (Candidate | null)[], ways: Int32Array): void {
  for (const [k, point] of path.entries()) {
    const before = path[k - 1]?.sample ?? point.sample;
    const after = path[k + 1]?.sample ?? point.sample;
    const from = Math.ceil((before + point.sample) / 2);
    const until = Math.ceil((point.sample + after) / 2);
    ways.fill(found[k]?.way ?? NO_WAY, from, until);
  }
}
