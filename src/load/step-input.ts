import { SURFACE_CLASSES } from '../surface/surface.ts';
import { GAITS } from '../track/track.ts';
import type { LoadTrack } from './load-track.ts';

/** One interval as the file tells it. NaN is missing. */
export interface StepInput {
  /** True when running, false when walking. */
  readonly running: boolean;
  /** True on a treadmill, which never falls. */
  readonly treadmill: boolean;
  readonly speedMps: number;
  readonly gradeRatio: number;
  /** Steps a minute, both feet. */
  readonly cadenceSpm: number;
  /** Multiplies the runner's cadence at the same speed; 1 leaves it. */
  readonly cadenceFactor: number;
}

/** How an interval may differ from what the file says. */
export interface InputOptions {
  /** Multiplies the cadence channel: another reading of what the file's number counts. */
  readonly channelFactor?: number;
  /** Multiplies the runner's cadence: a change of step rate at the same speed. */
  readonly cadenceFactor?: number;
}

const RUN = GAITS.indexOf('run');
const TREADMILL = SURFACE_CLASSES.indexOf('treadmill');

/** What the model takes of interval `i`, in which the runner ran or walked. */
export function stepInput(track: LoadTrack, i: number, options: InputOptions = {}): StepInput {
  const speedMps = track.speedMps[i] as number;
  // A speed that the file does not give follows from the distance; the last sample has none and lasts 0 s.
  const crossedM = (track.distanceM[i + 1] ?? Number.NaN) - (track.distanceM[i] as number);
  return {
    running: track.gait[i] === RUN,
    treadmill: track.surface[i] === TREADMILL,
    speedMps: Number.isNaN(speedMps) && crossedM > 0 ? crossedM / (track.durationS[i] as number) : speedMps,
    gradeRatio: (track.gradePct[i] as number) / 100,
    cadenceSpm: (track.cadenceSpm[i] as number) * (options.channelFactor ?? 1),
    cadenceFactor: options.cadenceFactor ?? 1,
  };
}
