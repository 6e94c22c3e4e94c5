import { type CadenceLine, SLOPE_SPAN } from '../../history/cadence-line.ts';
import { isRunningCadence } from '../../load/interval-step.ts';
import { expectedCadenceSpm, type OwnCadenceLine, ownCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
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
  const kept = new Uint32Array(motion.length);
  let count = 0;
  let runningS = 0;
  for (let i = 0; i < motion.length; i++) {
    const known = (motion.speedMps[i] as number) + (grade.gradePct[i] as number);
    if (!isRunning(motion, i) || Number.isNaN(known) || !isRunningCadence(cadence.cadenceSpm[i] as number)) continue;
    if (Math.abs(grade.gradePct[i] as number) > GENTLE_PCT) continue;
    runningS += motion.durationS[i] as number;
    if (runningS > warmUpS) kept[count++] = i;
  }
  const column = (of: (i: number) => number): Float64Array => {
    const values = new Float64Array(count);
    for (let k = 0; k < count; k++) values[k] = of(kept[k] as number);
    return values;
  };
  return {
    speedMps: column((i) => motion.speedMps[i] as number),
    gradeRatio: column((i) => (grade.gradePct[i] as number) / 100),
    cadenceSpm: column((i) => cadence.cadenceSpm[i] as number),
    durationS: column((i) => motion.durationS[i] as number),
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

/** The first place behind which more than a share of the whole time has passed. */
function placeAt(durationS: Float64Array, share: number): number {
  const wholeS = durationS.reduce((sum, seconds) => sum + seconds, 0);
  let passedS = 0;
  return durationS.findIndex((seconds) => {
    passedS += seconds;
    return passedS / wholeS > share;
  });
}

/** Last third less first third of what the line leaves unexplained, percentage points. */
function changeAgainst(line: CadenceLine, { speedMps, gradeRatio, cadenceSpm, durationS }: Compared): number {
  const residualPct = cadenceSpm.map((spm, k) => {
    const expectedSpm = ownCadenceSpm(line, speedMps[k] as number, gradeRatio[k] as number);
    return (100 * (spm - expectedSpm)) / expectedSpm;
  });
  const between = (from: number, until: number): number =>
    weightedMedian(residualPct.subarray(from, until), durationS.subarray(from, until));
  return between(placeAt(durationS, 2 / 3), durationS.length) - between(0, placeAt(durationS, 1 / 3));
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
