import type { CadenceUnit } from '../parse/activity.ts';
import { median } from '../stats/stats.ts';
import { STEPS_FROM_PER_MIN, type StepsPerMin, stepsPerMin, stridesPerMin, toStepsPerMin } from '../units.ts';
import { hasValues } from './columns.ts';
import type { CadenceReading } from './track.ts';

/** Only samples at this speed or faster speak of running cadence. Metres a second; formats.md's measurement. */
const RUNNING_MPS = 1.8;

/** No foot strikes the ground more often a minute; devices write such values by mistake. Strides a minute, assumption. */
const MAX_STRIDES_PER_MIN = 140;

/** No step is longer in running, metres: what asks for one is a sensor that lost contact or counts something else. Sprinters reach 2.7. */
const LONGEST_STEP_M = 2.8;

/** A file's median up to this counts one foot, from {@link STEPS_FROM_PER_MIN} on both. Same measurement. */
const STRIDES_UP_TO = 105;

/**
 * Without running to go by, the median of all movement up to this counts one foot, above it both. Assumption: walking has 45 to
 * 65 strides or 90 to 130 steps a minute, a slow jog 70 to 85 strides.
 */
const SLOW_STRIDES_UP_TO = 87;

const SECONDS_PER_MIN = 60;

/** A plausible step in running, metres: settles what the median leaves open. */
const STEP_LENGTH_M = { min: 0.5, max: 1.6 };

/** Cadence times step length may differ so much from the speed and still confirm it, as a share. Assumption; 0.03 is usual. */
const MAX_STEP_MISMATCH = 0.2;

/** What a reading of the cadence goes by: columns of one length, NaN where missing. */
export interface CadenceChannels {
  readonly perMin: Float64Array;
  readonly speedMps: Float64Array;
  /** As the watch measured it, metres; all NaN on most watches. */
  readonly stepLengthM: Float64Array;
}

/**
 * What the numbers of the cadence column count, for the whole file: a rule a sample would break at each walk break. Steps
 * a minute times step length is speed: where the watch measured step length, that settles or casts doubt on it.
 *
 * @param told the runner's word
 */
export function readCadenceUnit(
  unit: CadenceUnit,
  channels: CadenceChannels,
  told: 'strides' | 'steps' | undefined,
): CadenceReading {
  const reading = byUnit(unit, channels, told);
  const measured = unitByStepLength(channels);
  if (measured === null || reading.rule === 'runner') return reading;
  const { explanation } = reading;
  if (measured === reading.unit) {
    return {
      ...reading,
      certain: true,
      explanation: `${explanation} Step length times cadence gives the speed, as it should.`,
    };
  }
  if (unit === 'undecided') {
    const found = `Step length times cadence gives the speed only if the file counts ${feet(measured)}.`;
    return { unit: measured, rule: 'step-length', certain: true, explanation: found };
  }
  const doubt = `But step length times cadence gives the speed only if it counts ${feet(measured)}.`;
  return { ...reading, certain: false, explanation: `${explanation} ${doubt}` };
}

/** What the cadence must count for its product with the measured step length to be the speed; null where neither fits. */
function unitByStepLength({ perMin, speedMps, stepLengthM }: CadenceChannels): 'strides' | 'steps' | null {
  if (!hasValues(stepLengthM)) return null;
  const ratios = new Float64Array(perMin.length).fill(Number.NaN);
  for (let i = 0; i < perMin.length; i++) {
    const value = perMin[i] as number;
    const speed = speedMps[i] as number;
    if (speed >= RUNNING_MPS && value > 0) ratios[i] = (value * (stepLengthM[i] as number)) / (SECONDS_PER_MIN * speed);
  }
  const ratio = median(ratios);
  if (Math.abs(ratio - 1) <= MAX_STEP_MISMATCH) return 'steps';
  return Math.abs(2 * ratio - 1) <= MAX_STEP_MISMATCH ? 'strides' : null;
}

