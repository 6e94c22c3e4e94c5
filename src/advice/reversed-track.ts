/** The route run from its end to its start, at the pace that the runner showed on each slope. */
import type { LoadTrack } from '../load/load-track.ts';
import { expectedCadenceSpm } from '../load/preferred-cadence.ts';
import { expectedWalkingCadenceSpm } from '../load/walking-step.ts';
import { GAITS } from '../track/track.ts';

const WALK = GAITS.indexOf('walk');
const RUN = GAITS.indexOf('run');
const STAND = GAITS.indexOf('stand');

/** Slopes this close together are taken as one, percentage points. Assumption: the error of a barometric slope. */
const BIN_PCT = 2;
/** Slopes beyond this go with the steepest, per cent: the model ends here too. */
const STEEPEST_PCT = 25;
const BINS_EACH_WAY = Math.round(STEEPEST_PCT / BIN_PCT);
const BINS = 2 * BINS_EACH_WAY + 1;
/** A slope is known when the runner was on it so long, seconds. Assumption: shorter bits are starts and stops. */
const KNOWN_FROM_S = 30;

/** Bins of a slope and of its mirror image are each other's opposite; `Math.round` alone would break the tie upwards. */
const binOf = (gradePct: number): number =>
  Math.sign(gradePct) * Math.min(BINS_EACH_WAY, Math.round(Math.abs(gradePct) / BIN_PCT));

/** How one runner takes slopes, as one run shows it: sums by gait and bin. */
class SlopeHabits {
  readonly #seconds = new Float64Array(GAITS.length * BINS);
  readonly #metres = new Float64Array(GAITS.length * BINS);
  readonly #cadenceS = new Float64Array(GAITS.length * BINS);
  readonly #steps = new Float64Array(GAITS.length * BINS);

  constructor(track: LoadTrack) {
    for (let i = 0; i < track.length; i++) {
      const gait = track.gait[i] as number;
      const seconds = track.durationS[i] as number;
      const speedMps = track.speedMps[i] as number;
      const gradePct = track.gradePct[i] as number;
      if (!moves(gait) || !(seconds > 0) || !(speedMps > 0) || Number.isNaN(gradePct)) continue;
      const at = cell(binOf(gradePct), gait);
      add(this.#seconds, at, seconds);
      add(this.#metres, at, speedMps * seconds);
      const cadenceSpm = track.cadenceSpm[i] as number;
      if (!(cadenceSpm > 0)) continue;
      add(this.#cadenceS, at, seconds);
      add(this.#steps, at, (cadenceSpm * seconds) / 60);
    }
  }

  /** The gait that covers more ground there; null when the run hardly shows the slope. */
  gait(bin: number): number | null {
    const [run, walk] = [cell(bin, RUN), cell(bin, WALK)];
    if ((this.#seconds[run] as number) + (this.#seconds[walk] as number) < KNOWN_FROM_S) return null;
    return (this.#metres[run] as number) >= (this.#metres[walk] as number) ? RUN : WALK;
  }

  /** Metres a second; NaN when the run hardly shows this gait there. */
  speedMps(bin: number, gait: number): number {
    const seconds = this.#seconds[cell(bin, gait)] as number;
    return seconds < KNOWN_FROM_S ? Number.NaN : (this.#metres[cell(bin, gait)] as number) / seconds;
  }

  /** Steps a minute; NaN where none was recorded. */
  cadenceSpm(bin: number, gait: number): number {
    return (60 * (this.#steps[cell(bin, gait)] as number)) / (this.#cadenceS[cell(bin, gait)] as number);
  }
}

const moves = (gait: number): boolean => gait === RUN || gait === WALK;
const cell = (bin: number, gait: number): number => gait * BINS + bin + BINS_EACH_WAY;
const add = (sums: Float64Array, at: number, value: number): void => {
  sums[at] = (sums[at] as number) + value;
};

/**
 * The same route in the other direction. Slopes change sign. Each stretch keeps its own pace, times what this runner's
 * pace on the mirrored slope is to that on the slope as recorded; where the run does not show the mirrored slope, the
 * pace stays. Where the runner mostly walks one slope and runs its mirror image, the gait changes too. Cadence follows
 * speed and slope as it does for everybody.
 * @param heightM metres, or null
 */
export function reversed(track: LoadTrack, heightM: number | null): LoadTrack {
  const habits = new SlopeHabits(track);
  const { length } = track;
  const last = length - 1;
  const lengthM = (track.distanceM[last] ?? 0) as number;
  const back: LoadTrack & { readonly distanceM: Float64Array } = {
    ...track,
    durationS: new Float64Array(length),
    distanceM: track.distanceM.map((_, k) => lengthM - (track.distanceM[last - k] as number)),
    speedMps: new Float64Array(length).fill(Number.NaN),
    gradePct: new Float64Array(length).fill(Number.NaN),
    gradeErrorPct: new Float64Array(length).fill(Number.NaN),
    cadenceSpm: new Float64Array(length).fill(Number.NaN),
    gait: new Uint8Array(length).fill(STAND),
    surface: new Uint8Array(length),
  };
  for (let k = 0; k < last; k++) {
    const i = last - 1 - k;
    const gradePct = track.gradePct[i] as number;
    const gait = track.gait[i] as number;
    back.surface[k] = track.surface[i] as number;
    back.gradePct[k] = -gradePct;
    back.gradeErrorPct[k] = track.gradeErrorPct[i] as number;
    const there = Number.isNaN(gradePct) || !moves(gait) ? null : mirrored(track, i, habits, heightM);
    back.gait[k] = there?.gait ?? gait;
    back.speedMps[k] = there?.speedMps ?? (track.speedMps[i] as number);
    back.cadenceSpm[k] = there?.cadenceSpm ?? (track.cadenceSpm[i] as number);
    back.durationS[k] = (track.durationS[i] as number) * (there?.timeFactor ?? 1);
  }
  return back;
}

/** Gait, speed and cadence of one interval the other way; null where they stay as they were. */
function mirrored(track: LoadTrack, i: number, habits: SlopeHabits, heightM: number | null) {
  const gradePct = track.gradePct[i] as number;
  const bin = binOf(gradePct);
  const speed = track.speedMps[i] as number;
  if (bin === 0 || !(speed > 0)) return null;
  const was = track.gait[i] as number;
  const other = habits.gait(-bin);
  const gait = other !== null && was === habits.gait(bin) ? other : was;
  const usual = habits.speedMps(-bin, gait);
  const speedFactor = gait === was ? usual / habits.speedMps(bin, gait) : usual / speed;
  const speedMps = speed * (Number.isNaN(speedFactor) ? 1 : speedFactor);
  const cadenceSpm =
    gait === was
      ? (track.cadenceSpm[i] as number) * cadenceFactor(gait, speed, speedMps, gradePct, heightM)
      : habits.cadenceSpm(-bin, gait);
  return { gait, speedMps, cadenceSpm, timeFactor: speed / speedMps };
}

function cadenceFactor(gait: number, from: number, to: number, gradePct: number, heightM: number | null): number {
  if (gait === WALK) return expectedWalkingCadenceSpm(to) / expectedWalkingCadenceSpm(from);
  return expectedCadenceSpm(to, heightM, -gradePct / 100) / expectedCadenceSpm(from, heightM, gradePct / 100);
}
