import type { PainEntry } from '../../history/pain-log.ts';
import { entriesOf } from '../../history/recent-pain.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const CARE = { kind: 'citation', keys: ['Esculier2020', 'Esculier2018'], certainty: 'moderate' } as const;

/** Score that guidance allows, used where the score before the run was not told. @cite Esculier2020 */
const ALLOWED_SCORE = 2;
/** Runs looked at, this one included. */
const LAST_RUNS = 3;

/** Whether the knee was sorer an hour later or next morning than before the run; null when the entry does not tell. */
function lingered({ before, hourAfter, nextMorning }: PainEntry): boolean | null {
  const after = [hourAfter, nextMorning].filter((score) => score !== null);
  return after.length === 0 ? null : Math.max(...after) > (before ?? ALLOWED_SCORE);
}

/**
 * Pain that outlasts the run: above what it was before, an hour later or next morning.
 * @cite Esculier2020, Esculier2018
 */
export const painAfterRun = defineFactor({
  id: 'pain-after-run',
  title: 'Knee pain after running',
  unit: 'of the last 3 runs',
  basis: CARE,
  needs: ['facts', 'earlierRuns', 'painLog'],
  thresholds: {
    once: { value: 1, unit: 'of the last 3 runs', since: '2026-11-22', basis: CARE },
    twice: {
      value: 2,
      unit: 'of the last 3 runs',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Once may be chance; twice in three runs is a habit.' },
    },
  },
  maxSeverity: { always: 'high', withPain: 'high' },
  evaluate({ facts, earlierRuns, painLog }, { once, twice }) {
    const told = (run: typeof facts) =>
      entriesOf(painLog, run)
        .map(lingered)
        .filter((after) => after !== null);
    const now = told(facts);
    if (now.length === 0)
      return {
        status: 'insufficient-data',
        message: 'Nothing was noted about pain an hour after this run or next morning. That is when a knee tells most.',
      };
    const latest = earlierRuns.slice(-(LAST_RUNS - 1)).map((run) => run.facts);
    const painful = now.includes(true) ? 1 + latest.filter((run) => told(run).includes(true)).length : 0;
    const step = highestStep(
      { severity: 'moderate', threshold: 'once', reached: painful >= once },
      { severity: 'high', threshold: 'twice', reached: painful >= twice },
    );
    return {
      status: 'scored',
      ...step,
      value: painful,
      message:
        step.severity === 'none'
          ? 'Your knee was no sorer after this run than before.'
          : `Your knee was sorer after this run than before${painful > 1 ? `, as it was after ${painful} of your last ${LAST_RUNS} runs` : ''}. Guidance is to choose runs after which it is back to normal within an hour and no worse next morning.`,
    };
  },
});
