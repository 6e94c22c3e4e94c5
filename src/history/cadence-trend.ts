import { expectedCadenceSpm } from '../load/preferred-cadence.ts';
import { mannKendallZ } from '../stats/mann-kendall.ts';
import { weightedMedian } from '../stats/stats.ts';
import { theilSenSlope } from '../stats/theil-sen.ts';
import { wordsIn } from '../words.ts';
import { type CadenceChange, cadenceChanges } from './cadence-changes.ts';
import { fitCadenceLine } from './cadence-line.ts';
import { type CadenceWeek, cadenceWeeks } from './cadence-weeks.ts';
import { longDate } from './calendar.ts';
import { distinctRuns } from './distinct-runs.ts';
import type { Profile } from './profile.ts';
import type { CadenceBin, History } from './run-facts.ts';

/** Spread between runners of one height and speed, steps/min (one standard deviation). @cite Luedke2021, VanOeveren2019 */
export const BETWEEN_RUNNERS_SD_SPM = 9;

/** Running at speeds further than this from the usual one is left out, m/s. Assumption: repeats and jogs are another gait. */
const NEAR_USUAL_MPS = 0.6;
/** Weeks with a cadence that a trend needs. Assumption: the test below can hardly fire with fewer. */
const MIN_WEEKS = 6;
/** Mann–Kendall score that a trend needs: 1 chance in 20 without any. Convention. */
const MIN_Z = 1.96;
/** Change over the whole time that a trend needs, steps/min. Assumption: twice what a watch rounds to. */
const MIN_CHANGE_SPM = 2;
const WEEKS_OF_YEAR = 52;
/** A longer time is told in years: two years. Assumption: nobody counts further in weeks. */
const MOST_COUNTED_WEEKS = 104;

/** How cadence at the usual speed moved over the weeks. */
export interface CadenceTrend {
  /** The speed with most flat steady running, metres a second; null with none. */
  readonly usualSpeedMps: number | null;
  /** Cadence expected there for the runner's height with the spread between runners; null without height or speed. */
  readonly expected: { readonly lowSpm: number; readonly midSpm: number; readonly highSpm: number } | null;
  readonly trend: 'rising' | 'falling' | 'no-clear-change' | 'too-little-data';
  /** A plain sentence that says so with its number. */
  readonly sentence: string;
  readonly weeks: readonly CadenceWeek[];
  /** Steps to another level, earliest first. */
  readonly changes: readonly CadenceChange[];
}

/** The middle of the 0.1 m/s bin with most running; the slower of two alike. */
function usualSpeed(bins: readonly CadenceBin[]): number | null {
  const secondsAt = new Map<number, number>();
  for (const { speedMps, durationS } of bins) {
    // Whole cm/s, so that the same bin of two files is one key in spite of binary fractions.
    const key = Math.round(speedMps * 100);
    secondsAt.set(key, (secondsAt.get(key) ?? 0) + durationS);
  }
  const ranked = [...secondsAt].sort(([a, secondsA], [b, secondsB]) => secondsB - secondsA || a - b);
  return ranked[0] ? ranked[0][0] / 100 : null;
}

/** The latest step to another level, in words; empty when there is none or the trend says it already. */
function latestChange(changes: readonly CadenceChange[], trend: CadenceTrend['trend']): string {
  const latest = changes.at(-1);
  if (!latest || trend === 'too-little-data') return '';
  const direction = latest.changeSpm > 0 ? 'higher' : 'lower';
  if (trend === (direction === 'higher' ? 'rising' : 'falling')) return '';
  return ` Since the week of ${longDate(latest.weekStart)} it has been about ${Math.round(Math.abs(latest.changeSpm))} ${direction} than in the weeks before.`;
}

const lasting = (weeks: number): string =>
  weeks <= MOST_COUNTED_WEEKS ? `${weeks} weeks` : `about ${Math.round(weeks / WEEKS_OF_YEAR)} years`;

function judge(weeks: readonly CadenceWeek[], pace: string): Pick<CadenceTrend, 'trend' | 'sentence'> {
  const points = weeks.flatMap(({ cadenceSpm, minutes }, week) =>
    cadenceSpm === null ? [] : [{ x: week, y: cadenceSpm, weight: minutes }],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < MIN_WEEKS)
    return {
      trend: 'too-little-data',
      sentence: `A trend of your cadence takes ${MIN_WEEKS} weeks with 10 minutes or more of flat, steady running; ${points.length} so far.`,
    };
  const span = last.x - first.x;
  const changeSpm = theilSenSlope(points, 1) * span;
  const z = mannKendallZ(points.map(({ y }) => y));
  const clear = Math.abs(z) > MIN_Z && Math.abs(changeSpm) >= MIN_CHANGE_SPM && Math.sign(z) === Math.sign(changeSpm);
  const usualSpm = weightedMedian(
    points.map(({ y }) => y),
    points.map(({ weight }) => weight),
  );
  const where = `Your cadence at ${pace} on the flat`;
  if (!clear)
    return {
      trend: 'no-clear-change',
      sentence: `${where} shows no steady rise or fall over ${lasting(span + 1)}: about ${Math.round(usualSpm)} steps a minute.`,
    };
  const verb = changeSpm > 0 ? 'rose' : 'fell';
  return {
    trend: changeSpm > 0 ? 'rising' : 'falling',
    sentence: `${where} ${verb} by about ${Math.round(Math.abs(changeSpm))} steps a minute over ${lasting(span + 1)}.`,
  };
}

/**
 * Cadence over the weeks at the runner's usual flat speed, each week moved there along the runner's own slope, so that
 * a slow month does not look like a low cadence. A trend is named when the Mann–Kendall score of the weeks passes 1.96
 * and the Theil–Sen change is 2 steps/min or more.
 * @param history runs in any order; a run in two files counts once
 * @param runner without a height the expected cadence is left out; units and zone shape the words and the weeks
 */
export function cadenceTrend(history: History, runner: Pick<Profile, 'heightM' | 'units' | 'timeZone'>): CadenceTrend {
  const { heightM, timeZone } = runner;
  // Before the first and after the last cadence there is nothing to draw.
  const runs = distinctRuns(history.filter(({ facts }) => facts.flatCadence.length > 0));
  const bins = runs.flatMap(({ facts }) => facts.flatCadence);
  const usualSpeedMps = usualSpeed(bins);
  const line = fitCadenceLine(bins);
  if (usualSpeedMps === null || line === null)
    return {
      usualSpeedMps: null,
      expected: null,
      trend: 'too-little-data',
      sentence:
        'No flat, steady running with cadence yet. Runs from a watch or foot pod that counts steps will show here.',
      weeks: [],
      changes: [],
    };
  const weeks = cadenceWeeks(
    runs,
    { timeZone, usualSpeedMps, slopeSpmPerMps: line.slopeSpmPerMps },
    ({ speedMps }) => Math.abs(speedMps - usualSpeedMps) <= NEAR_USUAL_MPS,
  );
  const midSpm = heightM === null ? null : expectedCadenceSpm(usualSpeedMps, heightM, 0);
  const changes = cadenceChanges(weeks);
  const { trend, sentence } = judge(weeks, wordsIn(runner.units).pace(usualSpeedMps));
  return {
    usualSpeedMps,
    expected:
      midSpm === null
        ? null
        : { lowSpm: midSpm - BETWEEN_RUNNERS_SD_SPM, midSpm, highSpm: midSpm + BETWEEN_RUNNERS_SD_SPM },
    trend,
    sentence: sentence + latestChange(changes, trend),
    weeks,
    changes,
  };
}
