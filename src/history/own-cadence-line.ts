import type { OwnCadenceLine } from '../load/preferred-cadence.ts';
import { fitCadenceLine } from './cadence-line.ts';
import { distinctRuns } from './distinct-runs.ts';
import type { EarlierRun } from './run-facts.ts';
import { runsWithin } from './spikes.ts';

/** Days that a runner's own line looks back. Assumption: long enough for many speeds, short enough to follow a change. */
export const OWN_LINE_DAYS = 90;
/** Runs with flat steady running that it needs. Assumption. */
const MIN_RUNS = 5;
/** Minutes of such running that it needs. Assumption. */
const MIN_MINUTES = 60;

/**
 * The cadence that this runner keeps at each speed, from the flat steady running of the 90 days before a moment.
 * @param history runs in any order; those that started at or after `beforeMs` are not looked at
 * @param beforeMs milliseconds since 1970, UTC
 * @returns null with under 5 runs or 60 minutes. With speeds within 0.4 m/s of each other the slope is the
 * population's (van Oeveren 2019) and only the level is the runner's own
 */
export function ownCadenceLine(history: readonly EarlierRun[], beforeMs: number): OwnCadenceLine | null {
  const bins = distinctRuns(runsWithin(history, beforeMs, OWN_LINE_DAYS))
    .map(({ facts }) => facts.flatCadence)
    .filter((runBins) => runBins.length > 0);
  const minutes = bins.flat().reduce((total, { durationS }) => total + durationS, 0) / 60;
  const line = fitCadenceLine(bins.flat());
  if (line === null || bins.length < MIN_RUNS || minutes < MIN_MINUTES) return null;
  return { ...line, runs: bins.length, minutes };
}
