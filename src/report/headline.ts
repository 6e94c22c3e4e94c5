import type { Range } from '../stats/range.ts';

/**
 * The first sentence of a report: the way, and what it asked of the knees.
 *
 * Distance to 0.1 km (0.01 km under 1 km, so that a short test is not "0 km"); load to two significant figures, because
 * the model knows no more.
 */
export function headline(distanceM: number, flatEasyKm: Range): string {
  const way = distanceM < 1000 ? (distanceM / 1000).toFixed(2) : (distanceM / 1000).toFixed(1);
  const { low, mid, high } = flatEasyKm;
  return `${way} km, about as hard on your knees as ${twoFigures(mid)} flat easy km (${twoFigures(low)}–${twoFigures(high)}).`;
}

/** Two significant figures, never in powers of ten. */
function twoFigures(value: number): string {
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(2);
}
