/** Which set of colours is on screen. */
export type Scheme = 'light' | 'dark';

/**
 * Knee load per km (1 = flat easy running) at each colour of the ramp. 1.2 is running down 5 %, 1.45 down 10 %, 0.75 up 7 %
 * by model KL-1, so climbs stay pale and descents glow; the ends are assumptions.
 */
export const RAMP_STOPS = [0.7, 1, 1.25, 1.55, 2] as const;

/**
 * Pale to heavy. On dark paper the same hues run from dark to bright, so that heavier stands out more in both schemes and the
 * order survives without colour vision.
 */
const RAMPS: Record<Scheme, readonly string[]> = {
  light: ['#F3E9D7', '#EBC97A', '#E2944A', '#C9583F', '#7E2B33'],
  dark: ['#3A342B', '#8A5A3A', '#C9653F', '#EE9E52', '#FFDD94'],
};

/** Stands where the load is not known. */
export const NO_LOAD: Record<Scheme, string> = { light: '#D9D6CE', dark: '#2A2F37' };

const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);

function mix(from: string, to: string, share: number): string {
  const parts = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * Colour of a number between the colours of a ramp; beyond its ends the end's colour.
 *
 * @param stops - rising, one for each colour
 */
export function rampColour(value: number, stops: readonly number[], ramp: readonly string[]): string {
  const above = stops.findIndex((stop) => value <= stop);
  if (above <= 0) return ramp.at(above) ?? '#000000';
  const low = stops[above - 1] ?? 0;
  const high = stops[above] ?? 1;
  return mix(ramp[above - 1] ?? '#000000', ramp[above] ?? '#000000', (value - low) / (high - low));
}

/**
 * Colour of a knee load per km; values beyond the ends take the end's colour.
 *
 * @param perKm - knee load a km run, flat easy = 1; null or NaN gives {@link NO_LOAD}
 */
export function loadColour(perKm: number | null, scheme: Scheme): string {
  return perKm === null || Number.isNaN(perKm) ? NO_LOAD[scheme] : rampColour(perKm, RAMP_STOPS, RAMPS[scheme]);
}

/** A sequence of colours for a legend, pale to heavy. */
export const rampColours = (scheme: Scheme): readonly string[] => RAMPS[scheme];
