import { quantile } from '../stats/stats.ts';
import type { ChannelName } from './activity.ts';
import { greatCircleM } from './great-circle.ts';
import type { SampleTable } from './sample-table.ts';

/** Seconds over which a speed is taken, so that GPS noise of single points does not count. Assumption. */
const WINDOW_S = 10;
/** Longest gap between two points that still tells a speed. Assumption. */
const MAX_GAP_S = 60;
/** Below this somebody stands. Assumption. */
const STANDING_MPS = 0.5;
/**
 * Slower than this in the median is a walk. Assumption: people change from walking to running near 2 m/s, trail runs with
 * long climbs have a slower median, and walks for exercise rarely one above 1.7 m/s.
 */
const SLOWEST_RUN_MPS = 1.7;
/**
 * Faster than this in the median is a ride. Assumption: it would be 10 km in 33 minutes, and rides are seldom slower; a
 * faster runner's file has to name its sport.
 */
const FASTEST_RUN_MPS = 5;
/** A tenth of the time faster than this is a ride. Assumption: few hold 6.5 m/s (2:34 a km) for that long. */
const FASTEST_TENTH_MPS = 6.5;
/**
 * Strides a minute from which slow movement is running. Assumption, from one median a file over public recordings: walks
 * have 45 to 65, runs 70 and more.
 */
const FEWEST_RUN_STRIDES_PER_MIN = 70;
/** More than this a minute are steps of both feet: no run has a median of so many strides. Assumption, same recordings. */
const MOST_STRIDES_PER_MIN = 105;
/** The same in slow movement: a slow jog has up to 85 strides, a walk from 90 steps on. Assumption. */
const MOST_SLOW_STRIDES_PER_MIN = 87;

/**
 * Metres between two rows: by position or the recorded distance, whichever moved (a fix on a treadmill does not), else by
 * speed; NaN where none is there.
 */
function step(table: SampleTable, from: number, to: number, seconds: number): number {
  const at = (channel: ChannelName, row: number): number => table.at(channel, row);
  const placed = greatCircleM(at('latDeg', from), at('lonDeg', from), at('latDeg', to), at('lonDeg', to));
  const counted = at('distanceM', to) - at('distanceM', from);
  if (Number.isNaN(placed)) return Number.isNaN(counted) ? at('speedMps', from) * seconds : counted;
  return Number.isNaN(counted) ? placed : Math.max(placed, counted);
}

/** Speeds of the windows in which somebody moved, m/s. */
function movingSpeeds(table: SampleTable, rows: Uint32Array): number[] {
  const speeds: number[] = [];
  let metres = 0;
  let seconds = 0;
  for (let i = 1; i < rows.length; i += 1) {
    const from = rows[i - 1] ?? 0;
    const to = rows[i] ?? 0;
    const passed = (table.timeMs(to) - table.timeMs(from)) / 1000;
    const moved = step(table, from, to, passed);
    if (!(passed > 0 && passed <= MAX_GAP_S) || Number.isNaN(moved)) continue;
    metres += moved;
    seconds += passed;
    if (seconds >= WINDOW_S) {
      if (metres / seconds >= STANDING_MPS) speeds.push(metres / seconds);
      metres = 0;
      seconds = 0;
    }
  }
  return speeds;
}

/** The median stride rate of a moving foot, strides a minute, where more than `mostStrides` are steps; NaN without cadence. */
function medianStrides(table: SampleTable, rows: Uint32Array, mostStrides: number): number {
  const cadence = quantile(
    Array.from(rows, (row) => table.at('cadencePerMin', row) || Number.NaN),
    0.5,
  );
  return cadence > mostStrides ? cadence / 2 : cadence;
}

/** What the speed says of a recording whose file names no sport. */
export type SpeedVerdict =
  | { readonly kind: 'run' }
  | { readonly kind: 'other'; readonly sport: string; readonly why: string };

/**
 * Tells whether the chosen rows may be a run, by speed and, where that is slow or missing, by cadence.
 *
 * @param rows of the table, in file order.
 */
export function judgeBySpeed(table: SampleTable, rows: Uint32Array): SpeedVerdict {
  const speeds = movingSpeeds(table, rows);
  const median = quantile(speeds, 0.5);
  const mostStrides = median < SLOWEST_RUN_MPS ? MOST_SLOW_STRIDES_PER_MIN : MOST_STRIDES_PER_MIN;
  const runsByCadence = medianStrides(table, rows, mostStrides) >= FEWEST_RUN_STRIDES_PER_MIN;
  const said = `This file names no sport, and its median speed while moving is ${(median * 3.6).toFixed(1)} km/h.`;
  const fastest = quantile(speeds, 0.9);
  if (median > FASTEST_RUN_MPS || fastest > FASTEST_TENTH_MPS) {
    const why = `${said} For a tenth of the time it is faster than ${(fastest * 3.6).toFixed(0)} km/h. That is a ride.`;
    return { kind: 'other', sport: 'a ride', why };
  }
  if (median >= SLOWEST_RUN_MPS || runsByCadence) return { kind: 'run' };
  if (Number.isNaN(median)) {
    return { kind: 'other', sport: 'unknown', why: 'This file names no sport and holds no speed to tell it by.' };
  }
  return { kind: 'other', sport: 'walking', why: `${said} That is a walk.` };
}
