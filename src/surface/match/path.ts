/** The path of a run as matching sees it: smoothed as far as its noise asks, and thinned to even steps. */
import { median } from '../../stats/stats.ts';
import type { Track } from '../../track/track.ts';
import type { Plane } from './plane.ts';

/** The columns of a track that matching looks at. */
export type Positions = Pick<Track, 'length' | 'timeS' | 'latDeg' | 'lonDeg'>;

/** A point of the thinned path. */
export interface PathPoint {
  readonly xM: number;
  readonly yM: number;
  /** Direction of the run here, a unit vector; zeros where it has none. */
  readonly eastward: number;
  readonly northward: number;
  /** Sample of the track that lies here. */
  readonly sample: number;
}

/** A stretch without a gap in position. */
export type Path = readonly PathPoint[];

/** Step between points, metres. Assumption: under the width of a crossing, over the error between neighbouring samples. */
const STEP_M = 10;

/** What smoothing tries to bring the noise from sample to sample down to, metres. Assumption: half the way from road to pavement. */
const WANTED_NOISE_M = 2;
/** Smoothing over more way would cut corners, metres. Assumption: tuned on made-up tracks over real maps. */
const MOST_SMOOTHED_M = 50;

/** A longer silence or leap is a gap: what was run in between is not known. Assumption. */
const GAP_S = 60;
const GAP_M = 100;

interface Columns {
  readonly sample: number[];
  readonly timeS: number[];
  readonly xM: number[];
  readonly yM: number[];
}

/** A normal distribution's standard deviation is this many median absolute deviations. */
const SD_PER_MAD = 1.4826;

/**
 * Noise from sample to sample, metres a coordinate: how far samples stand off the line between their neighbours. Errors
 * that drift slowly do not show in it.
 */
function jitterM({ xM, yM }: Columns): number {
  const off: number[] = [];
  for (const c of [xM, yM]) {
    for (let i = 1; i + 1 < c.length; i++) {
      off.push(Math.abs((c[i] as number) - ((c[i - 1] as number) + (c[i + 1] as number)) / 2));
    }
  }
  // The line between two noisy neighbours has half their variance, so the difference has one and a half.
  return off.length === 0 ? 0 : (SD_PER_MAD * median(off)) / Math.sqrt(1.5);
}

/** Means over a centred window with weights that fall to its ends; shorter, and still centred, near the ends of the path. */
function smoothed(column: readonly number[], reach: number): number[] {
  return column.map((_, i) => {
    const here = Math.min(reach, i, column.length - 1 - i);
    let sum = 0;
    let weights = 0;
    for (let k = -here; k <= here; k++) {
      const weight = 1 - Math.abs(k) / (here + 1);
      sum += weight * (column[i + k] as number);
      weights += weight;
    }
    return sum / weights;
  });
}

/** Way between neighbouring samples, metres: over several of them, so that noise adds little to it. */
function sampleWayM({ xM, yM }: Columns): number {
  const apart = Math.min(SAMPLES_APART, xM.length - 1);
  const metres = xM
    .slice(apart)
    .map((x, i) => Math.hypot(x - (xM[i] as number), (yM[i + apart] as number) - (yM[i] as number)));
  return apart > 0 ? median(metres) / apart : 0;
}
const SAMPLES_APART = 10;

/** Samples to either side that smoothing takes in. */
function smoothingReach(columns: Columns): number {
  const jitter = jitterM(columns);
  if (jitter <= WANTED_NOISE_M) return 0;
  const wanted = (jitter / WANTED_NOISE_M) ** 2;
  const most = MOST_SMOOTHED_M / Math.max(sampleWayM(columns), LEAST_SAMPLE_WAY_M);
  return Math.floor(Math.min(wanted, most) / 2);
}
/** A slow walk sampled each second. */
const LEAST_SAMPLE_WAY_M = 0.5;

function splitAtGaps(track: Positions, plane: Plane): Columns[] {
  const pieces: Columns[] = [];
  let piece: Columns | undefined;
  for (let i = 0; i < track.length; i++) {
    const lat = track.latDeg[i] as number;
    const lon = track.lonDeg[i] as number;
    if (Number.isNaN(lat) || Number.isNaN(lon)) continue;
    const [t, x, y] = [track.timeS[i] as number, plane.xOfLonE7(lon * 1e7), plane.yOfLatE7(lat * 1e7)];
    const isGap =
      piece === undefined ||
      t - (piece.timeS.at(-1) as number) > GAP_S ||
      Math.hypot(x - (piece.xM.at(-1) as number), y - (piece.yM.at(-1) as number)) > GAP_M;
    if (isGap) {
      piece = { sample: [], timeS: [], xM: [], yM: [] };
      pieces.push(piece);
    }
    piece?.sample.push(i);
    piece?.timeS.push(t);
    piece?.xM.push(x);
    piece?.yM.push(y);
  }
  return pieces;
}

function thin(columns: Columns): PathPoint[] {
  const reach = smoothingReach(columns);
  const x = smoothed(columns.xM, reach);
  const y = smoothed(columns.yM, reach);
  const at: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const last = at.at(-1);
    const isFar =
      last === undefined ||
      Math.hypot((x[i] as number) - (x[last] as number), (y[i] as number) - (y[last] as number)) >= STEP_M;
    if (isFar) at.push(i);
  }
  if (at.at(-1) !== x.length - 1) at.push(x.length - 1);
  return at.map((i, k) => {
    const before = at[Math.max(0, k - 1)] as number;
    const after = at[Math.min(at.length - 1, k + 1)] as number;
    const east = (x[after] as number) - (x[before] as number);
    const north = (y[after] as number) - (y[before] as number);
    const length = Math.hypot(east, north) || 1;
    return {
      xM: x[i] as number,
      yM: y[i] as number,
      eastward: east / length,
      northward: north / length,
      sample: columns.sample[i] as number,
    };
  });
}

/** The stretches of a run, each thinned; empty where no sample has a position. */
export function pathsOf(track: Positions, plane: Plane): Path[] {
  return splitAtGaps(track, plane).map(thin);
}
