import type { RunTrack } from '#contract/runs';

/** A stretch of the run that is on screen, metres since the start. */
export interface Domain {
  readonly fromM: number;
  readonly toM: number;
}

/** The run cut into equal steps of distance, one a few pixels wide; null where nothing was recorded. */
export interface RibbonModel {
  readonly xM: readonly number[];
  readonly altitudeM: readonly (number | null)[];
  readonly loadPerKm: readonly (number | null)[];
  readonly cadenceSpm: readonly (number | null)[];
  readonly expectedSpm: readonly (number | null)[];
}

/** Steps that hold less than this many samples would leave holes between them. */
const SAMPLES_A_STEP = 2;
const FEWEST_STEPS = 24;
/** A hole of this many steps or fewer is thin sampling and is bridged; a longer one is a real gap. */
const BRIDGED_STEPS = 2;

function bridged(values: (number | null)[]): (number | null)[] {
  for (let at = 1; at < values.length; at++) {
    const before = values[at - 1] ?? null;
    if (values[at] !== null || before === null) continue;
    const after = values.findIndex((value, index) => index > at && value !== null);
    const end = values[after] ?? null;
    if (after === -1 || after - at > BRIDGED_STEPS || end === null) continue;
    for (let hole = at; hole < after; hole++) {
      values[hole] = before + ((end - before) * (hole - at + 1)) / (after - at + 1);
    }
  }
  return values;
}

class Means {
  private readonly sums: Float64Array;
  private readonly counts: Uint32Array;

  constructor(steps: number) {
    this.sums = new Float64Array(steps);
    this.counts = new Uint32Array(steps);
  }

  add(step: number, value: number | null | undefined): void {
    if (value === null || value === undefined) return;
    this.sums[step] = (this.sums[step] ?? 0) + value;
    this.counts[step] = (this.counts[step] ?? 0) + 1;
  }

  values(): (number | null)[] {
    const means = Array.from(this.counts, (count, step) => (count === 0 ? null : (this.sums[step] ?? 0) / count));
    return bridged(means);
  }
}

/** Index of the last sample at or before a distance; 0 before the first. `distanceM` never falls. */
export function sampleAt(distanceM: readonly number[], metres: number): number {
  let low = 0;
  let high = distanceM.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((distanceM[middle] ?? 0) <= metres) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Means of the run's columns over equal steps of distance.
 *
 * @param wanted - steps that fit on the screen; fewer come back where the recording is too coarse for them
 */
export function ribbonModel(track: RunTrack, domain: Domain, wanted: number): RibbonModel {
  const first = sampleAt(track.distanceM, domain.fromM);
  const last = sampleAt(track.distanceM, domain.toM);
  const steps = Math.max(FEWEST_STEPS, Math.min(Math.floor(wanted), Math.floor((last - first + 1) / SAMPLES_A_STEP)));
  const stepM = (domain.toM - domain.fromM) / steps;
  const [altitude, load, cadence, expected] = [new Means(steps), new Means(steps), new Means(steps), new Means(steps)];
  for (let at = first; at <= last; at++) {
    const step = Math.floor(((track.distanceM[at] ?? 0) - domain.fromM) / stepM);
    const clamped = Math.min(steps - 1, Math.max(0, step));
    altitude.add(clamped, track.altitudeM[at]);
    load.add(clamped, track.kneeLoadPerKm[at]);
    if (track.gait[at] !== 'run') continue;
    cadence.add(clamped, track.cadenceSpm[at]);
    expected.add(clamped, track.expectedCadenceSpm[at]);
  }
  return {
    xM: Array.from({ length: steps }, (_, step) => domain.fromM + (step + 0.5) * stepM),
    altitudeM: altitude.values(),
    loadPerKm: load.values(),
    cadenceSpm: cadence.values(),
    expectedSpm: expected.values(),
  };
}
