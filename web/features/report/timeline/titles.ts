import type { RunSplit, RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { loadNumber, metresPerUnit, percent, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';

const text = words.report.timeline;

/** Half width of the expected band as a share: one standard deviation between runners (van Oeveren 2019: 9 of 167 spm). */
export const EXPECTED_SPREAD = 0.05;
/** A smaller share of the load from descents is not worth a headline (assumption). */
const WORTH_TELLING = 0.05;

/** A larger share than this is what the picture is about. */
const MOSTLY = 0.5;

/** A load this many times another is clearly above it: less drowns in the noise of speed and grade (assumption). */
const CLEARLY = 1.1;
/** A shorter rest at the end is no kilometre to compare, share of one. */
const LEAST_SPLIT = 0.5;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The kilometre or mile that asked most of the knees. */
export interface HeaviestSplit {
  /** Counted from 1. */
  readonly number: number;
  /** Its knee load, flat-easy km. */
  readonly kneeLoadKm: number;
  /** Its load per length over that of the whole run. */
  readonly ratio: number;
}

/** The heaviest split of a run; null where none stands out clearly, or there is none to compare it with. */
export function heaviestSplit(track: RunTrack, units: Units): HeaviestSplit | null {
  const splits = track.splits[units];
  const lengthOf = ({ startM, endM }: RunSplit) => endM - startM;
  const runPerM = sum(splits.map((split) => split.kneeLoadKm)) / sum(splits.map(lengthOf));
  const compared = splits
    .map((split, at) => ({ ...split, number: at + 1, ratio: split.kneeLoadKm / lengthOf(split) / runPerM }))
    .filter((split) => lengthOf(split) >= LEAST_SPLIT * metresPerUnit(units));
  const heaviest = compared.toSorted((a, b) => b.ratio - a.ratio)[0];
  if (compared.length < 2 || !heaviest || !(heaviest.ratio >= CLEARLY)) return null;
  return { number: heaviest.number, kneeLoadKm: heaviest.kneeLoadKm, ratio: heaviest.ratio };
}

/** What the ribbon shows in this run, as a sentence. */
export function ribbonTitle(report: Report, track: RunTrack, units: Units): string {
  if (report.coverage.altitude === 0) return text.noAltitude;
  const { grade } = report.segments;
  const descents = grade.filter((segment) => segment.type === 'descent' || segment.type === 'steep-descent');
  const length = (segments: typeof grade) => sum(segments.map((segment) => segment.endM - segment.startM));
  const load = (segments: typeof grade) => sum(segments.map((segment) => segment.kneeLoadKm));
  const shareOfLoad = load(descents) / load(grade);
  if (!(shareOfLoad >= WORTH_TELLING)) {
    const heaviest = heaviestSplit(track, units);
    if (heaviest === null) return text.even;
    return text.heaviest(words.report.splits.name(heaviest.number, units), heaviest.ratio.toFixed(1));
  }
  return text.descents(percent(length(descents) / length(grade)), percent(shareOfLoad));
}

/** What the load along the way shows, as a sentence: the part of the way that was clearly harder than flat easy running. */
export function loadTitle(track: RunTrack): string {
  let [wayM, aboveM] = [0, 0];
  for (let at = 0; at + 1 < track.distanceM.length; at++) {
    const load = track.kneeLoadPerKm[at] ?? null;
    if (load === null) continue;
    const metres = (track.distanceM[at + 1] ?? 0) - (track.distanceM[at] ?? 0);
    wayM += metres;
    if (load >= CLEARLY) aboveM += metres;
  }
  const share = Math.round((100 * aboveM) / wayM) / 100;
  if (!(share > 0)) return text.loadBelow;
  return share === 1 ? text.loadAll : text.loadAbove(percent(share));
}

/** What the splits show, as a sentence. */
export function splitsTitle(track: RunTrack, units: Units): string {
  const heaviest = heaviestSplit(track, units);
  const { splits } = words.report;
  if (heaviest === null) return splits.even(units);
  const load = `${loadNumber(heaviest.kneeLoadKm, units)} ${words.load.unit(units)}`;
  return splits.heaviest(units, splits.name(heaviest.number, units), load);
}

/** What the cadence line shows in this run, as a sentence; shares are of the samples where the runner ran. */
export function cadenceTitle(track: RunTrack): string {
  let [running, inside, below, above] = [0, 0, 0, 0];
  for (let at = 0; at < track.cadenceSpm.length; at++) {
    const cadence = track.cadenceSpm[at] ?? null;
    const expected = track.expectedCadenceSpm[at] ?? null;
    if (track.gait[at] !== 'run' || cadence === null || expected === null) continue;
    running += 1;
    const ratio = cadence / expected - 1;
    if (ratio < -EXPECTED_SPREAD) below += 1;
    else if (ratio <= EXPECTED_SPREAD) inside += 1;
    else above += 1;
  }
  if (running === 0) return text.cadenceNone;
  if (below / running > MOSTLY) return text.cadenceBelow(percent(below / running));
  if (above / running > MOSTLY) return text.cadenceAbove(percent(above / running));
  if (below / running < WORTH_TELLING) return text.cadenceAll(percent(inside / running));
  return text.cadenceLow(percent(inside / running), percent(below / running));
}
