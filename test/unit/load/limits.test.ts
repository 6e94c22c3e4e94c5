/** The sizes that docs/limits.md tells are those of the code. */
import { describe, expect, it } from 'vitest';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { type KneeLoad, kneeLoad } from '../../../src/load/knee-load.ts';
import { expectedCadenceSpm } from '../../../src/load/preferred-cadence.ts';
import { runningStep } from '../../../src/load/running-step.ts';
import { loadTrack, type Stretch, unknown, withColumns } from '../../support/load-track.ts';
import { projectText } from '../../support/project-files.ts';

const PAGE = projectText('docs/limits.md').replaceAll(/\s+/g, ' ');
const heightM = 1.75;
const runner = { heightM, ownLine: null };
const leg = (speedMps: number, gradePct: number, seconds: number, cadenceShare = 1): Stretch => ({
  seconds,
  speedMps,
  gradePct,
  cadenceSpm: cadenceShare * expectedCadenceSpm(speedMps, heightM, gradePct / 100),
});
const load = (...stretches: readonly Stretch[]): KneeLoad => kneeLoad(loadTrack(stretches), runner);
/** Change in per cent, as the page writes it. */
const pct = (after: number, before: number): string => {
  const change = Math.round(100 * (after / before - 1));
  return `${change < 0 ? '−' : '+'}${Math.abs(change)}`;
};

const easy = leg(2.78, 0, 600);
const fast = load(leg(4.2, 0, 600));
const hills = load(leg(2.5, 8, 480), leg(3, -8, 400));
const downKm = hills.flatEasyKm.mid;

/** The page says so; the message is what it should say, not the whole page. */
const tells = (size: string): void => expect(PAGE.includes(size), size).toBe(true);

describe('the sizes told in docs/limits.md', () => {
  it('choice of weighting', () => {
    const { p1, p2, p4 } = fast.byExponent;
    tells(`none on a flat easy run, ${pct(p1, p2)} to ${pct(p4, p2)} % at 4.2 m/s`);
    expect(load(easy).byExponent.p4).toBeCloseTo(load(easy).byExponent.p1, 9);
  });

  it('size of the downhill effect on a hilly run', () => {
    const level = load(leg(2.5, 8, 480), leg(3, 0, 400)).flatEasyKm.mid;
    const excessKm = downKm - level;
    const span = `${pct(downKm - 0.5 * excessKm, downKm)} to ${pct(downKm + 0.7 * excessKm, downKm)} %`;
    tells(`${span} of a run half up, half down 8 %`);
  });

  it('response to step rate', () => {
    tells(`${pct(runningStep(2.78, 0, 1.05).p2, 1)} % in the model`);
  });

  it('difference from other runners', () => {
    const share = 0.92;
    const p2 = (lambda: number) => share * runningStep(2.78, 0, share ** lambda).p2;
    const span = `${pct(p2(0), p2(0.5))} to ${pct(p2(1), p2(0.5))} %`;
    tells(`${span} of the load for a runner 8 % under the population line`);
  });

  it('no altitude', () => {
    const change = (grade: number, pick: (...values: number[]) => number) => {
      const { p1, p2, p4 } = runningStep(2.78, grade, 1);
      return pct(pick(p1, p2, p4), 1);
    };
    tells(`about ${change(-0.03, Math.max)} and ${change(0.03, Math.min)} %`);
  });

  it('no cadence', () => {
    const track = loadTrack([easy]);
    const without = kneeLoad(withColumns(track, { cadenceSpm: unknown(track) }), runner).flatEasyKm;
    tells(`${pct(without.low, without.mid)} to ${pct(without.high, without.mid)} %`);
  });

  it('noise of a satellite altitude adds load, because descents add more than climbs take away', () => {
    const noisy = [-6, 6].map((gradePct) => load({ ...easy, gradePct }).flatEasyKm.mid);
    const mean = noisy.reduce((sum, km) => sum + km, 0) / noisy.length;
    tells(`about ${Math.round(100 * (mean / load(easy).flatEasyKm.mid - 1))} % at ±6 points`);
  });

  it('height not told', () => {
    const untold = kneeLoad(loadTrack([easy]), { heightM: null, ownLine: null }).flatEasyKm;
    const known = load(easy).flatEasyKm;
    const size = Math.round((100 * (untold.high - untold.mid)) / untold.mid);
    tells(`about ±${size} %`);
    expect(untold.high - untold.mid).toBeGreaterThan(known.high - known.mid);
  });

  it('pace assumed for a route in reverse', () => {
    const oneWay = loadTrack([leg(3, -8, 1000)]);
    const { after } = prepareWhatIf(oneWay, runner).apply({ kind: 'reversed' });
    const slow = load(leg(2.25, 8, (3 * 1000) / 2.25)).flatEasyKm.mid;
    tells(`${pct(slow, after.kneeLoadKm.mid)} % of the load`);
  });
});
