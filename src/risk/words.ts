/** Numbers as a runner reads them, rounded to what a watch can tell. */

/** Distance: 10 m steps below 1 km, 100 m steps above. */
export const distance = (metres: number): string =>
  metres < 995 ? `${Math.round(metres / 10) * 10} m` : `${Math.round(metres / 100) / 10} km`;

/** Height gained or lost: 10 m steps, as filtered barometers bear. */
export const climb = (metres: number): string => `${Math.round(metres / 10) * 10} m`;

/** Whole minutes. */
export function minutes(seconds: number): string {
  const whole = Math.round(seconds / 60);
  return whole === 1 ? '1 minute' : `${whole} minutes`;
}

/** A ratio with one decimal, two below 1.2 where one would hide the step. */
export const times = (ratio: number): string => `${Number(ratio.toFixed(ratio < 1.2 ? 2 : 1))} times`;

/** Whole per cent. */
export const percent = (value: number): string => `${Math.round(value)} %`;

/** Whole steps a minute. */
export const steps = (spm: number): string => `${Math.round(spm)} steps a minute`;

/** Minutes and seconds a kilometre, in 5 s steps. */
export function pace(speedMps: number): string {
  const secondsPerKm = Math.round(1000 / speedMps / 5) * 5;
  return `${Math.floor(secondsPerKm / 60)}:${String(secondsPerKm % 60).padStart(2, '0')} /km`;
}

/** Days as weeks, months or years, whichever is read easiest. */
export function span(days: number): string {
  if (days < 70) return `about ${Math.round(days / 7)} weeks`;
  if (days < 700) return `about ${Math.round(days / 30.4)} months`;
  return `about ${Math.round(days / 365)} years`;
}
