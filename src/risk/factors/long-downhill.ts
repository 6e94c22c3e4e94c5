import { injuredWithinYear } from '../../history/past-injury.ts';
import { hasRecentPain } from '../../history/recent-pain.ts';
import { runsWithin, SPIKE_WINDOW_DAYS } from '../../history/spikes.ts';
import { descents } from '../../segment/descents.ts';
import { percent, times } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const LOAD = { kind: 'citation', keys: ['VanHooren2024', 'Nuckols2020'], certainty: 'low' } as const;
/** Ways down shorter than this are not shown on the chart, metres. Assumption: shorter ones are not felt as a descent. */
const MIN_SHOWN_M = 100;

/** Shares and ratios that the catalogue sets by judgement. */
const policy = (value: number, unit: string, why: string) =>
  ({ value, unit, since: '2026-11-22', basis: { kind: 'assumption', why } }) as const;

/**
 * Knee load that came from going downhill, or far more descent than the runner's knees met in the month before. That
 * descents raise the load at the kneecap is measured; that they lead to injury is expert opinion. Only hills are held against the
 * month (`downhillM`): in the sum of all descent, the heights of satellites bury them.
 * @cite VanHooren2024, Nuckols2020, Ho2018, Telhan2010
 */
export const longDownhill = defineFactor({
  id: 'long-downhill',
  title: 'A lot of downhill',
  unit: '%',
  basis: { ...LOAD, keys: ['VanHooren2024', 'Ho2018', 'Telhan2010'] },
  needs: ['facts', 'grade', 'descentLoad', 'earlierRuns', 'painLog', 'profile', 'words'],
  thresholds: {
    share: {
      ...policy(10, '%', 'A tenth of the load is more than the error of the model on the flat.'),
      lowerAfterInjury: true,
    },
    bigShare: {
      ...policy(20, '%', 'Most of a run downhill at −10 % adds so much; few runs do.'),
      lowerAfterInjury: true,
    },
    minAddedKm: policy(0.5, 'flat-easy km', 'Half an easy kilometre more is a short detour, however short the run.'),
    moreThanUsual: policy(1.3, '×', 'A third more downhill than any run of the month is new to the legs.'),
    farMoreThanUsual: policy(2, '×', 'As for distance, double the longest of the month.'),
    minRuns: policy(4, 'runs in 30 days', 'With fewer runs the most says little of what the knees are used to.'),
    minShare: policy(5, '%', 'A long run with one hill has much downhill in all, and its knees hardly feel it.'),
    minShareDescentM: policy(30, 'm', 'Less downhill in all is within the error of a watch, whatever its share.'),
    minDescentM: policy(
      100,
      'm',
      'Less downhill than this is no hill: a month that held less is taken to have held this.',
    ),
  },
  maxSeverity: { always: 'high', withPain: 'high' },
  evaluate({ facts, grade, descentLoad, earlierRuns, painLog, profile, words }, limits) {
    const { asRunKm, levelledKm } = descentLoad;
    const addedKm = Math.max(0, asRunKm - levelledKm);
    const sharePct = asRunKm > 0 ? (100 * addedKm) / asRunKm : 0;
    const usualM = runsWithin(earlierRuns, facts.startedAtMs, SPIKE_WINDOW_DAYS).flatMap(
      (run) => run.facts.downhillM ?? [],
    );
    const isDescent = grade.downhillM >= limits.minShareDescentM && addedKm >= limits.minAddedKm;
    const mostM = Math.max(...usualM);
    const comparable = usualM.length >= limits.minRuns && sharePct >= limits.minShare;
    const ratio = comparable ? grade.downhillM / Math.max(limits.minDescentM, mostM) : 0;
    const sore = hasRecentPain(painLog, facts) || injuredWithinYear(profile, facts.startedAtMs);
    const step = highestStep(
      { severity: 'info', threshold: 'share', reached: isDescent && sharePct >= limits.share },
      { severity: 'info', threshold: 'moreThanUsual', reached: ratio > limits.moreThanUsual },
      { severity: 'moderate', threshold: 'bigShare', reached: isDescent && sharePct >= limits.bigShare },
      { severity: 'moderate', threshold: 'farMoreThanUsual', reached: ratio > limits.farMoreThanUsual },
      { severity: 'high', threshold: 'bigShare', reached: isDescent && sharePct >= limits.bigShare && sore },
    );
    const byUsual = step.threshold === 'moreThanUsual' || step.threshold === 'farMoreThanUsual';
    const ways = descents(grade.segments);
    const longest = ways[0];
    const share = `Going downhill added about ${percent(sharePct)} of this run's knee load`;
    const way = longest
      ? `; the longest way down was ${words.distance(longest.endM - longest.startM)} at about ${percent(longest.meanGradePct)}`
      : '';
    const compared = byUsual
      ? ` Its hills went down ${words.climb(grade.downhillM)} in all; ${mostM < limits.minDescentM ? `no run of the 30 days before held ${words.climb(limits.minDescentM)}` : `that is about ${times(ratio)} the most of any run in the 30 days before`}.`
      : ` It holds about ${words.climb(grade.descentM)} of descent.`;
    return {
      status: 'scored',
      ...step,
      value: byUsual ? ratio : sharePct,
      where: step.severity === 'none' ? [] : ways.filter(({ startM, endM }) => endM - startM >= MIN_SHOWN_M),
      message: `${share}${way}.${compared}`,
    };
  },
});
