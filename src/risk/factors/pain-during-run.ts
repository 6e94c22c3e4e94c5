import { entriesOf } from '../../history/recent-pain.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const CARE = { kind: 'citation', keys: ['Esculier2020', 'Esculier2018'], certainty: 'moderate' } as const;

/**
 * Running with a sore knee, by the runner's own scores: 2 of 10 or less is what guidance for runners with kneecap pain
 * allows. A knee that was sore at the start and got worse counts as the next step.
 * @cite Esculier2020, Esculier2018
 */
export const painDuringRun = defineFactor({
  id: 'pain-during-run',
  title: 'Knee pain while running',
  unit: 'of 10',
  basis: CARE,
  needs: ['facts', 'painLog'],
  thresholds: {
    mild: { value: 1, unit: 'of 10', since: '2026-11-22', basis: CARE },
    clear: { value: 3, unit: 'of 10', since: '2026-11-22', basis: CARE },
    strong: {
      value: 5,
      unit: 'of 10',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'The middle of the scale; guidance names no number beyond which to stop at once.',
      },
    },
  },
  maxSeverity: { always: 'high', withPain: 'high' },
  evaluate({ facts, painLog }, { mild, clear, strong }) {
    const entries = entriesOf(painLog, facts).filter(({ before, during }) => before !== null || during !== null);
    if (entries.length === 0)
      return {
        status: 'insufficient-data',
        message: 'Nothing was noted about pain before or during this run. An entry in the pain log takes ten seconds.',
      };
    const score = Math.max(...entries.map(({ before, during }) => Math.max(before ?? 0, during ?? 0)));
    const gotWorse = entries.some(({ before, during }) => (before ?? 0) >= mild && (during ?? 0) > (before ?? 0));
    const startedSore = entries.some(({ before }) => (before ?? 0) >= mild);
    const step = highestStep(
      { severity: 'info', threshold: 'mild', reached: score >= mild },
      { severity: 'moderate', threshold: 'clear', reached: score >= clear || gotWorse },
      { severity: 'high', threshold: 'strong', reached: score >= strong },
    );
    const start = startedSore ? ` The knee was sore before the start${gotWorse ? ' and got worse' : ''}.` : '';
    return {
      status: 'scored',
      ...step,
      value: score,
      message:
        step.severity === 'none'
          ? 'You noted no knee pain before or during this run.'
          : `You noted knee pain of ${score} of 10.${start} Guidance for runners with pain at the kneecap is to stay at 2 or below.`,
    };
  },
});
