import { describe, expect, it } from 'vitest';
import { KL1, type ModelConstantName } from '../../../src/load/constants.ts';
import { kneeLoad } from '../../../src/load/knee-load.ts';
import { expectedCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import { loadTrack, withColumns } from '../../support/load-track.ts';
import { projectText } from '../../support/project-files.ts';
import reference from './recalibration.json' with { type: 'json' };

const HEIGHT_M = 1.814;
const MET_WITHIN = 1e-6;
const PAGE = projectText('docs/methods/knee-load.md').replaceAll(/ +/g, ' ').replaceAll('_', '');

/** The legs with one interval each; the runner's own line is the population's, so that a ratio counts in full. */
function loadOf(legs: readonly number[][]) {
  const track = loadTrack(
    legs.map(([, speedMps = 0, grade = 0, ratio = 1]) => ({
      seconds: 1,
      speedMps,
      gradePct: 100 * grade,
      cadenceSpm: ratio * expectedCadenceSpm(speedMps, HEIGHT_M, grade),
    })),
  );
  const durationS = Float64Array.from([...legs.map(([metres = 0, speedMps = 1]) => metres / speedMps), 0]);
  const ownLine = { interceptSpm: 150.02, slopeSpmPerMps: 6.012, runs: 9, minutes: 300 };
  return kneeLoad(withColumns(track, { durationS }), { heightM: HEIGHT_M, ownLine }).byExponent;
}

describe('the recalibrated constants (test/reference/recalibration.py)', () => {
  it.each(Object.entries(reference.fitted))('%s is the least-squares fit, rounded', (name, fitted) => {
    const used = KL1[name as ModelConstantName];
    const decimals = name === 'workSpeedExponent' ? 2 : 1;
    expect(used).toBe(Number(fitted.toFixed(decimals)));
  });

  it.each(reference.moved)('$run: the code gives what the reference gives, and the page tells it', (row) => {
    const found = loadOf(row.legs);
    for (const p of ['p1', 'p2', 'p4'] as const) expect(Math.abs(found[p] / row[p] - 1)).toBeLessThan(MET_WITHIN);
    const [p1, p4] = [row.p1.toFixed(1), row.p4.toFixed(1)];
    expect(PAGE).toContain(`| ${row.run} | ${row.draft.toFixed(1)} | ${row.p2.toFixed(1)} | ${p1} to ${p4} |`);
  });
});
