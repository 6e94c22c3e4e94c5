/** Seasons of real runners, read whole; see `real-data.ts`. */
import { type Reading, read } from '../../src/read.ts';
import { readRealFile, realDataIndex, sha256 } from './real-data.ts';

/** Where a season lies and what may be told of it. */
export interface RealSeason {
  /** Names nobody and no place. */
  readonly title: string;
  /** What kind of running it is, in a few words. */
  readonly about: string;
  /** How the paths of its files begin. */
  readonly folder: string;
  /** How the years of its runs begin. */
  readonly years: RegExp;
  readonly runs: number;
}

/** The seasons that stand beside the checkout. */
export const REAL_SEASONS: readonly RealSeason[] = [
  {
    title: 'Road season',
    about: 'a lay-off, then 29 to 240 km a month',
    folder: 'season/wuyueSea',
    years: /^20(23|24)/,
    runs: 94,
  },
  {
    title: 'Trail season',
    about: 'mountains and races up to 100 km',
    folder: 'season/x3cl',
    years: /^201[89]/,
    runs: 130,
  },
];

/** Its runs in order of time. @throws Error where a file cannot be read. */
export function realReadings({ folder, years }: RealSeason): readonly Reading[] {
  return realDataIndex()
    .filter(
      ({ path, sport, start_utc }) => path?.startsWith(folder) && sport === 'running' && years.test(start_utc ?? ''),
    )
    .map(({ path = '' }) => {
      const bytes = readRealFile(path);
      const reading = read(bytes, { sha256: sha256(bytes) });
      if (!reading.ok) throw new Error(`${path}: ${reading.error.message}`);
      return reading.value;
    })
    .sort((a, b) => a.facts.startedAtMs - b.facts.startedAtMs);
}
