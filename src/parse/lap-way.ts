import type { ChannelName } from './activity.ts';
import type { SampleTable } from './sample-table.ts';

/** What a lap, or a whole session, says of itself. */
export interface LapSums {
  /** Milliseconds since 1970. */
  readonly startMs: number;
  readonly seconds: number;
  readonly distanceM: number;
  /** In the unit of the file's cadence column; NaN where it tells none. */
  readonly cadencePerMin: number;
}

/** Nobody runs a lap faster: a slip of the unit. The 100 m world record has a mean of 10.4 m/s. */
const FASTEST_LAP_MPS = 10.5;

/** Channels of which each tells the way by itself. */
export const TELLS_WAY: readonly ChannelName[] = ['distanceM', 'latDeg', 'speedMps'];

/**
 * Gives a run whose points hold neither distance, place nor speed (a treadmill without a footpod, a run typed in by hand) the
 * way that its laps tell, spread evenly over the time of each. Where it has no points at all, each lap begins and ends with one.
 *
 * @param rows of the run, in file order; gets the points that are made.
 * @param laps in any order; those without a start, a time or a way count for nothing.
 * @returns whether way was given.
 */
export function wayOfLaps(table: SampleTable, rows: number[], laps: readonly LapSums[]): boolean {
  const told = laps
    .filter(({ startMs, seconds, distanceM }) => {
      const speed = distanceM / seconds;
      return Number.isFinite(startMs) && seconds > 0 && speed > 0 && speed <= FASTEST_LAP_MPS;
    })
    .sort((a, b) => a.startMs - b.startMs);
  if (told.length === 0 || rows.some((row) => TELLS_WAY.some((name) => !Number.isNaN(table.at(name, row)))))
    return false;
  if (rows.length === 0) rows.push(...pointsOf(table, told));
  const wayAt = wayOverTime(told);
  for (const row of rows) table.set('distanceM', row, wayAt(table.timeMs(row)));
  return true;
}

const endMs = ({ startMs, seconds }: LapSums): number => startMs + seconds * 1000;

/** Rows at the ends of laps that come one after the other. */
function pointsOf(table: SampleTable, laps: readonly LapSums[]): number[] {
  const from = table.length;
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const lap of laps) {
    if (lap.startMs > lastMs) table.addRow(lap.startMs);
    table.put('cadencePerMin', lap.cadencePerMin);
    table.addRow(Math.max(lastMs, endMs(lap)));
    table.put('cadencePerMin', lap.cadencePerMin);
    lastMs = Math.max(lastMs, endMs(lap));
  }
  return Array.from({ length: table.length - from }, (_, i) => from + i);
}

/** Tells the metres made until a time. A file may have thousands of laps and points, so neither is searched for each other in turn. */
function wayOverTime(laps: readonly LapSums[]): (timeMs: number) => number {
  let sum = 0;
  const before = laps.map(({ distanceM }) => {
    sum += distanceM;
    return sum - distanceM;
  });
  return (timeMs) => {
    let [low, high] = [0, laps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((laps[middle] as LapSums).startMs <= timeMs) low = middle + 1;
      else high = middle;
    }
    const lap = laps[low - 1];
    if (lap === undefined) return 0;
    return (before[low - 1] as number) + lap.distanceM * Math.min(1, (timeMs - lap.startMs) / 1000 / lap.seconds);
  };
}
