/** Tracks laid along the ways of a map, with the noise of a watch: their way is known, so that matching can be judged. */
import type { WayMap } from '../../src/surface/way-map.ts';

/** A made-up run, and what is true of it. */
export interface LaidTrack {
  readonly length: number;
  readonly timeS: Float64Array;
  readonly latDeg: Float64Array;
  readonly lonDeg: Float64Array;
  /** The way that each sample really lies on. */
  readonly wayAt: Int32Array;
}

/** What the watch is like. */
export interface Watch {
  /** Standard deviation of each coordinate, metres. */
  readonly noiseM: number;
  /** Seconds over which errors stay alike; 0 draws each anew. */
  readonly memoryS: number;
  /** Seconds between samples. */
  readonly everyS: number;
}

/** A small generator of random numbers (mulberry32), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const gauss = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const M_PER_DEG = 111_195;
const SPEED_MPS = 3;

interface Leg {
  readonly way: number;
  readonly from: number;
  readonly to: number;
  readonly metres: number;
}

function metresBetween(map: WayMap, a: number, b: number): number {
  const lat = (map.latE7[a] as number) / 1e7;
  const east =
    (((map.lonE7[a] as number) - (map.lonE7[b] as number)) / 1e7) * M_PER_DEG * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(east, (((map.latE7[a] as number) - (map.latE7[b] as number)) / 1e7) * M_PER_DEG);
}

/** A walk over ways that chooses at random at each junction and turns back at dead ends only; null when it is caught. */
function walk(map: WayMap, wayM: number, random: () => number): Leg[] | null {
  let node = map.placeNode[Math.floor(random() * map.placeNode.length)] as number;
  let came = -1;
  const legs: Leg[] = [];
  for (let metres = 0; metres < wayM; ) {
    const choices: Leg[] = [];
    for (let k = map.nodeStart[node] as number; k < (map.nodeStart[node + 1] as number); k++) {
      const place = map.nodePlaces[k] as number;
      for (const next of [place - 1, place + 1]) {
        if (map.placeWay[next] !== map.placeWay[place]) continue;
        const to = map.placeNode[next] as number;
        choices.push({ way: map.placeWay[place] as number, from: node, to, metres: metresBetween(map, node, to) });
      }
    }
    const onward = choices.filter(({ to }) => to !== came);
    const pool = onward.length > 0 ? onward : choices;
    const leg = pool[Math.floor(random() * pool.length)];
    if (!leg) return null;
    legs.push(leg);
    metres += leg.metres;
    came = node;
    node = leg.to;
    if (legs.length > wayM) return null;
  }
  return legs;
}

/**
 * Lays a run along random ways.
 * @param wayM its length, metres
 */
export function layTrack(map: WayMap, wayM: number, watch: Watch, seed: number): LaidTrack {
  const random = seeded(seed);
  let legs = walk(map, wayM, random);
  while (legs === null) legs = walk(map, wayM, random);
  const length = Math.floor(wayM / SPEED_MPS / watch.everyS);
  const timeS = Float64Array.from({ length }, (_, i) => i * watch.everyS);
  const latDeg = new Float64Array(length);
  const lonDeg = new Float64Array(length);
  const wayAt = new Int32Array(length);
  const kept = watch.memoryS > 0 ? Math.exp(-watch.everyS / watch.memoryS) : 0;
  const fresh = Math.sqrt(1 - kept * kept);
  let [east, north] = [gauss(random) * watch.noiseM, gauss(random) * watch.noiseM];
  let leg = 0;
  let legStartM = 0;
  for (let i = 0; i < length; i++) {
    const atM = (timeS[i] as number) * SPEED_MPS;
    while (leg + 1 < legs.length && atM > legStartM + (legs[leg] as Leg).metres)
      legStartM += (legs[leg++] as Leg).metres;
    const { way, from, to, metres } = legs[leg] as Leg;
    const share = metres > 0 ? Math.min(1, (atM - legStartM) / metres) : 0;
    east = kept * east + fresh * gauss(random) * watch.noiseM;
    north = kept * north + fresh * gauss(random) * watch.noiseM;
    const lat = ((map.latE7[from] as number) * (1 - share) + (map.latE7[to] as number) * share) / 1e7;
    const lon = ((map.lonE7[from] as number) * (1 - share) + (map.lonE7[to] as number) * share) / 1e7;
    latDeg[i] = lat + north / M_PER_DEG;
    lonDeg[i] = lon + east / M_PER_DEG / Math.cos((lat * Math.PI) / 180);
    wayAt[i] = way;
  }
  return { length, timeS, latDeg, lonDeg, wayAt };
}
