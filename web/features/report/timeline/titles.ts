import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { percent } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';

const text = words.report.timeline;

/** Half width of the expected band as a share: one standard deviation between runners (van Oeveren 2019: 9 of 167 spm). */
export const EXPECTED_SPREAD = 0.05;
/** A smaller share of the load from descents is not worth a headline (assumption). */
const WORTH_TELLING = 0.05;

/** A larger share than this is what the picture is about. */
const MOSTLY = 0.5;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What the ribbon shows in this run, as a sentence. */
export function ribbonTitle(report: Report): string {
  if (report.coverage.altitude === 0) return text.noAltitude;
  const { grade } = report.segments;
  const descents = grade.filter((segment) => segment.type === 'descent' || segment.type === 'steep-descent');
  const length = (segments: typeof grade) => sum(segments.map((segment) => segment.endM - segment.startM));
  const load = (segments: typeof grade) => sum(segments.map((segment) => segment.kneeLoadKm));
  const shareOfLoad = load(descents) / load(grade);
  if (!(shareOfLoad >= WORTH_TELLING)) return text.even;
  return text.descents(percent(length(descents) / length(grade)), percent(shareOfLoad));
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
