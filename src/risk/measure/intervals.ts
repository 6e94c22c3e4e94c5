/** Intervals of a track that share a property, as times and as stretches. */
import type { Extent } from '../../segment/segment.ts';
import { GAITS, type Track } from '../../track/track.ts';

type Moving = Pick<Track, 'length' | 'timeS' | 'durationS' | 'distanceM' | 'gait'>;

const WALK = GAITS.indexOf('walk');
const RUN = GAITS.indexOf('run');

/** Whether the runner ran in interval i. */
export const isRunning = ({ gait }: Pick<Track, 'gait'>, i: number): boolean => gait[i] === RUN;

/** Whether the runner ran or walked in interval i. */
export const isMoving = ({ gait }: Pick<Track, 'gait'>, i: number): boolean => gait[i] === RUN || gait[i] === WALK;

/** Seconds of the intervals for which it holds. */
export function secondsWhere(motion: Moving, holds: (i: number) => boolean): number {
  let seconds = 0;
  for (let i = 0; i < motion.length; i++) if (holds(i)) seconds += motion.durationS[i] as number;
  return seconds;
}

/**
 * The stretches along which it holds, in order. A break of up to `bridgeS` seconds does not end one.
 * @param minS stretches shorter than this, seconds, are left out
 */
export function stretchesWhere(motion: Moving, holds: (i: number) => boolean, minS: number, bridgeS = 10): Extent[] {
  const stretches: { startIndex: number; endIndex: number }[] = [];
  for (let i = 0; i + 1 < motion.length; i++) {
    if (!holds(i)) continue;
    const last = stretches.at(-1);
    const breakS = last
      ? (motion.timeS[i] as number) - (motion.timeS[last.endIndex] as number)
      : Number.POSITIVE_INFINITY;
    if (last && breakS <= bridgeS) last.endIndex = i + 1;
    else stretches.push({ startIndex: i, endIndex: i + 1 });
  }
  return stretches
    .map(({ startIndex, endIndex }) => ({
      startIndex,
      endIndex,
      startS: motion.timeS[startIndex] as number,
      endS: motion.timeS[endIndex] as number,
      startM: motion.distanceM[startIndex] as number,
      endM: motion.distanceM[endIndex] as number,
    }))
    .filter(({ startS, endS }) => endS - startS >= minS);
}
