import type { RunTrack } from '#contract/runs';
import type { Paint } from '../../../lib/paint.ts';
import { type Axis, type Domain, sampleAt } from './axis.ts';

/** The run cut into equal steps of its axis, one a few pixels wide; null where nothing was recorded. */
export interface RibbonModel {
  /** Middle of each step. */
  readonly places: readonly number[];
  readonly altitudeM: readonly (number | null)[];
  /** Highest and lowest sample, metres: the means of steps depend on the width of the screen. Null without altitude. */
  readonly extremesM: { readonly highest: number; readonly lowest: number } | null;
  readonly loadPerKm: readonly (number | null)[];
  /** What the ribbon is coloured by. */
  readonly painted: readonly (number | null)[];
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

/**
 * Means of the run's columns over equal steps of an axis.
 *
 * @param wanted - steps that fit on the screen; fewer come back where the recording is too coarse for them
 */
export function ribbonModel(track: RunTrack, axis: Axis, domain: Domain, paint: Paint, wanted: number): RibbonModel {
  const first = sampleAt(axis.column, domain.from);
  const last = sampleAt(axis.column, domain.to);
  const steps = Math.max(FEWEST_STEPS, Math.min(Math.floor(wanted), Math.floor((last - first + 1) / SAMPLES_A_STEP)));
  const width = (domain.to - domain.from) / steps;
  const places = Array.from({ length: steps }, (_, step) => domain.from + (step + 0.5) * width);
  const [altitude, load, cadence, expected] = [new Means(steps), new Means(steps), new Means(steps), new Means(steps)];
  const painted = new Means(steps);
  let [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let at = first; at <= last; at++) {
    const step = Math.floor(((axis.column[at] ?? 0) - domain.from) / width);
    const clamped = Math.min(steps - 1, Math.max(0, step));
    altitude.add(clamped, track.altitudeM[at]);
    highest = Math.max(highest, track.altitudeM[at] ?? highest);
    lowest = Math.min(lowest, track.altitudeM[at] ?? lowest);
    load.add(clamped, track.kneeLoadPerKm[at]);
    painted.add(clamped, paint.values[at]);
    if (track.gait[at] !== 'run') continue;
    cadence.add(clamped, track.cadenceSpm[at]);
    expected.add(clamped, track.expectedCadenceSpm[at]);
  }
  return {
    places,
    altitudeM: altitude.values(),
    extremesM: highest >= lowest ? { highest, lowest } : null,
    loadPerKm: load.values(),
    painted: paint.isClass
      ? places.map((place) => paint.values[sampleAt(axis.column, place)] ?? null)
      : painted.values(),
    cadenceSpm: cadence.values(),
    expectedSpm: expected.values(),
  };
}

/** The load of a run that was changed, an entry an interval, on the way of the run as it was. */
export interface ChangedLoad {
  readonly distanceM: ArrayLike<number>;
  readonly kneeLoadKm: ArrayLike<number>;
}

const METRES_PER_KM = 1000;

/** Knee load per km of a changed run over the steps of a ribbon; null where no way was made. */
export function changedPerKm(
  changed: ChangedLoad,
  track: RunTrack,
  axis: Axis,
  domain: Domain,
  steps: number,
): (number | null)[] {
  const metresAt = (place: number): number => {
    if (axis.kind === 'distance') return place;
    const at = sampleAt(track.timeS, place);
    const [fromS, toS] = [track.timeS[at] ?? 0, track.timeS[at + 1] ?? 0];
    const [fromM, toM] = [track.distanceM[at] ?? 0, track.distanceM[at + 1] ?? track.distanceM[at] ?? 0];
    return toS > fromS ? fromM + ((toM - fromM) * (place - fromS)) / (toS - fromS) : fromM;
  };
  const borders = Array.from({ length: steps + 1 }, (_, at) =>
    metresAt(domain.from + ((domain.to - domain.from) * at) / steps),
  );
  const perKm: (number | null)[] = [];
  let i = 0;
  for (let step = 0; step < steps; step++) {
    let [metres, km] = [0, 0];
    const until = borders[step + 1] ?? 0;
    while (i + 1 < changed.distanceM.length && (changed.distanceM[i] ?? 0) < until) {
      const from = changed.distanceM[i] ?? 0;
      if (from >= (borders[0] ?? 0)) {
        metres += (changed.distanceM[i + 1] ?? from) - from;
        km += changed.kneeLoadKm[i] ?? 0;
      }
      i++;
    }
    perKm.push(metres > 0 ? (km * METRES_PER_KM) / metres : null);
  }
  return bridged(perKm);
}
