/** The sensitivity page says what the code does today. */
import { expect, it } from 'vitest';
import { expectedCadenceSpm } from '../../src/load/preferred-cadence.ts';
import { sensitivities } from '../../src/load/sensitivity.ts';
import { expectGolden } from '../support/golden.ts';
import { loadTrack, type Stretch } from '../support/load-track.ts';
import { type ReferenceRun, sensitivityPage } from '../support/sensitivity-page.ts';

const heightM = 1.75;
/** Cadence of the reference runner against the expected one. */
const CADENCE_SHARE = 0.96;

const stretch = (speedMps: number, gradePct: number, metres: number): Stretch => ({
  speedMps,
  gradePct,
  seconds: Math.round(metres / speedMps),
  cadenceSpm: CADENCE_SHARE * expectedCadenceSpm(speedMps, heightM, gradePct / 100),
});
const walk = (gradePct: number, metres: number): Stretch => ({
  speedMps: 1.25,
  gradePct,
  seconds: Math.round(metres / 1.25),
  gait: 'walk',
  cadenceSpm: 110,
});
const run = (title: string, description: string, stretches: readonly Stretch[]): ReferenceRun => ({
  title,
  description,
  sensitivities: sensitivities(loadTrack(stretches), { heightM, ownLine: null }),
});

const runs = [
  run('Flat', '10 km at 2.8 m/s.', [stretch(2.8, 0, 10_000)]),
  run('Hilly', '10 km: 4 km up 12 % at 2.3 m/s, 4 km down 12 % at 3.0 m/s, 1 km walked up and 1 km walked down 15 %.', [
    stretch(2.3, 12, 4000),
    stretch(3, -12, 4000),
    walk(15, 1000),
    walk(-15, 1000),
  ]),
  run('Fast', '10 km at 4.2 m/s.', [stretch(4.2, 0, 10_000)]),
];

it('shows each constant with what it moves', () => {
  expectGolden('docs/methods/sensitivity.md', sensitivityPage(runs));
});

it('every constant moves at least one of the runs or weightings', () => {
  const still = (runs[0] as ReferenceRun).sensitivities
    .map(({ constant }) => constant)
    .filter((_, i) =>
      runs.every((each) => {
        const moved = each.sensitivities[i];
        return [moved?.p2, moved?.others].every((ends) => ends?.atLow === 0 && ends.atHigh === 0);
      }),
    );
  expect(still).toEqual([]);
});
