import type { RunFacts } from '../history/run-facts.ts';
import type { Range } from '../stats/range.ts';
import { type DistanceUnit, minutes, wordsIn } from '../words.ts';

/** Below this no sum of way is worth a comparison, metres. Assumption: the scatter of a watch at rest. */
const HARDLY_ANY_M = 50;

/**
 * The first sentence of a report: the way, and what it asked of the knees.
 *
 * Distance to 0.1 (0.01 under 1, so that a short test is not "0 km"); load to two significant figures, because the model
 * knows no more.
 *
 * @param unit what the runner thinks in
 */
export function headline(
  { distanceM, movingTimeS }: Pick<RunFacts, 'distanceM' | 'movingTimeS'>,
  flatEasyKm: Range,
  unit: DistanceUnit,
): string {
  const { low, mid, high } = flatEasyKm;
  if (distanceM < HARDLY_ANY_M && mid < HARDLY_ANY_M / 1000) {
    return 'This recording holds hardly any distance, so there is no knee load to tell.';
  }
  const words = wordsIn(unit);
  // A file with a cadence and nothing else tells how long somebody ran, not how far.
  const run = distanceM < HARDLY_ANY_M ? `${minutes(movingTimeS)} over an unknown distance` : words.way(distanceM);
  return `${run}, about as hard on your knees as ${words.load(mid)} ${words.loadUnit} (${words.load(low)}–${words.load(high)}).`;
}
