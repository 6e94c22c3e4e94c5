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
/** A slope is known when the runner was on it so long, seconds. Assumption: shorter bits are starts and stops. */
const KNOWN_FROM_S = 30;

/** What the runner did on slopes of one bin in one gait: sums. */
interface Habit {
  seconds: number;
  metres: number;
  /** Seconds with a cadence, and cadence times these seconds. */
  cadenceS: number;
  cadenceSum: number;
}

/** Bins of a slope and of its mirror image are each other's opposite; `Math.round` alone would break the tie upwards. */
const binOf = (gradePct: number): number =>
  Math.sign(gradePct) * Math.min(BINS_EACH_WAY, Math.round(Math.abs(gradePct) / BIN_PCT));

/** How one runner takes slopes, as one run shows it. */
class SlopeHabits {
  private readonly habits = new Map<string, Habit>();

  constructor(track: LoadTrack) {
    for (let i = 0; i < track.length; i++) {
      const gait = track.gait[i] as number;
      const seconds = track.durationS[i] as number;
      const speedMps = track.speedMps[i] as number;
      const gradePct = track.gradePct[i] as number;
      if ((gait !== RUN && gait !== WALK) || !(seconds > 0) || !(speedMps > 0) || Number.isNaN(gradePct)) continue;
      const habit = this.at(binOf(gradePct), gait);
      habit.seconds += seconds;
      habit.metres += speedMps * seconds;
      const cadenceSpm = track.cadenceSpm[i] as number;
      if (!(cadenceSpm > 0)) continue;
      habit.cadenceS += seconds;
      habit.cadenceSum += cadenceSpm * seconds;
    }
  }

  private at(bin: number, gait: number): Habit {
    const key = `${bin} ${gait}`;
    const known = this.habits.get(key) ?? { seconds: 0, metres: 0, cadenceS: 0, cadenceSum: 0 };
    this.habits.set(key, known);
    return known;
  }

  /** The gait that covers more ground there; null when the run hardly shows the slope. */
  gait(bin: number): number | null {
    const [run, walk] = [this.at(bin, RUN), this.at(bin, WALK)];
    if (run.seconds + walk.seconds < KNOWN_FROM_S) return null;
    return run.metres >= walk.metres ? RUN : WALK;
  }

  /** Metres a second; NaN when the run hardly shows this gait there. */
  speedMps(bin: number, gait: number): number {
    const { seconds, metres } = this.at(bin, gait);
    return seconds < KNOWN_FROM_S ? Number.NaN : metres / seconds;
  }

  /** Steps a minute; NaN where none was recorded. */
  cadenceSpm(bin: number, gait: number): number {
    const { cadenceS, cadenceSum } = this.at(bin, gait);
    return cadenceSum / cadenceS;
  }
}

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
    const there =
      Number.isNaN(gradePct) || (gait !== RUN && gait !== WALK) ? null : mirrored(track, i, habits, heightM);
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