function byUnit(
  unit: CadenceUnit,
  { perMin, speedMps }: CadenceChannels,
  told: 'strides' | 'steps' | undefined,
): CadenceReading {
  if (told !== undefined) {
    return { unit: told, rule: 'runner', certain: true, explanation: `You said that this file counts ${feet(told)}.` };
  }
  // A treadmill file without any speed still tells by its median.
  const isRunning = (i: number): boolean => (perMin[i] as number) > 0 && !((speedMps[i] as number) < RUNNING_MPS);
  const whileRunning = (column: Float64Array): Float64Array => {
    const values = new Float64Array(column.length).fill(Number.NaN);
    for (let i = 0; i < column.length; i++) if (isRunning(i)) values[i] = column[i] as number;
    return values;
  };
  const middle = median(whileRunning(perMin));
  const shown = Math.round(middle);
  if (unit === 'strides' && middle >= STEPS_FROM_PER_MIN) {
    const explanation = `This file format counts one foot, but nobody runs with ${shown} of those a minute: this file counts both feet.`;
    return { unit: 'steps', rule: 'median', certain: true, explanation };
  }
  if (unit !== 'undecided') {
    return { unit, rule: 'format', certain: true, explanation: `This file format counts ${feet(unit)}.` };
  }
  if (Number.isNaN(middle)) return byMovement(median(perMin.map((value) => (value > 0 ? value : Number.NaN))));
  if (middle <= STRIDES_UP_TO || middle >= STEPS_FROM_PER_MIN) {
    const found = middle <= STRIDES_UP_TO ? 'strides' : 'steps';
    const explanation = `The middle value while running is ${shown} a minute, so the file counts ${feet(found)}.`;
    return { unit: found, rule: 'median', certain: true, explanation };
  }
  const speed = median(whileRunning(speedMps));
  // Where both feet would make more way than any, as in a sprint, it is one.
  const isStrides =
    isPlausibleStep((SECONDS_PER_MIN * speed) / (2 * middle)) || (SECONDS_PER_MIN * speed) / middle > LONGEST_STEP_M;
  const isSteps = isPlausibleStep((SECONDS_PER_MIN * speed) / middle);
  // Where the step length speaks for both or neither, the nearer of the two certain ranges does.
  const found = (isStrides === isSteps ? middle < MIDDLE : isStrides) ? 'strides' : 'steps';
  const why = isStrides === isSteps ? 'the nearest usual cadence' : 'the step length';
  const explanation = `The middle value while running is ${shown} a minute, which could be one foot or both; ${why} makes ${feet(found)} likelier.`;
  return { unit: found, rule: 'step-length', certain: false, explanation };
}

/** The reading of a file in which nobody ran. @param middle of all values above 0; NaN where there is none */
function byMovement(middle: number): CadenceReading {
  if (Number.isNaN(middle)) {
    const explanation = 'There was too little running to tell; one foot is the commoner way.';
    return { unit: 'strides', rule: 'median', certain: false, explanation };
  }
  const unit = middle <= SLOW_STRIDES_UP_TO ? 'strides' : 'steps';
  const explanation = `There was too little running to tell; the middle value is ${Math.round(middle)} a minute, which is usual for ${feet(unit)} in walking.`;
  return { unit, rule: 'median', certain: middle >= STEPS_FROM_PER_MIN, explanation };
}

/** Between the two certain ranges. */
const MIDDLE = (STRIDES_UP_TO + STEPS_FROM_PER_MIN) / 2;

const isPlausibleStep = (lengthM: number): boolean => lengthM >= STEP_LENGTH_M.min && lengthM <= STEP_LENGTH_M.max;

const feet = (unit: 'strides' | 'steps'): string => (unit === 'strides' ? 'one foot' : 'both feet');

/**
 * The cadence column in steps a minute, both feet. Impossible values become missing: more than feet can do, and so few while
 * running that each step would be longer than any (a sensor that lost contact). A zero at rest stays.
 */
export function toCadenceSpm(perMin: Float64Array, speedMps: Float64Array, unit: 'strides' | 'steps'): Float64Array {
  const cadenceSpm = new Float64Array(perMin.length).fill(Number.NaN);
  const max = toStepsPerMin(stridesPerMin(MAX_STRIDES_PER_MIN));
  for (let i = 0; i < perMin.length; i++) {
    const value = perMin[i] as number;
    const spm: StepsPerMin = unit === 'strides' ? toStepsPerMin(stridesPerMin(value)) : stepsPerMin(value);
    if (!(spm >= 0) || spm > max) continue;
    const speed = speedMps[i] as number;
    if (speed >= RUNNING_MPS && speed * SECONDS_PER_MIN > LONGEST_STEP_M * spm) continue;
    cadenceSpm[i] = spm;
  }
  return cadenceSpm;
}
