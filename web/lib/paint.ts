import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { grade, pace, type Units } from './format.ts';
import { NO_LOAD, RAMP_STOPS, rampColour, rampColours, type Scheme } from './load-ramp.ts';
import { words } from './words.ts';

/** What the ribbon and the map can be coloured by. */
export const PAINTS = ['load', 'cadence', 'grade', 'speed', 'ground'] as const;
/** See {@link PAINTS}. */
export type PaintKind = (typeof PAINTS)[number];

/** A word at a place on the bar of a legend, 0 to 1. */
interface LegendTick {
  readonly share: number;
  readonly label: string;
}

/** Colours for each sample of a run, and what they mean. */
export interface Paint {
  readonly kind: PaintKind;
  /** What is shown, a value a sample; null where it is not known. */
  readonly values: readonly (number | null)[];
  /** True where a value names a class, so that a mean of values would mean nothing. */
  readonly isClass: boolean;
  readonly colour: (value: number | null) => string;
  /** A bar of colours with its words; for classes one entry each. */
  readonly legend:
    | { readonly colours: readonly string[]; readonly ticks: readonly LegendTick[] }
    | { readonly classes: readonly { readonly colour: string; readonly label: string }[] };
}

/** Below and above the cadence that is usual for the speed, as a ratio; the ends are twice the band on the cadence chart. */
const CADENCE_STOPS = [0.9, 0.95, 1, 1.05, 1.1] as const;
const CADENCE_RAMPS: Record<Scheme, readonly string[]> = {
  light: ['#D3E9EC', '#97C9D1', '#4F9FAE', '#1F7A8C', '#0C3F4A'],
  dark: ['#1B3A41', '#27606C', '#3D8D9D', '#6FC3D2', '#C6EEF4'],
};
/** From the steepness that walkers take for steep to level and back, per cent. Violet to green is told apart by everybody. */
const GRADE_STOPS = [-12, -5, 0, 5, 12] as const;
const GRADE_RAMPS: Record<Scheme, readonly string[]> = {
  light: ['#5E2A78', '#B08CBF', '#E4E1D9', '#9DBE93', '#2F6B37'],
  dark: ['#C99BDD', '#7D5690', '#2F343C', '#47714C', '#8FCB91'],
};
const SPEED_RAMPS: Record<Scheme, readonly string[]> = {
  light: ['#E3E6F4', '#B6BEE3', '#8391CB', '#5163AC', '#263678'],
  dark: ['#262B42', '#3B4674', '#5A6BB0', '#8C9CDC', '#D3DAFA'],
};
/** Hard to soft, dark to pale: greys mean ground. */
export const GROUND_GREYS: Record<Scheme, readonly string[]> = {
  light: ['#3B4048', '#5C626B', '#7C828A', '#9CA0A6', '#BBBDC0'],
  dark: ['#F0EEE8', '#C9C8C4', '#A2A3A3', '#7C7F82', '#585C62'],
};
/** Slowest and fastest share of the running that the speed's colours leave out: stops and leaps must not stretch them. */
const SPEED_TAILS = 0.05;

type SurfaceSegments = Report['segments']['surface'];

function speedStops(track: RunTrack): readonly number[] | null {
  const known = track.speedMps.filter((value, at) => value !== null && track.gait[at] === 'run') as number[];
  known.sort((a, b) => a - b);
  const low = known[Math.floor(known.length * SPEED_TAILS)];
  const high = known[Math.ceil(known.length * (1 - SPEED_TAILS)) - 1];
  if (low === undefined || high === undefined || !(high > low)) return null;
  return [0, 1, 2, 3, 4].map((quarter) => low + ((high - low) * quarter) / 4);
}

/** The class under each sample, as its place in `names`; null where no segment lies or none is known. */
function groundOf(track: RunTrack, segments: SurfaceSegments): { names: string[]; values: (number | null)[] } {
  const known = segments.filter((segment) => segment.certainty !== 'unknown');
  const names = [...new Set(known.map((segment) => segment.type))];
  let next = 0;
  const values = track.distanceM.map((metres) => {
    while ((segments[next]?.endM ?? Number.POSITIVE_INFINITY) <= metres && next < segments.length - 1) next++;
    const segment = segments[next];
    const isOn = segment !== undefined && segment.certainty !== 'unknown' && metres >= segment.startM;
    return isOn ? names.indexOf(segment.type) : null;
  });
  return { names, values };
}

