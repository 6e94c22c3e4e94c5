/** Three made-up runs on which the sensitivity page shows what each constant moves. */
import { GAITS } from '../track/track.ts';
import type { LoadTrack } from './load-track.ts';
import { expectedCadenceSpm } from './preferred-cadence.ts';
import type { RunnerBody } from './runner-body.ts';

/** A stretch of even speed and slope. */
interface Leg {
  readonly metres: number;
  readonly speedMps: number;
  readonly gradePct: number;
  readonly gait: 'run' | 'walk';
}

/** A made-up run. */
export interface ReferenceRun {
  readonly title: string;
  readonly description: string;
  readonly track: LoadTrack;
}

const HEIGHT_M = 1.75;
/** Cadence of the reference runner against the expected one: most runners lie off the line. */
const CADENCE_SHARE = 0.96;
/** How the reference runner walks. */
const WALK_MPS = 1.25;
const WALK_SPM = 110;

/** Who runs them: of assumed height, without an own line. */
export const REFERENCE_RUNNER: RunnerBody = { heightM: HEIGHT_M, ownLine: null };

const run = (metres: number, speedMps: number, gradePct: number): Leg => ({ metres, speedMps, gradePct, gait: 'run' });
const walk = (metres: number, gradePct: number): Leg => ({ metres, speedMps: WALK_MPS, gradePct, gait: 'walk' });

const cadenceSpm = ({ gait, speedMps, gradePct }: Leg): number =>
  gait === 'walk' ? WALK_SPM : CADENCE_SHARE * expectedCadenceSpm(speedMps, HEIGHT_M, gradePct / 100);

/** One interval a leg, and the sample at the end that begins none. */
function trackOf(legs: readonly Leg[]): LoadTrack {
  const column = (value: (leg: Leg) => number, atEnd: number) => Float64Array.from([...legs.map(value), atEnd]);
  const startsM = legs.map((_, i) => legs.slice(0, i).reduce((sum, { metres }) => sum + metres, 0));
  return {
    length: legs.length + 1,
    durationS: column(({ metres, speedMps }) => metres / speedMps, 0),
    distanceM: Float64Array.from([...startsM, legs.reduce((sum, { metres }) => sum + metres, 0)]),
    speedMps: column(({ speedMps }) => speedMps, Number.NaN),
    gradePct: column(({ gradePct }) => gradePct, Number.NaN),
    gradeErrorPct: column(() => 0, Number.NaN),
    gradeWindowM: null,
    cadenceSpm: column(cadenceSpm, Number.NaN),
    cadenceReading: null,
    gait: Uint8Array.from([...legs.map(({ gait }) => GAITS.indexOf(gait)), GAITS.indexOf('stand')]),
    surface: new Uint8Array(legs.length + 1),
  };
}

/** See the head of this file. */
export const REFERENCE_RUNS: readonly ReferenceRun[] = [
  { title: 'Flat', description: '10 km at 2.8 m/s.', track: trackOf([run(10_000, 2.8, 0)]) },
  {
    title: 'Hilly',
    description: '10 km: 4 km up 12 % at 2.3 m/s, 4 km down 12 % at 3.0 m/s, 1 km walked up and 1 km walked down 15 %.',
    track: trackOf([run(4000, 2.3, 12), run(4000, 3, -12), walk(1000, 15), walk(1000, -15)]),
  },
  { title: 'Fast', description: '10 km at 4.2 m/s.', track: trackOf([run(10_000, 4.2, 0)]) },
];
