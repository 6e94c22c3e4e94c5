import type { CadenceUnit } from '../parse/activity.ts';
import { median } from '../stats/stats.ts';
import { type StepsPerMin, stepsPerMin, stridesPerMin, toStepsPerMin } from '../units.ts';
import type { CadenceReading } from './track.ts';

/** Only samples at this speed or faster speak of running cadence. Metres a second; formats.md's measurement. */
const RUNNING_MPS = 1.8;

/** No foot strikes the ground more often a minute; devices write such values by mistake. Strides a minute, assumption. */
const MAX_STRIDES_PER_MIN = 140;

/**
 * A file's median up to the first counts one foot, from the second on both. Measured over 3,300 public files: one foot
 * 51–106, both feet from 120.
 */
const STRIDES_UP_TO = 105;
const STEPS_FROM = 125;

/** A plausible step in running, metres: settles what the median leaves open. */
const STEP_LENGTH_M = { min: 0.5, max: 1.6 };

/** What the numbers of the cadence column count, for the whole file: a rule a sample would break at each walk break. */
export function readCadenceUnit(
  unit: CadenceUnit,
  perMin: Float64Array,
  speedMps: Float64Array,
  told: 'strides' | 'steps' | undefined,
): CadenceReading {
  if (told !== undefined) {
    return { unit: told, rule: 'runner', certain: true, explanation: `You said that this file counts ${feet(told)}.` };
  }
  if (unit !== 'undecided') {
    return { unit, rule: 'format', certain: true, explanation: `This file format counts ${feet(unit)}.` };
  }
  const running = runningValues(perMin, speedMps);
  const middle = median(running.perMin);
  const shown = Math.round(middle);
  if (Number.isNaN(middle)) {
    const explanation = 'There was too little running to tell; one foot is the commoner way.';
    return { unit: 'strides', rule: 'median', certain: false, explanation };
  }
  if (middle <= STRIDES_UP_TO || middle >= STEPS_FROM) {
    const found = middle <= STRIDES_UP_TO ? 'strides' : 'steps';
    const explanation = `The middle value while running is ${shown} a minute, so the file counts ${feet(found)}.`;
    return { unit: found, rule: 'median', certain: true, explanation };
  }
  const stepLengthM = (60 * median(running.speedMps)) / (2 * middle);
  const found =
    stepLengthM >= STEP_LENGTH_M.min && stepLengthM <= STEP_LENGTH_M.max && middle < MIDDLE ? 'strides' : 'steps';
  const explanation = `The middle value while running is ${shown} a minute, which could be one foot or both; the step length makes ${feet(found)} likelier.`;
  return { unit: found, rule: 'step-length', certain: false, explanation };
}

/** Between the two certain ranges the nearer one wins when both give a plausible step. */
const MIDDLE = (STRIDES_UP_TO + STEPS_FROM) / 2;

const feet = (unit: 'strides' | 'steps'): string => (unit === 'strides' ? 'one foot' : 'both feet');

function runningValues(perMin: Float64Array, speedMps: Float64Array): { perMin: number[]; speedMps: number[] } {
  const values: number[] = [];
  const speeds: number[] = [];
  for (let i = 0; i < perMin.length; i++) {
    const value = perMin[i] as number;
    const speed = speedMps[i] as number;
    // A treadmill file without any speed still tells by its median.
    if (!(value > 0) || speed < RUNNING_MPS) continue;
    values.push(value);
    if (!Number.isNaN(speed)) speeds.push(speed);
  }
  return { perMin: values, speedMps: speeds };
}

/**
 * The cadence column in steps a minute, both feet. Impossible values become missing; a zero stays (a foot at rest)
 * unless the runner is plainly running, which means that the sensor had lost contact.
 */
export function toCadenceSpm(perMin: Float64Array, speedMps: Float64Array, unit: 'strides' | 'steps'): Float64Array {
  const cadenceSpm = new Float64Array(perMin.length).fill(Number.NaN);
  const max = toStepsPerMin(stridesPerMin(MAX_STRIDES_PER_MIN));
  for (let i = 0; i < perMin.length; i++) {
    const value = perMin[i] as number;
    const spm: StepsPerMin = unit === 'strides' ? toStepsPerMin(stridesPerMin(value)) : stepsPerMin(value);
    if (!(spm >= 0) || spm > max) continue;
    if (spm === 0 && (speedMps[i] as number) >= RUNNING_MPS) continue;
    cadenceSpm[i] = spm;
  }
  return cadenceSpm;
}
