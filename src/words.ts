/** Numbers as a runner reads them, rounded to what a watch can tell. The one place where SI becomes the runner's units. */

/** What a runner thinks in: kilometres and metres, or miles and feet. */
export type DistanceUnit = 'km' | 'mi';

/** International mile and foot, metres (exact by definition). */
const METRES_PER_MILE = 1609.344;
const METRES_PER_FOOT = 0.3048;
const INCHES_PER_FOOT = 12;
const METRES_PER_KM = 1000;
/** Below these a distance is told in metres or feet: what rounds to 1.0 km and to 0.1 mi. */
const SHORT_M = 995;
const SHORT_MI_M = 0.095 * METRES_PER_MILE;

/** The numbers that depend on the runner's unit. */
export interface Words {
  /** Metres as km or miles, one decimal; short ones in 10 m or 10 ft steps. */
  distance(metres: number): string;
  /** Metres of a whole run in km or miles: 0.1 steps, 0.01 below 1 so that a short test is not nothing. */
  way(metres: number): string;
  /** Metres gained or lost: 10 m or 10 ft steps, as filtered barometers bear. */
  climb(metres: number): string;
  /** The length of one step, metres: to 1 cm, or to a tenth of a foot. */
  step(metres: number): string;
  /** Height of a person, metres: to 1 cm, or in feet and whole inches. */
  height(metres: number): string;
  /** Metres a second as minutes and seconds a km or mile, in 5 s steps. */
  pace(speedMps: number): string;
  /** Knee load, flat-easy km, as a bare number in the runner's unit; two significant figures, because the model knows no more. */
  load(kneeLoadKm: number): string;
  /** What {@link Words.load} counts. */
  readonly loadUnit: 'flat easy km' | 'flat easy miles';
}

const tens = (value: number): number => Math.round(value / 10) * 10;

function shortDistance(metres: number, unit: DistanceUnit): string | null {
  if (unit === 'km') return metres < SHORT_M ? `${tens(metres)} m` : null;
  return metres < SHORT_MI_M ? `${tens(metres / METRES_PER_FOOT)} ft` : null;
}

function feetAndInches(metres: number): string {
  const inches = Math.round((INCHES_PER_FOOT * metres) / METRES_PER_FOOT);
  return `${Math.floor(inches / INCHES_PER_FOOT)} ft ${inches % INCHES_PER_FOOT} in`;
}

/** Two significant figures, never in powers of ten. */
function twoFigures(value: number): string {
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(2);
}

/** How numbers are told to a runner who thinks in this unit. */
export function wordsIn(unit: DistanceUnit): Words {
  const unitM = unit === 'mi' ? METRES_PER_MILE : METRES_PER_KM;
  return {
    distance: (metres) => shortDistance(metres, unit) ?? `${Math.round((10 * metres) / unitM) / 10} ${unit}`,
    way: (metres) => `${(metres / unitM).toFixed(metres < unitM ? 2 : 1)} ${unit}`,
    climb: (metres) => (unit === 'mi' ? `${tens(metres / METRES_PER_FOOT)} ft` : `${tens(metres)} m`),
    step: (metres) => (unit === 'mi' ? `${(metres / METRES_PER_FOOT).toFixed(1)} ft` : `${metres.toFixed(2)} m`),
    height: (metres) => (unit === 'mi' ? feetAndInches(metres) : `${metres.toFixed(2)} m`),
    pace: (speedMps) => {
      const seconds = Math.round(unitM / speedMps / 5) * 5;
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} /${unit}`;
    },
    load: (kneeLoadKm) => twoFigures((METRES_PER_KM * kneeLoadKm) / unitM),
    loadUnit: unit === 'mi' ? 'flat easy miles' : 'flat easy km',
  };
}

/** Whole minutes. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds / 60);
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}

/** A ratio with one decimal, two below 1.2 where one would hide the step. */
export const times = (ratio: number): string => `${Number(ratio.toFixed(ratio < 1.2 ? 2 : 1))} times`;

/** Whole per cent, with a true minus. */
export const percent = (value: number): string => `${Math.round(value)} %`.replace('-', '−');

/** Whole steps a minute. */
export const steps = (spm: number): string => `${Math.round(spm)} steps a minute`;

/** Days as weeks, months or years, whichever is read easiest. */
export function span(days: number): string {
  if (days < 70) return `about ${Math.round(days / 7)} weeks`;
  if (days < 700) return `about ${Math.round(days / 30.4)} months`;
  return `about ${Math.round(days / 365)} years`;
}