const ends = (low: string, middle: string, high: string): LegendTick[] => [
  { share: 0, label: low },
  { share: 0.5, label: middle },
  { share: 1, label: high },
];

/** Shades told apart on a ramp; neighbours of one shade make one line of the map, which keeps drawing quick. */
const SHADES = 24;

function onRamp(
  kind: PaintKind,
  values: readonly (number | null)[],
  stops: readonly number[],
  ramp: readonly string[],
  rest: { readonly scheme: Scheme; readonly ticks: readonly LegendTick[] },
): Paint {
  const [first = 0, last = 1] = [stops[0], stops.at(-1)];
  const shadeWidth = (last - first) / SHADES;
  const colour = (value: number | null) =>
    value === null ? NO_LOAD[rest.scheme] : rampColour(Math.round(value / shadeWidth) * shadeWidth, stops, ramp);
  const samples = Array.from({ length: SHADES / 2 + 1 }, (_, at) => colour(first + 2 * at * shadeWidth));
  return { kind, values, isClass: false, colour, legend: { colours: samples, ticks: rest.ticks } };
}

/**
 * How a run is coloured; null where the run does not hold what is asked for.
 *
 * @param segments - the report's stretches of ground, in order
 */
export function paintOf(
  kind: PaintKind,
  track: RunTrack,
  segments: SurfaceSegments,
  look: { readonly scheme: Scheme; readonly units: Units },
): Paint | null {
  const { scheme, units } = look;
  const text = words.paint;
  const isKnown = (values: readonly (number | null)[]) => values.some((value) => value !== null);
  switch (kind) {
    case 'load': {
      const ticks = [
        { share: 0, label: text.lighter },
        { share: (1 - RAMP_STOPS[0]) / (RAMP_STOPS[4] - RAMP_STOPS[0]), label: text.easy },
        { share: 1, label: text.twice },
      ];
      return onRamp(kind, track.kneeLoadPerKm, RAMP_STOPS, rampColours(scheme), { scheme, ticks });
    }
    case 'cadence': {
      const ratios = track.cadenceSpm.map((spm, at) => {
        const expected = track.expectedCadenceSpm[at] ?? null;
        return spm === null || expected === null || track.gait[at] !== 'run' ? null : spm / expected;
      });
      const ticks = ends(text.below, text.usual, text.above);
      return isKnown(ratios) ? onRamp(kind, ratios, CADENCE_STOPS, CADENCE_RAMPS[scheme], { scheme, ticks }) : null;
    }
    case 'grade': {
      const ticks = ends(grade(GRADE_STOPS[0]), text.level, grade(GRADE_STOPS[4]));
      const isThere = isKnown(track.gradePct);
      return isThere ? onRamp(kind, track.gradePct, GRADE_STOPS, GRADE_RAMPS[scheme], { scheme, ticks }) : null;
    }
    case 'speed': {
      const stops = speedStops(track);
      if (!stops) return null;
      const [slow, middle, fast] = [stops[0], stops[2], stops[4]].map((mps) => pace(mps ?? null, units));
      const ticks = ends(slow ?? '', middle ?? '', fast ?? '');
      return onRamp(kind, track.speedMps, stops, SPEED_RAMPS[scheme], { scheme, ticks });
    }
    case 'ground': {
      const { names, values } = groundOf(track, segments);
      if (names.length === 0) return null;
      const greys = GROUND_GREYS[scheme];
      const colour = (value: number | null) => (value === null ? NO_LOAD[scheme] : (greys[value % greys.length] ?? ''));
      const classes = names.map((label, at) => ({ label: label.replaceAll('-', ' '), colour: colour(at) }));
      return { kind, values, isClass: true, colour, legend: { classes } };
    }
  }
}
