import { ascentAndDescent } from '../track/altitude.ts';
import { GAITS, type Track } from '../track/track.ts';

/** One kilometre or mile of a run; the last is as long as what is left. */
export interface Split {
  /** Metres since the start of the run. */
  readonly startM: number;
  readonly endM: number;
  /** Seconds of walking and running, without stops. */
  readonly movingTimeS: number;
  /** Metres, each ≥ 0; null where no altitude is known. */
  readonly ascentM: number | null;
  readonly descentM: number | null;
  /** Steps a minute over running, weighted by time; null without cadence. */
  readonly cadenceSpm: number | null;
  /** Flat-easy km, mid estimate. */
  readonly kneeLoadKm: number;
}

/** A rest shorter than this belongs to the split before it, metres (assumption: within the error of any watch). */
const LEAST_REST_M = 20;

const RUN = GAITS.indexOf('run');
const WALK = GAITS.indexOf('walk');

/**
 * A run cut into equal lengths. An interval across a border counts on both sides by its way.
 * @param kneeLoadKm flat-easy km of each interval
 * @param lengthM of a split, metres; a kilometre or a mile
 * @returns in order; their loads and times add up to those of the run
 */
export function splits(track: Track, kneeLoadKm: Float64Array, lengthM: number): Split[] {
  const totalM = track.distanceM[track.length - 1] ?? 0;
  const whole = Math.max(1, Math.ceil((totalM - LEAST_REST_M) / lengthM));
  const cut: Split[] = [];
  let start = 0;
  for (let at = 0; at < whole; at++) {
    const startM = at * lengthM;
    const endM = at === whole - 1 ? totalM : startM + lengthM;
    let end = start;
    const sum = { movingS: 0, loadKm: 0, runS: 0, steps: 0 };
    for (; end < track.length && ((track.distanceM[end] as number) < endM || at === whole - 1); end++) {
      addInterval(sum, track, kneeLoadKm, end, startM, endM);
    }
    const hills = ascentAndDescent(track.altitudeM.subarray(start, end + 1), track.altitudeSource);
    const isKnown = track.altitudeM.subarray(start, end + 1).some((value) => !Number.isNaN(value));
    cut.push({
      startM,
      endM,
      movingTimeS: sum.movingS,
      ascentM: isKnown ? hills.ascentM : null,
      descentM: isKnown ? hills.descentM : null,
      cadenceSpm: sum.runS > 0 ? sum.steps / sum.runS : null,
      kneeLoadKm: sum.loadKm,
    });
    // The interval before lies across the border.
    start = Math.max(start, end - 1);
  }
  return cut;
}

function addInterval(
  sum: { movingS: number; loadKm: number; runS: number; steps: number },
  track: Track,
  kneeLoadKm: Float64Array,
  i: number,
  startM: number,
  endM: number,
): void {
  const fromM = track.distanceM[i] as number;
  const toM = track.distanceM[i + 1] ?? fromM;
  const share = toM > fromM ? (Math.min(toM, endM) - Math.max(fromM, startM)) / (toM - fromM) : Number(fromM >= startM);
  if (!(share > 0)) return;
  const seconds = (track.durationS[i] as number) * share;
  const gait = track.gait[i];
  if (gait === RUN || gait === WALK) sum.movingS += seconds;
  sum.loadKm += (kneeLoadKm[i] as number) * share;
  const cadenceSpm = track.cadenceSpm[i] as number;
  if (gait !== RUN || Number.isNaN(cadenceSpm)) return;
  sum.runS += seconds;
  sum.steps += cadenceSpm * seconds;
}
