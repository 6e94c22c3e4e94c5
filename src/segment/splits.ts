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
 * A run cut into equal lengths. An interval across a border counts on both sides by its way. Ups and downs of the smoothed
 * altitude are scaled so that the splits have the run's own ascent and descent together, from which noise is taken out.
 * @param kneeLoadKm flat-easy km of each interval
 * @param lengthM of a split, metres; a kilometre or a mile
 * @returns in order; their loads, times, ascents and descents add up to those of the run
 */
export function splits(track: Track, kneeLoadKm: Float64Array, lengthM: number): Split[] {
  const totalM = track.distanceM[track.length - 1] ?? 0;
  const whole = Math.max(1, Math.ceil((totalM - LEAST_REST_M) / lengthM));
  const sums: Sum[] = [];
  let start = 0;
  for (let at = 0; at < whole; at++) {
    const isLast = at === whole - 1;
    const sum: Sum = {
      startM: at * lengthM,
      endM: isLast ? totalM : (at + 1) * lengthM,
      ...{ movingS: 0, loadKm: 0, runS: 0, steps: 0, upM: 0, downM: 0 },
    };
    let end = start;
    while (end < track.length && (isLast || (track.distanceM[end] as number) < sum.endM)) {
      addInterval(sum, track, kneeLoadKm, end);
      end++;
    }
    sums.push(sum);
    // The interval before lies across the border.
    start = Math.max(start, end - 1);
  }
  const up = scaleTo(track.ascentM, sums, (sum) => sum.upM);
  const down = scaleTo(track.descentM, sums, (sum) => sum.downM);
  return sums.map((sum) => ({
    startM: sum.startM,
    endM: sum.endM,
    movingTimeS: sum.movingS,
    ascentM: up === null ? null : up * sum.upM,
    descentM: down === null ? null : down * sum.downM,
    cadenceSpm: sum.runS > 0 ? sum.steps / sum.runS : null,
    kneeLoadKm: sum.loadKm,
  }));
}

interface Sum {
  readonly startM: number;
  readonly endM: number;
  movingS: number;
  loadKm: number;
  runS: number;
  steps: number;
  upM: number;
  downM: number;
}

function scaleTo(totalM: number | null, sums: readonly Sum[], of: (sum: Sum) => number): number | null {
  if (totalM === null) return null;
  const summed = sums.reduce((all, sum) => all + of(sum), 0);
  return summed > 0 ? totalM / summed : 0;
}

function addInterval(sum: Sum, track: Track, kneeLoadKm: Float64Array, i: number): void {
  const fromM = track.distanceM[i] as number;
  const toM = track.distanceM[i + 1] ?? fromM;
  const share =
    toM > fromM ? (Math.min(toM, sum.endM) - Math.max(fromM, sum.startM)) / (toM - fromM) : Number(fromM >= sum.startM);
  if (!(share > 0)) return;
  const seconds = (track.durationS[i] as number) * share;
  const gait = track.gait[i];
  if (gait === RUN || gait === WALK) sum.movingS += seconds;
  sum.loadKm += (kneeLoadKm[i] as number) * share;
  const riseM = ((track.altitudeM[i + 1] ?? Number.NaN) - (track.altitudeM[i] as number)) * share;
  if (riseM > 0) sum.upM += riseM;
  if (riseM < 0) sum.downM -= riseM;
  const cadenceSpm = track.cadenceSpm[i] as number;
  if (gait !== RUN || Number.isNaN(cadenceSpm)) return;
  sum.runS += seconds;
  sum.steps += cadenceSpm * seconds;
}
