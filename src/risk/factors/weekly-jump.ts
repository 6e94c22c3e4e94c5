import { DAY_MS } from '../../history/calendar.ts';
import { runsWithin } from '../../history/spikes.ts';
import { times } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const WEEK_DAYS = 7;
const WEEKS_BEFORE = 3;
const CONTRADICTED = {
  kind: 'citation',
  keys: ['Frandsen2025', 'Buist2008', 'Nielsen2014Progression', 'Damsted2019'],
  certainty: 'very low',
} as const;

/**
 * Seven days up to this run with far more distance than the weeks before. Told as information only: the old rule of
 * ten per cent a week made no difference in a trial (Buist 2008), and no relation was found in the largest cohort.
 * A week no bigger than the biggest of the three before is not new to the legs and is not told (assumption).
 * @cite Frandsen2025, Buist2008, Nielsen2014Progression, Damsted2019
 */
export const weeklyJump = defineFactor({
  id: 'weekly-jump',
  title: 'A much bigger week',
  unit: '×',
  basis: CONTRADICTED,
  needs: ['facts', 'history', 'words'],
  thresholds: {
    jump: { value: 1.3, unit: '×', since: '2026-11-22', basis: { ...CONTRADICTED, keys: ['Nielsen2014Progression'] } },
    minWeekM: {
      value: 5000,
      unit: 'm a week',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Against weeks of hardly any running every week looks like a jump.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ facts, history, words }, { jump, minWeekM }) {
    const weekStartMs = facts.startedAtMs - WEEK_DAYS * DAY_MS;
    const metres = (beforeMs: number, days: number) =>
      runsWithin(history, beforeMs, days).reduce((total, run) => total + run.facts.distanceM, 0);
    const known = history.some((run) => run.facts.startedAtMs < weekStartMs - (WEEKS_BEFORE - 1) * WEEK_DAYS * DAY_MS);
    const usualM = metres(weekStartMs, WEEKS_BEFORE * WEEK_DAYS) / WEEKS_BEFORE;
    if (!known)
      return {
        status: 'insufficient-data',
        message: 'Comparing weeks takes runs from the four weeks up to this one. Add the files of those weeks.',
      };
    if (usualM < minWeekM)
      return {
        status: 'not-applicable',
        message: `The three weeks before held under ${words.distance(minWeekM)} a week, too little to compare with.`,
      };
    const weekM = metres(facts.startedAtMs, WEEK_DAYS) + facts.distanceM;
    const ratio = weekM / usualM;
    const biggestM = Math.max(...[0, 1, 2].map((week) => metres(weekStartMs - week * WEEK_DAYS * DAY_MS, WEEK_DAYS)));
    const compared = `${words.distance(weekM)} against ${words.distance(usualM)} a week before`;
    const step = highestStep({ severity: 'info', threshold: 'jump', reached: ratio > jump && weekM > biggestM });
    return {
      status: 'scored',
      ...step,
      value: ratio,
      message:
        step.severity === 'none'
          ? `Your last seven days were in line with the three weeks before (${compared}).`
          : `Your last seven days held about ${times(ratio)} the distance of the weeks before (${compared}). Studies do not agree on whether that matters; single runs that are much longer than usual matter more.`,
    };
  },
});
