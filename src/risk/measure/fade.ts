import { type CadenceLine, SLOPE_SPAN } from '../../history/cadence-line.ts';
import { expectedCadenceSpm, type OwnCadenceLine, ownCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import type { Cadence, Grade, Motion } from '../factor-inputs.ts';
import { isRunning } from './intervals.ts';

/** Cadence of a third of the run against what speed and grade would make one expect. */
export interface Fade {
  /** Seconds of running with speed, grade and cadence, warm-up included. */
  readonly runningS: number;
  /** Last third less first third, percentage points of the expected cadence; below 0 is a fade. */
  readonly changePct: number;
}

/** Running with all that is needed to compare it. */
interface Sample {
  readonly speedMps: number;
  readonly gradeRatio: number;
  readonly cadenceSpm: number;
  readonly durationS: number;
}

function samplesOf(motion: Motion, grade: Grade, cadence: Cadence): Sample[] {
  const samples: Sample[] = [];
  for (let i = 0; i < motion.length; i++) {
    const [speedMps, gradePct, cadenceSpm] = [motion.speedMps[i], grade.gradePct[i], cadence.cadenceSpm[i]] as number[];
    if (!isRunning(motion, i) || speedMps === undefined || gradePct === undefined || cadenceSpm === undefined) continue;
    if (Number.isNaN(speedMps + gradePct + cadenceSpm)) continue;
    samples.push({ speedMps, gradeRatio: gradePct / 100, cadenceSpm, durationS: motion.durationS[i] as number });
  }
  return samples;
}

/**
 * The runner's own line, or, where it is not known, the two ends of what pace may do to a runner's cadence: what is called
 * a fade has to be one by both.
 */
function linesOf(samples: readonly Sample[], heightM: number | null, ownLine: OwnCadenceLine | null): CadenceLine[] {
  if (ownLine) return [ownLine];
  const middleMps = weightedMedian(
    samples.map(({ speedMps }) => speedMps),
    samples.map(({ durationS }) => durationS),
  );
  const middleSpm = expectedCadenceSpm(middleMps, heightM, 0);
  return [SLOPE_SPAN.low, SLOPE_SPAN.high].map((slopeSpmPerMps) => ({
    interceptSpm: middleSpm - slopeSpmPerMps * middleMps,
    slopeSpmPerMps,
  }));
}

/** Last third less first third of what the line leaves unexplained, percentage points. */
function changeAgainst(line: CadenceLine, samples: readonly Sample[]): number {
  const wholeS = samples.reduce((sum, { durationS }) => sum + durationS, 0);
  const residualsPct = samples.map(({ speedMps, gradeRatio, cadenceSpm }) => {
    const expectedSpm = ownCadenceSpm(line, speedMps, gradeRatio);
    return (100 * (cadenceSpm - expectedSpm)) / expectedSpm;
  });
  const third = (isIn: (share: number) => boolean) => {
    let passedS = 0;
    const weights = samples.map(({ durationS }) => {
      passedS += durationS;
      return isIn(passedS / wholeS) ? durationS : 0;
    });
    return weightedMedian(residualsPct, weights);
  };
  return third((share) => share > 2 / 3) - third((share) => share <= 1 / 3);
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
  const samples = samplesOf(motion, grade, cadence);
  let runningS = 0;
  const compared = samples.filter(({ durationS }) => {
    runningS += durationS;
    return runningS > warmUpS;
  });
  const changes = linesOf(compared, runner.heightM, runner.ownLine).map((line) => changeAgainst(line, compared));
  return { runningS, changePct: Math.max(...changes) };
}
