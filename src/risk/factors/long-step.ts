import { expectedCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import { minutes } from '../../words.ts';
import { defineFactor } from '../define.ts';

/**
 * The length of a step on the flat. At one speed it is cadence told the other way round, and `low-cadence` has judged
 * that already: it explains and never flags, so that one thing is not counted twice. In 848 runners a longer step went
 * with hardly any more injury (Malisoux 2022).
 * @cite Malisoux2022, Willson2014
 */
export const longStep = defineFactor({
  id: 'long-step',
  title: 'Length of your steps',
  unit: '%',
  basis: { kind: 'citation', keys: ['Malisoux2022', 'Willson2014'], certainty: 'very low' },
  needs: ['flatCadence', 'runner', 'words'],
  thresholds: {
    long: {
      value: 5,
      unit: '%',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'The smallest change of step rate that experiments tested, seen from the other side.',
      },
    },
    minMinutes: {
      value: 10,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Shorter stretches say more of the terrain than of the runner.' },
    },
  },
  maxSeverity: { always: 'none', withPain: 'none' },
  evaluate({ flatCadence, runner, words }, { long, minMinutes }) {
    const durations = flatCadence.map(({ durationS }) => durationS);
    const seconds = durations.reduce((total, durationS) => total + durationS, 0);
    if (seconds < minMinutes * 60)
      return {
        status: 'insufficient-data',
        message: `Only ${minutes(seconds)} of this run were flat and steady with cadence; ${minMinutes} are needed to tell the length of a step.`,
      };
    const middle = (values: number[]) => weightedMedian(values, durations);
    const stepM = middle(flatCadence.map(({ speedMps, cadenceSpm }) => (60 * speedMps) / cadenceSpm));
    const usualM = middle(
      flatCadence.map(({ speedMps }) => (60 * speedMps) / expectedCadenceSpm(speedMps, runner.heightM, 0)),
    );
    const longerPct = 100 * (stepM / usualM - 1);
    const share = runner.heightM === null ? '' : `, ${(stepM / runner.heightM).toFixed(2)} of your height`;
    const against = longerPct >= long ? 'that is long' : longerPct <= -long ? 'that is short' : 'that is usual';
    return {
      status: 'scored',
      severity: 'none',
      threshold: 'long',
      value: longerPct,
      message: `On the flat your steps were about ${words.step(stepM)} long${share}; about ${words.step(usualM)} is expected at that speed, so ${against}. This is your cadence told the other way round, and is not counted a second time.`,
    };
  },
});
