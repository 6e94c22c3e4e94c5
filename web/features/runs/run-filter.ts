import type { RunSummary } from '#contract/runs';
import { localDate, shortDayYear } from '../../lib/dates.ts';
import { words } from '../../lib/words.ts';

/** How the list can be ordered. */
export const ORDERS = ['newest', 'oldest', 'longest', 'load', 'load-per-km', 'descent'] as const;
/** See {@link ORDERS}. */
export type Order = (typeof ORDERS)[number];

/** Which runs the list shows; empty text and null leave all. */
export interface RunFilter {
  /** Words that all have to stand in date, file name, device, kind or flags. */
  readonly text: string;
  /** Local calendar dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly leastM: number | null;
  readonly mostM: number | null;
  /** Sub-sport as the file says it. */
  readonly kind: string;
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

const said = (run: RunSummary): string =>
  [
    shortDayYear(run.startedAt),
    run.fileName,
    run.device,
    words.runs.subSport(run.subSport),
    ...run.flags.map((flag) => flag.title),
  ]
    .join(' ')
    .toLowerCase();

function hasFlag(run: RunSummary, flag: string): boolean {
  if (flag === '') return true;
  if (flag === NO_FLAG) return run.flags.length === 0;
  return flag === ANY_FLAG ? run.flags.length > 0 : run.flags.some(({ id }) => id === flag);
}

/** The runs that a filter leaves, in its order. */
export function filterRuns(runs: readonly RunSummary[], filter: RunFilter): RunSummary[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = runs.filter((run) => {
    const date = localDate(new Date(run.startedAt));
    return (
      (filter.from === '' || date >= filter.from) &&
      (filter.to === '' || date <= filter.to) &&
      (filter.leastM === null || run.distanceM >= filter.leastM) &&
      (filter.mostM === null || run.distanceM <= filter.mostM) &&
      (filter.kind === '' || run.subSport === filter.kind) &&
      hasFlag(run, filter.flag) &&
      (wanted.length === 0 || wanted.every((word) => said(run).includes(word)))
    );
  });
  return kept.sort(COMPARE[filter.order]);
}
