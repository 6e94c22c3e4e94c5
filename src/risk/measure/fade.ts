import { expectedCadenceSpm, type OwnCadenceLine, ownCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import type { Cadence, Grade, Motion } from '../factor-inputs.ts';
import { isRunning } from './intervals.ts';

/** Cadence of a third of the run against what speed and grade would make one expect. */
export interface Fade {
  /** Seconds of running that were compared, warm-up left out. */
  readonly runningS: number;
  /** Last third less first third, percentage points of the expected cadence; below 0 is a fade. */
  readonly changePct: number;
}

/**
 * How cadence, freed of speed and grade, changed between the first and the last third of the running time.
 * @param warmUpS seconds of running left out at the start
 */
export function cadenceFade(
  motion: Motion,
  grade: Grade,
  cadence: Cadence,
  runner: { readonly heightM: number | null; readonly ownLine: OwnCadenceLine | null },
  warmUpS: number,
): Fade {
  const residualsPct: number[] = [];
  const durationsS: number[] = [];
  let runningS = 0;
  for (let i = 0; i < motion.length; i++) {
    const [speedMps, gradePct, cadenceSpm] = [motion.speedMps[i], grade.gradePct[i], cadence.cadenceSpm[i]] as number[];
    if (!isRunning(motion, i) || speedMps === undefined || gradePct === undefined || cadenceSpm === undefined) continue;
    if (Number.isNaN(speedMps + gradePct + cadenceSpm)) continue;
    const durationS = motion.durationS[i] as number;
    runningS += durationS;
    if (runningS <= warmUpS) continue;
    const expectedSpm = runner.ownLine
      ? ownCadenceSpm(runner.ownLine, speedMps, gradePct / 100)
      : expectedCadenceSpm(speedMps, runner.heightM, gradePct / 100);
    residualsPct.push((100 * (cadenceSpm - expectedSpm)) / expectedSpm);
    durationsS.push(durationS);
  }
  const comparedS = Math.max(0, runningS - warmUpS);
  const third = (isIn: (share: number) => boolean) => {
    let passedS = 0;
    const weights = durationsS.map((durationS) => {
      passedS += durationS;
      return isIn(passedS / comparedS) ? durationS : 0;
    });
    return weightedMedian(residualsPct, weights);
  };
  return { runningS, changePct: third((share) => share > 2 / 3) - third((share) => share <= 1 / 3) };
}
