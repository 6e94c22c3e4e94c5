import { isRunningCadence } from '../load/interval-step.ts';
import { downhillM } from '../segment/descents.ts';
import type { Segments } from '../segment/segment.ts';
import { weightedMedian } from '../stats/stats.ts';
import { boxOfPositions } from '../surface/box.ts';
import { windowMean } from '../track/columns.ts';
import { GAITS, type Track } from '../track/track.ts';
import type { CadenceBin, RunFacts } from './run-facts.ts';
import { surfaceShares } from './surface-shares.ts';

const WALK = GAITS.indexOf('walk');
const RUN = GAITS.indexOf('run');

/** Flat for a cadence line: cadence hardly answers to grade below this. Per cent; evidence 2.2. */
const FLAT_BELOW_PCT = 2;

/** Steady: within this share of the mean speed of a minute around. Assumption. */
const STEADY_RATIO = 0.1;
const STEADY_WINDOW_S = 60;

/** Width of a speed bin, metres a second: below the change that moves cadence by one step a minute. */
const BIN_MPS = 0.1;

/** Cadence must cover this share of moving time before steps are counted from it. Assumption. */
const MIN_STEP_COVERAGE = 0.95;

/**
 * Sums of a run that later runs are compared with. Follow from the file alone.
 * @param run its SHA-256, by which it is called, and the sub-sport as the file says
 */
export function takeFacts(
  track: Track,
  segments: Pick<Segments, 'grade'>,
  { sha256, subSport }: { readonly sha256: string; readonly subSport: string | null },
): RunFacts {
  let movingTimeS = 0;
  let timerTimeS = 0;
  const timer = newMean();
  const moving = newMean();
  const running = newMean();
  const walking = newMean();
  for (let i = 0; i < track.length; i++) {
    const gait = track.gait[i];
    const seconds = track.durationS[i] as number;
    const cadence = track.cadenceSpm[i] as number;
    const isMoving = gait === WALK || gait === RUN;
    timerTimeS += seconds;
    if (isMoving) movingTimeS += seconds;
    if (Number.isNaN(cadence)) continue;
    add(timer, cadence, seconds);
    // A zero while moving is a sensor that lost the step, not a runner without steps.
    if (isMoving && cadence > 0) add(moving, cadence, seconds);
    if (gait === RUN && cadence > 0) add(running, cadence, seconds);
    if (gait === WALK && cadence > 0) add(walking, cadence, seconds);
  }
  const isCounted = movingTimeS > 0 && moving.seconds >= MIN_STEP_COVERAGE * movingTimeS;
  return {
    sha256,
    subSport,
    startedAtMs: track.startedAtMs,
    distanceM: track.distanceM.at(-1) ?? 0,
    elapsedTimeS: track.timeS.length > 0 ? (track.timeS.at(-1) as number) - (track.timeS[0] as number) : 0,
    movingTimeS,
    timerTimeS,
    ascentM: track.ascentM,
    descentM: track.descentM,
    downhillM: downhillM(track, segments.grade),
    steps: isCounted ? Math.round(moving.sum / 60) : null,
    meanCadenceSpm: meanOf(timer),
    runningCadenceSpm: meanOf(running),
    walkingCadenceSpm: meanOf(walking),
    groundContactBalancePct: groundContactBalance(track),
    flatCadence: flatCadence(track),
    surfaces: surfaceShares(track),
    boundsE7: boxOfPositions(track),
  };
}

/** Running with a balance that a run needs before its middle counts, seconds. Assumption. */
const MIN_BALANCE_S = 600;

function groundContactBalance({ length, gait, durationS, groundContactBalancePct }: Track): number | null {
  const runningS = new Float64Array(length);
  let seconds = 0;
  for (let i = 0; i < length; i++) {
    if (gait[i] !== RUN || Number.isNaN(groundContactBalancePct[i] as number)) continue;
    runningS[i] = durationS[i] as number;
    seconds += durationS[i] as number;
  }
  return seconds < MIN_BALANCE_S ? null : weightedMedian(groundContactBalancePct, runningS);
}

interface TimeMean {
  sum: number;
  seconds: number;
}

const newMean = (): TimeMean => ({ sum: 0, seconds: 0 });

function add(mean: TimeMean, value: number, seconds: number): void {
  mean.sum += value * seconds;
  mean.seconds += seconds;
}

const meanOf = ({ sum, seconds }: TimeMean): number | null => (seconds > 0 ? sum / seconds : null);

/** Cadence of flat, steady running by speed. Without any altitude (a treadmill) the ground is taken as flat. */
function flatCadence(track: Track): CadenceBin[] {
  const around = windowMean(track.timeS, track.speedMps, STEADY_WINDOW_S);
  const bins = new Map<number, { cadenceSpm: number[]; durationS: number[] }>();
  for (let i = 0; i < track.length; i++) {
    const speed = track.speedMps[i] as number;
    const cadence = track.cadenceSpm[i] as number;
    const grade = track.gradePct[i] as number;
    if (track.gait[i] !== RUN || !isRunningCadence(cadence) || !(speed > 0)) continue;
    const isFlat = Math.abs(grade) < FLAT_BELOW_PCT || (Number.isNaN(grade) && track.altitudeSource === 'none');
    const mean = around[i] as number;
    if (!isFlat || Math.abs(speed - mean) > STEADY_RATIO * mean) continue;
    const key = Math.floor(speed / BIN_MPS);
    const bin = bins.get(key) ?? { cadenceSpm: [], durationS: [] };
    bin.cadenceSpm.push(cadence);
    bin.durationS.push(track.durationS[i] as number);
    bins.set(key, bin);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([key, bin]) => ({
      speedMps: (key + 0.5) * BIN_MPS,
      cadenceSpm: weightedMedian(bin.cadenceSpm, bin.durationS),
      durationS: bin.durationS.reduce((sum, seconds) => sum + seconds, 0),
    }));
}
