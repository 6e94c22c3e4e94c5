/** The path of a run as matching sees it: smoothed as far as its noise asks, and thinned to even steps. */
import { median, medianInPlace } from '../../stats/stats.ts';
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
/** … unless the recording is that sparse throughout: twice its usual step is a gap then, up to these. Assumption: to the next crossing but one. */
const MOST_GAP_S = 120;
const MOST_GAP_M = 250;

/** Metres between two points; `Math.hypot` would take many times as long for a care that these numbers do not need. */
function apartM(x: Float64Array, y: Float64Array, a: number, b: number): number {
  const [east, north] = [(x[b] as number) - (x[a] as number), (y[b] as number) - (y[a] as number)];
  return Math.sqrt(east * east + north * north);
}

/** Samples with a position, in order; typed, because a day of running holds a hundred thousand of them. */
interface Columns {
  /** Place in the track. */
  readonly sample: Int32Array;
  readonly xM: Float64Array;
  readonly yM: Float64Array;
}

/** A normal distribution's standard deviation is this many median absolute deviations. */
const SD_PER_MAD = 1.4826;

/**
 * Noise from sample to sample, metres a coordinate: how far samples stand off the line between their neighbours. Errors
 * that drift slowly do not show in it. What is not worth smoothing is 0.
 */
function jitterM({ xM, yM }: Columns): number {
  const off = new Float64Array(2 * Math.max(0, xM.length - 2));
  let at = 0;
  for (const c of [xM, yM]) {
    for (let i = 1; i + 1 < c.length; i++) {
      off[at++] = Math.abs((c[i] as number) - ((c[i - 1] as number) + (c[i + 1] as number)) / 2);
    }
  }
  return isMedianUnder(off, WANTED_NOISE_M / JITTER_PER_MEDIAN) ? 0 : JITTER_PER_MEDIAN * medianInPlace(off);
}
/** The line between two noisy neighbours has half their variance, so the difference has one and a half. */
const JITTER_PER_MEDIAN = SD_PER_MAD / Math.sqrt(1.5);

/** Whether more than half of the values are at most this, or there are none: told by counting, without looking for the median. */
function isMedianUnder(values: Float64Array, most: number): boolean {
  let under = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) <= most) under++;
  return 2 * under > values.length || values.length === 0;
}

/** Means over a centred window with weights that fall to its ends; shorter, and still centred, near the ends of the path. */
function smoothed(column: Float64Array, reach: number): Float64Array {
  if (reach === 0) return column;
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
    .subarray(apart)
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

/** All samples with a position on the plane. */
function positioned(track: Positions, plane: Plane): Columns {
  const sample = new Int32Array(track.length);
  const [xM, yM] = [new Float64Array(track.length), new Float64Array(track.length)];
  let count = 0;
  for (let i = 0; i < track.length; i++) {
    const lat = track.latDeg[i] as number;
    const lon = track.lonDeg[i] as number;
    if (Number.isNaN(lat) || Number.isNaN(lon)) continue;
    sample[count] = i;
    xM[count] = plane.xOfLonE7(lon * 1e7);
    yM[count] = plane.yOfLatE7(lat * 1e7);
    count++;
  }
  return { sample: sample.subarray(0, count), xM: xM.subarray(0, count), yM: yM.subarray(0, count) };
}

/** What is a gap in a recording with these steps. */
const gapOver = (steps: Float64Array, least: number, most: number): number =>
  isMedianUnder(steps, least / 2) ? least : Math.min(most, Math.max(least, 2 * median(steps)));

function splitAtGaps(track: Positions, { sample, xM, yM }: Columns): Columns[] {
  const pieces: Columns[] = [];
  const steps = Math.max(0, sample.length - 1);
  const [stepsS, stepsM] = [new Float64Array(steps), new Float64Array(steps)];
  for (let k = 0; k < steps; k++) {
    stepsS[k] = (track.timeS[sample[k + 1] as number] as number) - (track.timeS[sample[k] as number] as number);
    stepsM[k] = apartM(xM, yM, k, k + 1);
  }
  const gapS = gapOver(stepsS, GAP_S, MOST_GAP_S);
  const gapM = gapOver(stepsM, GAP_M, MOST_GAP_M);
  let from = 0;
  for (let at = 1; at <= sample.length; at++) {
    const isGap = at === sample.length || (stepsS[at - 1] as number) > gapS || (stepsM[at - 1] as number) > gapM;
    if (!isGap) continue;
    pieces.push({ sample: sample.subarray(from, at), xM: xM.subarray(from, at), yM: yM.subarray(from, at) });
    from = at;
  }
  return pieces;
}

function thin(columns: Columns): PathPoint[] {
  const reach = smoothingReach(columns);
  const x = smoothed(columns.xM, reach);
  const y = smoothed(columns.yM, reach);
  const at = [0];
  let last = 0;
  for (let i = 1; i < x.length; i++) {
    if (i + 1 < x.length && apartM(x, y, last, i) < STEP_M) continue;
    at.push(i);
    last = i;
  }
  return at.map((i, k) => {
    const before = at[Math.max(0, k - 1)] as number;
    const after = at[Math.min(at.length - 1, k + 1)] as number;
    const east = (x[after] as number) - (x[before] as number);
    const north = (y[after] as number) - (y[before] as number);
    const length = Math.sqrt(east * east + north * north) || 1;
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
  return splitAtGaps(track, positioned(track, plane)).map(thin);
}
