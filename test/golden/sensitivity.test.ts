/** The sensitivity page says what the code does today. */
import { expect, it } from 'vitest';
import { REFERENCE_RUNNER, REFERENCE_RUNS } from '../../src/load/reference-runs.ts';
import { sensitivities } from '../../src/load/sensitivity.ts';
import { expectGolden } from '../support/golden.ts';
import { sensitivityPage, type TestedRun } from '../support/sensitivity-page.ts';

const runs: readonly TestedRun[] = REFERENCE_RUNS.map(({ title, description, track }) => ({
  title,
  description,
  sensitivities: sensitivities(track, REFERENCE_RUNNER),
}));

it('shows each constant with what it moves', () => {
  expectGolden('docs/methods/sensitivity.md', sensitivityPage(runs));
});

it('every constant moves at least one of the runs or weightings', () => {
  const still = (runs[0] as TestedRun).sensitivities
    .map(({ constant }) => constant)
    .filter((_, i) =>
      runs.every((each) => {
        const moved = each.sensitivities[i];
        return [moved?.p2, moved?.others].every((ends) => ends?.atLow === 0 && ends.atHigh === 0);
      }),
    );
  expect(still).toEqual([]);
});
