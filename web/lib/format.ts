import type { DistanceUnit } from '#core';

/**
 * Numbers as a reader meets them. Everything inside is SI; the one conversion to the reader's units and the one rounding,
 * by the noise of the quantity, happen here.
 */

/** What the reader thinks in, as told in the profile. */
export type Units = DistanceUnit;

/** International mile, metres (exact by definition). */
export const METRES_PER_MILE = 1609.344;
/** International foot, metres (exact by definition). */
export const METRES_PER_FOOT = 0.3048;
const METRES_PER_KM = 1000;
/** Shorter stretches are told in metres or feet. */
const SHORT_M = 950;
/** Positions of satellites wander by several metres; finer steps would be noise. */
const SHORT_STEP = 10;
/** The model's own range is far wider than a tenth, so two significant figures are the most that is honest. */
const LOAD_FIGURES = 2;
/** From here on two figures are whole numbers; below 1 they are hundredths. */
const WHOLE_FROM = 9.95;
const TENTHS_FROM = 0.995;

/** Stands where a number is not known. */
export const MISSING = '–';
const MINUS = '−';
/** A number and its unit stay on one line. */
const NBSP = '\u00a0';

const signed = (value: number, text: string) => (value < 0 ? `${MINUS}${text}` : text);

/** Metres of the unit that distances are told in. */
export const metresPerUnit = (units: Units): number => (units === 'mi' ? METRES_PER_MILE : METRES_PER_KM);

/** Sums of years: a tenth of a kilometre in a thousand says nothing, km or miles. */
const TENTHS_BELOW = 999.95;

/** A distance in km or miles as a bare number: one decimal, none from a thousand on. */
export function distanceNumber(metres: number, units: Units): string {
  const value = metres / metresPerUnit(units);
  return value < TENTHS_BELOW ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

/** A distance with its unit: `10.0 km`, `640 m`, `6.2 mi`. */
export function distance(metres: number | null, units: Units): string {
  if (metres === null) return MISSING;
  if (metres < SHORT_M && units === 'km') return `${Math.round(metres / SHORT_STEP) * SHORT_STEP}${NBSP}m`;
  return `${distanceNumber(metres, units)}${NBSP}${units}`;
}

/** A stretch of the way: `4.1–10.0 km`. */
export const stretch = (fromM: number, toM: number, units: Units): string =>
  `${distanceNumber(fromM, units)}–${distanceNumber(toM, units)}${NBSP}${units}`;

/** Metres of climb or altitude, whole; feet for readers in miles. */
export function altitude(metres: number | null, units: Units): string {
  if (metres === null) return MISSING;
  const value = Math.round(units === 'mi' ? metres / METRES_PER_FOOT : metres);
  return `${signed(value, Math.abs(value).toLocaleString('en'))}${NBSP}${units === 'mi' ? 'ft' : 'm'}`;
}

/** Seconds as `45:07` or `1:02:45`. */
export function time(seconds: number | null): string {
  if (seconds === null) return MISSING;
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** Nobody paces to the second; short differences in time are told in steps of this, seconds. */
const DIFFERENCE_STEP_S = 10;
const [MINUTE_S, HOUR_S] = [60, 3600];

/** A difference in time as one says it, as coarse as a forecast is: `40 s`, `22 min`, `1 h 54 min`; null where it is none. */
export function timeDifference(seconds: number): string | null {
  const size = Math.abs(seconds);
  const short = Math.round(size / DIFFERENCE_STEP_S) * DIFFERENCE_STEP_S;
  if (short === 0) return null;
  if (short < MINUTE_S) return `${short}${NBSP}s`;
  const minutes = Math.round(size / MINUTE_S);
  const hours = Math.floor((minutes * MINUTE_S) / HOUR_S);
  const rest = `${minutes - (hours * HOUR_S) / MINUTE_S}${NBSP}min`;
  return hours === 0 ? rest : `${hours}${NBSP}h ${rest}`;
}

/** Slower than this is standing about, and a pace of it means nothing, metres a second (assumption). */
const SLOWEST_PACE_MPS = 0.3;

/** Speed as pace: `5:32 /km`. */
export function pace(speedMps: number | null, units: Units): string {
  if (speedMps === null || speedMps < SLOWEST_PACE_MPS) return MISSING;
  return `${time(metresPerUnit(units) / speedMps)}${NBSP}/${units}`;
}

/** Steps a minute, whole. */
export const cadence = (spm: number | null): string => (spm === null ? MISSING : `${Math.round(spm)}${NBSP}spm`);

/** Grade, whole per cent with its sign. */
export function grade(pct: number | null): string {
  if (pct === null) return MISSING;
  const whole = Math.round(pct);
  return whole > 0 ? `+${whole}${NBSP}%` : `${signed(whole, String(Math.abs(whole)))}${NBSP}%`;
}

/** A share in per cent, whole. */
export const percent = (share: number): string => `${Math.round(share * 100)}${NBSP}%`;

/** Knee load in flat-easy km as a bare number, two significant figures. */
export function loadNumber(kneeLoadKm: number, units: Units): string {
  const value = (kneeLoadKm * METRES_PER_KM) / metresPerUnit(units);
  if (value >= WHOLE_FROM) return String(Number(value.toPrecision(LOAD_FIGURES)));
  return value === 0 ? '0' : value.toFixed(value >= TENTHS_FROM ? 1 : 2);
}

/** A knee-load range: `12–16`, or one number where both ends round alike. */
export function loadRange(range: { low: number; high: number }, units: Units): string {
  const low = loadNumber(range.low, units);
  const high = loadNumber(range.high, units);
  return low === high ? low : `${low}–${high}`;
}

/** `1 run`, `4 runs`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
