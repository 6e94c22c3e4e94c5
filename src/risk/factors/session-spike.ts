import { longestBeforeM, runsWithin, SPIKE_WINDOW_DAYS } from '../../history/spikes.ts';
import { times } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const FRANDSEN = { kind: 'citation', keys: ['Frandsen2025'], certainty: 'moderate' } as const;

/**
 * A run much longer than the longest of the 30 days before it: the one measure of training growth that went with
 * injury in a large cohort of runners with watches.
 * @cite Frandsen2025
 */
export const sessionSpike = defineFactor({
  id: 'session-spike',
  title: 'Much longer than your recent runs',
  unit: '×',
  basis: FRANDSEN,
  needs: ['facts', 'history', 'words'],
  thresholds: {
    longer: { value: 1.1, unit: '×', since: '2026-11-22', basis: FRANDSEN },
    double: { value: 2, unit: '×', since: '2026-11-22', basis: FRANDSEN },
    minRuns: {
      value: 4,
      unit: 'runs in 30 days',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'With fewer runs the longest one says little of what the knees are used to.' },
    },
    minLongestM: {
      value: 3000,
      unit: 'm',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Against a very short run every ordinary run looks like a spike.' },
    },
  },
  maxSeverity: { always: 'high', withPain: 'high' },
  evaluate({ facts, history, words }, { longer, double, minRuns, minLongestM }) {
    const runs = runsWithin(history, facts.startedAtMs, SPIKE_WINDOW_DAYS).length;
    const longestM = longestBeforeM(history, facts.startedAtMs) ?? 0;
    if (runs < minRuns)
      return {
        status: 'insufficient-data',
        message: `Comparing with the last month takes ${minRuns} runs in the 30 days before; known so far: ${runs}. Add the files of those weeks.`,
      };
    if (longestM < minLongestM)
      return {
        status: 'not-applicable',
        message: `The longest run of the 30 days before was under ${words.distance(minLongestM)}, too short to compare with.`,
      };
    const ratio = facts.distanceM / longestM;
    const step = highestStep(
      { severity: 'moderate', threshold: 'longer', reached: ratio > longer },
      { severity: 'high', threshold: 'double', reached: ratio > double },
    );
    const compared = `${words.distance(facts.distanceM)} against ${words.distance(longestM)}`;
    return {
      status: 'scored',
      ...step,
      value: ratio,
      message:
        step.severity === 'none'
          ? `No longer than a tenth above your longest run of the 30 days before (${compared}).`
          : `This run was about ${times(ratio)} as long as your longest of the 30 days before (${compared}). In a study of about 5,200 runners, injuries of any kind from overuse followed such runs more often.`,
    };
  },
});
