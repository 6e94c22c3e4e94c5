import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/advice/change.ts';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { loadTrack, type Stretch } from '../../support/load-track.ts';
import reference from './what-if-reference.json' with { type: 'json' };

const stretches = reference.legs.map(
  ({ gait, seconds, speedMps, gradeRatio, cadenceSpm }): Stretch => ({
    gait: gait === 'run' ? 'run' : 'walk',
    seconds,
    speedMps,
    gradePct: 100 * gradeRatio,
    cadenceSpm,
  }),
);
const run = prepareWhatIf(loadTrack(stretches), { heightM: 1.814, ownLine: null });
const [unchanged] = reference.results;
const MET_WITHIN = 1e-6;

describe('the what-ifs meet the reference written apart from them (test/reference/what-if.py)', () => {
  it.each(reference.results)('$changes', ({ changes, p1, p2, p4, seconds }) => {
    const { after, changePct, timeS } = run.apply(...(changes as Change[]));
    expect(Math.abs(after.kneeLoadKm.mid / p2 - 1)).toBeLessThan(MET_WITHIN);
    const ratios = [p1 / (unchanged?.p1 ?? 0), p2 / (unchanged?.p2 ?? 0), p4 / (unchanged?.p4 ?? 0)];
    expect(changePct?.low).toBeCloseTo(100 * (Math.min(...ratios) - 1), 4);
    expect(changePct?.high).toBeCloseTo(100 * (Math.max(...ratios) - 1), 4);
    expect(timeS).toBeCloseTo(seconds - (unchanged?.seconds ?? 0), 6);
  });
});
