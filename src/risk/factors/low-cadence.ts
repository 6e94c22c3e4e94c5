import { expectedCadenceSpm } from '../../load/preferred-cadence.ts';
import { weightedMedian } from '../../stats/stats.ts';
import { minutes, steps } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const BETWEEN_RUNNERS = { kind: 'citation', keys: ['VanOeveren2019', 'Luedke2021'], certainty: 'moderate' } as const;

/**
 * Flat running with clearly fewer steps a minute than runners of this height take at this speed. It raises the load of
 * each step; that it leads to injury was not found (van Oeveren 2019, Malisoux 2022), so without knee pain it is told
 * as information. Never a fixed 180.
 *
 * The spread between runners is 7 to 9 steps/min, one standard deviation; the steps are one and two of 9. The
 * catalogue's second condition for `moderate` (pain, or under 165) is met by the cap, which asks for pain.
 * @cite VanOeveren2019, Luedke2021, Malisoux2022, Lenhart2014
 */
export const lowCadence = defineFactor({
  id: 'low-cadence',
  title: 'Few steps a minute for your speed and height',
  unit: 'steps/min',
  basis: { kind: 'citation', keys: ['Lenhart2014', 'VanOeveren2019', 'Malisoux2022'], certainty: 'very low' },
  needs: ['flatCadence', 'cadence', 'runner', 'words'],
  thresholds: {
    low: { value: -9, unit: 'steps/min', since: '2026-11-22', basis: BETWEEN_RUNNERS },
    veryLow: { value: -18, unit: 'steps/min', since: '2026-11-22', basis: BETWEEN_RUNNERS },
    minMinutes: {
      value: 10,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Shorter stretches say more of the terrain than of the runner.' },
    },
    tallM: {
      value: 1.95,
      unit: 'm',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Tall runners take fewer steps. Without a height only a cadence that is low even for this height counts.',
      },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
  evaluate({ flatCadence, cadence, runner, words }, { low, veryLow, minMinutes, tallM }) {
    const durations = flatCadence.map(({ durationS }) => durationS);
    const seconds = durations.reduce((total, durationS) => total + durationS, 0);
    if (seconds < minMinutes * 60)
      return {
        status: 'insufficient-data',
        message: `Only ${minutes(seconds)} of this run were flat and steady with cadence; ${minMinutes} are needed to judge it.`,
      };
    const heightM = runner.heightM ?? tallM;
    const expectedAt = (speedMps: number) => expectedCadenceSpm(speedMps, heightM, 0);
    const middle = (values: number[]) => weightedMedian(values, durations);
    const differenceSpm = middle(flatCadence.map((bin) => bin.cadenceSpm - expectedAt(bin.speedMps)));
    const speedMps = middle(flatCadence.map((bin) => bin.speedMps));
    const cadenceSpm = expectedAt(speedMps) + differenceSpm;
    const step = highestStep(
      { severity: 'info', threshold: 'low', reached: differenceSpm <= low },
      { severity: 'moderate', threshold: 'veryLow', reached: differenceSpm <= veryLow },
    );
    const whose = runner.heightM === null ? 'even very tall runners' : 'runners of your height';
    const seen = `On the flat, at about ${words.pace(speedMps)}, you took about ${steps(cadenceSpm)}`;
    return {
      status: 'scored',
      ...step,
      value: differenceSpm,
      where: step.severity === 'none' ? [] : cadence.segments.filter(({ type }) => type === 'low'),
      message:
        step.severity === 'none'
          ? `${seen}. ${runner.heightM === null ? 'That is not low for every height; tell your height in the settings for a closer look.' : 'That is usual for your height and speed.'}`
          : `${seen}; ${whose} usually take about ${Math.round(expectedAt(speedMps))}. Fewer and longer steps put more load on the kneecap with each step. Studies did not find that it leads to injury by itself.`,
    };
  },
});
