import type { OwnCadenceLine } from '../load/preferred-cadence.ts';
import { fitCadenceLine } from './cadence-line.ts';
import { distinctRuns } from './distinct-runs.ts';
import type { CadenceBin, EarlierRun } from './run-facts.ts';
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
  const bins: CadenceBin[] = [];
  let runs = 0;
  let seconds = 0;
  for (const { facts } of distinctRuns(runsWithin(history, beforeMs, OWN_LINE_DAYS))) {
    if (facts.flatCadence.length > 0) runs++;
    for (const bin of facts.flatCadence) {
      bins.push(bin);
      seconds += bin.durationS;
    }
  }
  const line = fitCadenceLine(bins);
  const minutes = seconds / 60;
  return line === null || runs < MIN_RUNS || minutes < MIN_MINUTES ? null : { ...line, runs, minutes };
}
