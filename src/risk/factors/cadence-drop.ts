import { ownCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import { minutes, percent } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

/**
 * Flat running with clearly fewer steps a minute than the runner's own habit at that speed. What `low-cadence` cannot
 * see: a change within one runner, which is what the experiments tested.
 * @cite Lenhart2014, Willson2014, Heiderscheit2011
 */
export const cadenceDrop = defineFactor({
  id: 'cadence-drop',
  title: 'Fewer steps a minute than you usually take',
  unit: '%',
  basis: { kind: 'citation', keys: ['Lenhart2014', 'Willson2014', 'Malisoux2022'], certainty: 'low' },
  needs: ['flatCadence', 'cadence', 'ownLine'],
  thresholds: {
    drop: {
      value: -5,
      unit: '%',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'The smallest change that experiments tested (Heiderscheit 2011); ordinary runs of one runner differ by 1 to 2 %.',
      },
    },
    minMinutes: {
      value: 10,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Shorter stretches say more of the terrain than of the runner.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ flatCadence, cadence, ownLine }, { drop, minMinutes }) {
    const durations = flatCadence.map(({ durationS }) => durationS);
    const seconds = durations.reduce((total, durationS) => total + durationS, 0);
    if (seconds < minMinutes * 60)
      return {
        status: 'insufficient-data',
        message: `Only ${minutes(seconds)} of this run were flat and steady with cadence; ${minMinutes} are needed to compare it with your usual.`,
      };
    const changes = flatCadence.map(({ cadenceSpm, speedMps }) => {
      const ownSpm = ownCadenceSpm(ownLine, speedMps, 0);
      return (100 * (cadenceSpm - ownSpm)) / ownSpm;
    });
    const changePct = weightedMedian(changes, durations);
    const step = highestStep({ severity: 'info', threshold: 'drop', reached: changePct <= drop });
    return {
      status: 'scored',
      ...step,
      value: changePct,
      where: step.severity === 'none' ? [] : cadence.segments.filter(({ type }) => type === 'low'),
      message:
        step.severity === 'none'
          ? 'On the flat you took about as many steps a minute as you usually do at that speed, or more.'
          : `On the flat you took about ${percent(-changePct)} fewer steps a minute than you usually do at that speed. Longer steps put more load on the kneecap with each step. Tiredness, other shoes or a headwind can do that for a day.`,
    };
  },
});
