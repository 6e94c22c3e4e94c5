import { injuredWithinYear } from '../../history/past-injury.ts';
import { hasRecentPain } from '../../history/recent-pain.ts';
import { runsWithin, SPIKE_WINDOW_DAYS } from '../../history/spikes.ts';
import { percent, times } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { descents } from '../measure/descents.ts';
import { highestStep } from '../severity.ts';

const LOAD = { kind: 'citation', keys: ['VanHooren2024', 'Nuckols2020'], certainty: 'low' } as const;
/** Ways down shorter than this are not shown on the chart, metres. Assumption: shorter ones are not felt as a descent. */
const MIN_SHOWN_M = 100;

/** Shares and ratios that the catalogue sets by judgement. */
const policy = (value: number, unit: string, why: string) =>
  ({ value, unit, since: '2026-11-22', basis: { kind: 'assumption', why } }) as const;

/**
 * Knee load that came from going downhill, or far more descent than the runner's knees met in the month before. That
 * descents raise the load at the kneecap is measured; that they lead to injury is expert opinion.
 * @cite VanHooren2024, Nuckols2020, Ho2018, Telhan2010
 */
export const longDownhill = defineFactor({
  id: 'long-downhill',
  title: 'A lot of downhill running',
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
    moreThanUsual: policy(1.3, '×', 'A third more descent than any run of the month is new to the legs.'),
    farMoreThanUsual: policy(2, '×', 'As for distance, double the longest of the month.'),
    minRuns: policy(4, 'runs in 30 days', 'With fewer runs the most says little of what the knees are used to.'),
    minShare: policy(5, '%', 'A long run over gentle ground has much descent in all, and its knees do not feel it.'),
    minShareDescentM: policy(30, 'm', 'Less descent in all is within the error of a watch, whatever its share.'),
    minDescentM: policy(100, 'm', 'Less descent than this is no hill, however little the month held.'),
  },
  maxSeverity: { always: 'high', withPain: 'high' },
  evaluate({ facts, grade, descentLoad, earlierRuns, painLog, profile, words }, limits) {
    const { asRunKm, levelledKm } = descentLoad;
    const sharePct = asRunKm > 0 ? Math.max(0, (100 * (asRunKm - levelledKm)) / asRunKm) : 0;
    const usualM = runsWithin(earlierRuns, facts.startedAtMs, SPIKE_WINDOW_DAYS).flatMap(
      (run) => run.facts.descentM ?? [],
    );
    const isDescent = grade.descentM >= limits.minShareDescentM;
    const isHill = grade.descentM >= limits.minDescentM && sharePct >= limits.minShare;
    const comparable = isHill && usualM.length >= limits.minRuns;
    const mostM = Math.max(0, ...usualM);
    const ratio = comparable && mostM > 0 ? grade.descentM / mostM : 0;
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
      ? ` Its ${words.climb(grade.descentM)} of descent are about ${times(ratio)} the most of any run in the 30 days before.`
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
