import type { RunTrack } from '#contract/runs';
import type { Finding, Report, ReportExtent } from '#core';
import { distance, grade, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { sampleAt } from './axis.ts';

/** A finding with the stretches that the ribbon brackets, and the words on its bracket. */
export interface Flag {
  readonly finding: Finding;
  readonly label: string;
  /** The stretch that carries the label: the longest. */
  readonly main: ReportExtent;
}

/** More lanes would make the brackets taller than what they point at. */
const MOST_LANES = 3;
/** A stretch that is nearly the whole run needs no bracket. */
const WHOLE_RUN = 0.9;
/** Gentler than this is called by the finding's name, not by its grade, per cent. */
const TELL_GRADE_PCT = -3;

/** Mean grade over the way, as the findings tell it: a slow steep part has more samples than it has metres. */
function meanGradePct(track: RunTrack, startM: number, endM: number): number | null {
  let [wayM, riseM] = [0, 0];
  for (let at = sampleAt(track.distanceM, startM); at < sampleAt(track.distanceM, endM); at++) {
    const gradePct = track.gradePct[at] ?? null;
    const metres = (track.distanceM[at + 1] ?? 0) - (track.distanceM[at] ?? 0);
    if (gradePct === null || !(metres > 0)) continue;
    wayM += metres;
    riseM += gradePct * metres;
  }
  return wayM === 0 ? null : riseM / wayM;
}

/** The findings that have a place, most severe first, at most three. */
export function flagsOf(report: Report, track: RunTrack, units: Units): Flag[] {
  const flags: Flag[] = [];
  for (const finding of report.findings) {
    const longest = finding.where.toSorted((a, b) => b.endM - b.startM - (a.endM - a.startM))[0];
    if (finding.severity === 'none' || !longest || flags.length === MOST_LANES) continue;
    const lengthM = longest.endM - longest.startM;
    if (lengthM > WHOLE_RUN * report.totals.distanceM) continue;
    const gradePct = meanGradePct(track, longest.startM, longest.endM);
    const isSteep = gradePct !== null && gradePct <= TELL_GRADE_PCT;
    const length = distance(lengthM, units);
    const label = words.report.timeline.stretchLabel(isSteep ? grade(gradePct) : finding.title, length);
    // Two findings on one descent would else carry the same words twice.
    const isTaken = flags.some((flag) => flag.label === label);
    flags.push({ finding, main: longest, label: isTaken ? finding.title : label });
  }
  return flags;
}
