/** What a forecast says in sentences: the headline, and what its numbers go by. */

import { ASSUMED_HEIGHT_M } from '../load/preferred-cadence.ts';
import type { RunnerBody } from '../load/runner-body.ts';
import type { PlannedRoute } from '../parse/planned-route.ts';
import type { Range } from '../stats/range.ts';
import { quantile } from '../stats/stats.ts';
import type { Track } from '../track/track.ts';
import { type DistanceUnit, percent, wordsIn } from '../words.ts';
import type { SlopePace } from './plan-pace.ts';

/** Share of the way that slopes may lie beyond the known ones without a word. */
const UNTOLD_TAIL = 0.02;

const ASSUMED_SLOPES =
  'pace is taken from what running up and down costs in energy (Minetti 2002), climbs from 15 % on are walked, and descents are run (assumptions).';

/** "About 12.0 km with 340 m of descent: as hard on the knees as about 17 flat easy km (14–21)." */
export function planHeadline(
  plan: { readonly distanceM: number; readonly descentM: number | null; readonly kneeLoadKm: Range },
  units: DistanceUnit,
): string {
  const words = wordsIn(units);
  const { low, mid, high } = plan.kneeLoadKm;
  const way =
    plan.descentM === null
      ? `${words.way(plan.distanceM)}, its hills unknown`
      : `${words.way(plan.distanceM)} with ${words.climb(plan.descentM)} of descent`;
  return `About ${way}: as hard on your knees as about ${words.load(mid)} ${words.loadUnit} (${words.load(low)}–${words.load(high)}).`;
}

/** What a forecast was made of. */
export interface PlanGrounds {
  readonly track: Track;
  readonly pace: SlopePace;
  readonly runner: RunnerBody;
  readonly route: Pick<PlannedRoute, 'linesInFile'>;
}

/** Plain sentences on pace, cadence and altitude, and on what is assumed of each. */
export function planAssumptions({ track, pace, runner, route }: PlanGrounds, units: DistanceUnit): string[] {
  const words = wordsIn(units);
  const sentences = [
    pace.isOwn
      ? `Pace is your own: ${words.pace(pace.flatMps)} on the level, and on slopes as your last ${pace.runs} runs show.`
      : `Your recent runs hold too little level running to tell your pace: an easy ${words.pace(pace.flatMps)} on the level is assumed. On slopes ${ASSUMED_SLOPES}`,
  ];
  const steepestDown = quantile(track.gradePct, UNTOLD_TAIL);
  const steepestUp = quantile(track.gradePct, 1 - UNTOLD_TAIL);
  if (pace.isOwn && (steepestDown < pace.knownPct.from || steepestUp > pace.knownPct.to)) {
    sentences.push(
      `Your recent runs show slopes from ${percent(-pace.knownPct.from)} down to ${percent(pace.knownPct.to)} up. Steeper than that, ${ASSUMED_SLOPES}`,
    );
  }
  sentences.push(
    runner.ownLine === null
      ? 'Cadence is the usual one for each speed: your own takes five recent runs with cadence.'
      : `Cadence is your own at each speed, from ${runner.ownLine.runs} recent runs.`,
  );
  if (runner.heightM === null)
    sentences.push(`Your height is not known; ${words.height(ASSUMED_HEIGHT_M)} is assumed.`);
  if (track.altitudeSource === 'none') {
    sentences.push(
      'The file tells no altitude, and no terrain tile covers the route. It is taken as level; the range allows for 3 % of climb or descent throughout, not for a mountain.',
    );
  } else if (track.altitudeSource === 'terrain') {
    sentences.push('Altitude comes from terrain tiles, which flatten short ups and downs.');
  }
  if (route.linesInFile > 1) sentences.push(`The file holds ${route.linesInFile} lines; the longest is taken.`);
  sentences.push('Stops are not foreseen. The range is wider than that of a recorded run, because days differ.');
  return sentences;
}
