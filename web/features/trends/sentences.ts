import type { Week } from '#contract/trends';
import { plainDate } from '../../lib/dates.ts';
import { loadNumber, percent, type Units } from '../../lib/format.ts';
import { isSpike } from '../../lib/spike.ts';
import { words } from '../../lib/words.ts';

const text = words.trends;
const COMPARED_WEEKS = 4;
/** Differences smaller than this are within the noise of a week, share (assumption). */
const ALIKE = 0.1;

/** The latest week with runs against the mean of the four weeks before it. */
export function latestWeekSentence(weeks: readonly Week[], units: Units): string {
  const last = weeks.findLastIndex((week) => week.runs > 0);
  const week = weeks[last];
  if (!week) return '';
  const latest = week.kneeLoadKm.mid;
  const told: [string, string, string] = [plainDate(week.weekStart), loadNumber(latest, units), words.load.unit(units)];
  const before = weeks.slice(Math.max(0, last - COMPARED_WEEKS), Math.max(0, last));
  const mean = before.reduce((sum, week) => sum + week.kneeLoadKm.mid, 0) / COMPARED_WEEKS;
  if (before.length < COMPARED_WEEKS || mean === 0) return text.lede.first(...told);
  const change = latest / mean - 1;
  const by = percent(Math.abs(change));
  const phrase = Math.abs(change) < ALIKE ? text.lede.alike : change > 0 ? text.lede.more(by) : text.lede.less(by);
  return text.lede.against(...told, phrase);
}

/** What the runs of the weeks on screen were against the longest of the 30 days before each. */
export function longestRunSentence(weeks: readonly Week[]): string {
  if (weeks.every((week) => week.longestBefore30dM === null)) return text.longest.nothingBefore;
  const spikes = weeks.filter(isSpike).length;
  return spikes === 0 ? text.longest.titleNone : text.longest.title(spikes);
}

/** Names the heaviest of the weeks on screen. */
export function heaviestWeekSentence(weeks: readonly Week[], units: Units): string {
  const [heaviest] = weeks.toSorted((a, b) => b.kneeLoadKm.mid - a.kneeLoadKm.mid);
  if (!heaviest) return text.weeks.label;
  const load = loadNumber(heaviest.kneeLoadKm.mid, units);
  const told: [string, string, string] = [plainDate(heaviest.weekStart), load, words.load.unit(units)];
  return weeks.filter((week) => week.runs > 0).length === 1 ? text.weeks.one(...told) : text.weeks.title(...told);
}
