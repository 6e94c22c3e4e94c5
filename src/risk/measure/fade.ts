import { type CadenceLine, SLOPE_SPAN } from '../../history/cadence-line.ts';
import { isRunningCadence } from '../../load/interval-step.ts';
import { expectedCadenceSpm, type OwnCadenceLine, ownCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import { sumOf } from '../../track/columns.ts';
import type { Cadence, Grade, Motion } from '../factor-inputs.ts';
import { isRunning } from './intervals.ts';

/**
 * Ground steeper than this, per cent, is left out. Assumption: there the slope sets the steps, by how much is not measured, and a
 * mountain run that ends downhill would look like a tired one.
 */
const GENTLE_PCT = 5;

/** Cadence of a third of the run against what speed and grade would make one expect. */
export interface Fade {
  /** Seconds of running on gentle ground with speed, grade and cadence, warm-up included. */
  readonly runningS: number;
  /** Last third less first third, percentage points of the expected cadence; below 0 is a fade. */
  readonly changePct: number;
}

/** Running with all that is needed to compare it: columns of one length, the warm-up left out. */
interface Compared {
  readonly speedMps: Float64Array;
  readonly gradeRatio: Float64Array;
  readonly cadenceSpm: Float64Array;
  readonly durationS: Float64Array;
  /** Seconds of it, the warm-up included. */
  readonly runningS: number;
}

function comparedOf(motion: Motion, grade: Grade, cadence: Cadence, warmUpS: number): Compared {
  const column = (): Float64Array => new Float64Array(motion.length);
  const [speedMps, gradeRatio, cadenceSpm, durationS] = [column(), column(), column(), column()];
  let count = 0;
  let runningS = 0;
  for (let i = 0; i < motion.length; i++) {
    const [speed, gradePct] = [motion.speedMps[i] as number, grade.gradePct[i] as number];
    const spm = cadence.cadenceSpm[i] as number;
    if (!isRunning(motion, i) || Number.isNaN(speed + gradePct) || !isRunningCadence(spm)) continue;
    if (Math.abs(gradePct) > GENTLE_PCT) continue;
    const seconds = motion.durationS[i] as number;
    runningS += seconds;
    if (runningS <= warmUpS) continue;
    speedMps[count] = speed;
    gradeRatio[count] = gradePct / 100;
    cadenceSpm[count] = spm;
    durationS[count++] = seconds;
  }
  const kept = (values: Float64Array): Float64Array => values.subarray(0, count);
  return {
    speedMps: kept(speedMps),
    gradeRatio: kept(gradeRatio),
    cadenceSpm: kept(cadenceSpm),
    durationS: kept(durationS),
    runningS,
  };
}

/**
 * The runner's own line, or, where it is not known, the two ends of what pace may do to a runner's cadence: what is called
 * a fade has to be one by both.
 */
function linesOf(
  { speedMps, durationS }: Compared,
  heightM: number | null,
  ownLine: OwnCadenceLine | null,
): CadenceLine[] {
  if (ownLine) return [ownLine];
  const middleMps = weightedMedian(speedMps, durationS);
  const middleSpm = expectedCadenceSpm(middleMps, heightM, 0);
  return [SLOPE_SPAN.low, SLOPE_SPAN.high].map((slopeSpmPerMps) => ({
    interceptSpm: middleSpm - slopeSpmPerMps * middleMps,
    slopeSpmPerMps,
  }));
}

/** The places behind which more than one and two thirds of the whole time have passed. */
function thirdsOf(durationS: Float64Array): { readonly first: number; readonly second: number } {
  const wholeS = sumOf(durationS);
  const placeAt = (share: number): number => {
    let passedS = 0;
    for (let k = 0; k < durationS.length; k++) {
      passedS += durationS[k] as number;
      if (passedS / wholeS > share) return k;
    }
    return -1;
  };
  return { first: placeAt(1 / 3), second: placeAt(2 / 3) };
}

/** Last third less first third of what the line leaves unexplained, percentage points. */
function changeAgainst(line: CadenceLine, { speedMps, gradeRatio, cadenceSpm, durationS }: Compared): number {
  const residualPct = new Float64Array(durationS.length);
  for (let k = 0; k < durationS.length; k++) {
    const expectedSpm = ownCadenceSpm(line, speedMps[k] as number, gradeRatio[k] as number);
    residualPct[k] = (100 * ((cadenceSpm[k] as number) - expectedSpm)) / expectedSpm;
  }
  const { first, second } = thirdsOf(durationS);
  const between = (from: number, until: number): number =>
    weightedMedian(residualPct.subarray(from, until), durationS.subarray(from, until));
  return between(second, durationS.length) - between(0, first);
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
  const compared = comparedOf(motion, grade, cadence, warmUpS);
  const changes = linesOf(compared, runner.heightM, runner.ownLine).map((line) => changeAgainst(line, compared));
  return { runningS: compared.runningS, changePct: Math.max(...changes) };
}
