import type { Range } from '../stats/range.ts';

/** Below this no sum of way is worth a comparison, metres. Assumption: the scatter of a watch at rest. */
const HARDLY_ANY_M = 50;

/**
 * The first sentence of a report: the way, and what it asked of the knees.
 *
 * Distance to 0.1 km (0.01 km under 1 km, so that a short test is not "0 km"); load to two significant figures, because
 * the model knows no more.
 */
export function headline(distanceM: number, flatEasyKm: Range): string {
  const { low, mid, high } = flatEasyKm;
  if (distanceM < HARDLY_ANY_M && mid < HARDLY_ANY_M / 1000) {
    return 'This recording holds hardly any distance, so there is no knee load to tell.';
  }
  const way = distanceM < 1000 ? (distanceM / 1000).toFixed(2) : (distanceM / 1000).toFixed(1);
  return `${way} km, about as hard on your knees as ${twoFigures(mid)} flat easy km (${twoFigures(low)}–${twoFigures(high)}).`;
}

/** Two significant figures, never in powers of ten. */
function twoFigures(value: number): string {
  if (value >= 10) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toFixed(2);
}
