import type { RunSummary } from '#contract/runs';
import { localDate, shortDayYear } from '../../lib/dates.ts';
import { words } from '../../lib/words.ts';

/** How the list can be ordered. */
export const ORDERS = ['newest', 'oldest', 'longest', 'load', 'load-per-km', 'descent'] as const;
/** See {@link ORDERS}. */
export type Order = (typeof ORDERS)[number];

/** Which runs the list shows; empty text and null leave all. */
export interface RunFilter {
  /** Words that all have to stand in date, name, file name, device, shoes, kind, ground or flags. */
  readonly text: string;
  /** Local calendar dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly leastM: number | null;
  readonly mostM: number | null;
  /** Sub-sport as the file says it. */
  readonly kind: string;
  /** Class of ground under most of the way. */
  readonly ground: string;
  /** Id of a finding, or one of the two below. */
  readonly flag: string;
  readonly order: Order;
}

/** Runs with any flag, and runs without. */
export const ANY_FLAG = 'any';
/** See {@link ANY_FLAG}. */
export const NO_FLAG = 'none';

/** All runs, the latest first. */
export const EVERY_RUN: RunFilter = {
  text: '',
  from: '',
  to: '',
  leastM: null,
  mostM: null,
  kind: '',
  ground: '',
  flag: '',
  order: 'newest',
};

const perKm = (run: RunSummary) => (run.distanceM > 0 ? run.kneeLoadKm.mid / run.distanceM : 0);

const COMPARE: Record<Order, (a: RunSummary, b: RunSummary) => number> = {
  newest: (a, b) => b.startedAt.localeCompare(a.startedAt),
  oldest: (a, b) => a.startedAt.localeCompare(b.startedAt),
  longest: (a, b) => b.distanceM - a.distanceM,
  load: (a, b) => b.kneeLoadKm.mid - a.kneeLoadKm.mid,
  'load-per-km': (a, b) => perKm(b) - perKm(a),
  descent: (a, b) => (b.descentM ?? -1) - (a.descentM ?? -1),
};

/** What was made of each run for the search: dates in words are slow to make for thousands of runs at each letter typed. */
const madeWords = new WeakMap<RunSummary, string>();

function said(run: RunSummary): string {
  const known = madeWords.get(run);
  if (known !== undefined) return known;
  const { startedAt, fileName, device, subSport, title, gear, ground, flags } = run;
  const told = [shortDayYear(startedAt), fileName, device, words.runs.subSport(subSport), title, gear];
  const made = [...told, ground && groundName(ground), ...flags.map((flag) => flag.title)].join(' ').toLowerCase();
  madeWords.set(run, made);
  return made;
}

function hasFlag(run: RunSummary, flag: string): boolean {
  if (flag === '') return true;
  if (flag === NO_FLAG) return run.flags.length === 0;
  return flag === ANY_FLAG ? run.flags.length > 0 : run.flags.some(({ id }) => id === flag);
}

const dateOf = (run: RunSummary): string => localDate(new Date(run.startedAt));

/** Ground as the list calls it. */
export const groundName = (ground: string): string => words.ground.types[ground] ?? ground;

/** The runs that a filter leaves, in its order. */
export function filterRuns(runs: readonly RunSummary[], filter: RunFilter): RunSummary[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = runs.filter((run) => {
    return (
      (filter.from === '' || dateOf(run) >= filter.from) &&
      (filter.to === '' || dateOf(run) <= filter.to) &&
      (filter.leastM === null || run.distanceM >= filter.leastM) &&
      (filter.mostM === null || run.distanceM <= filter.mostM) &&
      (filter.kind === '' || run.subSport === filter.kind) &&
      (filter.ground === '' || run.ground === filter.ground) &&
      hasFlag(run, filter.flag) &&
      (wanted.length === 0 || wanted.every((word) => said(run).includes(word)))
    );
  });
  return kept.sort(COMPARE[filter.order]);
}
