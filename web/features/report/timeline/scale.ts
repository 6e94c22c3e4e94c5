/** Maps a number to pixels along a line. */
export type Scale = (value: number) => number;

/** Straight-line scale from [from, to] to [start, end] pixels; a domain without width maps to the start. */
export function linearScale(from: number, to: number, start: number, end: number): Scale {
  const factor = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * factor;
}

/** Round steps that people count in. */
const ROUND = [1, 2, 2.5, 5, 10];
/** The same for seconds: up to a minute, then minutes, then hours. */
const ROUND_S = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 36_000];

/** A round step that cuts a width into at most `most` parts. */
export function roundStep(width: number, most: number): number {
  const rough = width / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(rough));
  return (ROUND.find((step) => step * power >= rough) ?? 10) * power;
}

/** The same for seconds. */
export const roundSeconds = (width: number, most: number): number =>
  ROUND_S.find((step) => step >= width / Math.max(1, most)) ?? 36_000;

/** Values of whole steps inside [from, to]. */
export function ticks(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step);
}

/** An SVG path through points, broken where a value is null. */
export function linePath(xs: readonly number[], ys: readonly (number | null)[]): string {
  let path = '';
  let isDown = false;
  for (let at = 0; at < xs.length; at++) {
    const y = ys[at] ?? null;
    if (y !== null) path += `${isDown ? 'L' : 'M'}${(xs[at] ?? 0).toFixed(1)} ${y.toFixed(1)}`;
    isDown = y !== null;
  }
  return path;
}

/** An SVG area between two rows of y, one closed shape for each unbroken stretch. */
export function areaPath(
  xs: readonly number[],
  tops: readonly (number | null)[],
  bottoms: readonly (number | null)[],
): string {
  const shapes: string[] = [];
  let start = 0;
  for (let at = 0; at <= xs.length; at++) {
    const isGap = at === xs.length || (tops[at] ?? null) === null || (bottoms[at] ?? null) === null;
    if (!isGap) continue;
    if (at - start > 1) {
      const there = linePath(xs.slice(start, at), tops.slice(start, at));
      const back = linePath(xs.slice(start, at).reverse(), bottoms.slice(start, at).reverse());
      shapes.push(`${there}L${back.slice(1)}Z`);
    }
    start = at + 1;
  }
  return shapes.join('');
}
