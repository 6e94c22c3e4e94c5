import { DAY_MS } from '../../history/calendar.ts';
import type { EarlierRun } from '../../history/run-facts.ts';
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

const metres = (runs: readonly EarlierRun[], beforeMs: number, days: number): number =>
  runsWithin(runs, beforeMs, days).reduce((total, run) => total + run.facts.distanceM, 0);

/**
 * Weeks that grow by more than 30 %. In the largest cohort such weeks had nothing to do with injury (Frandsen 2025), and
 * the rule of ten per cent a week made no difference in a trial (Buist 2008): one such week is told in words and never
 * flagged, because ordinary training is full of them. Only for new runners, and only when two weeks in a row grew, did a
 * cohort see more injuries of the kind that includes kneecap pain (Nielsen 2014), and chance could explain that. Who runs
 * under 15 km a week counts as new, told or not, so that telling the years of running never hides what was seen without.
 * A week no bigger than the biggest of the three before is not new to the legs, and weeks without a run are no measure
 * of what is usual (assumptions).
 * @cite Frandsen2025, Buist2008, Nielsen2014Progression, Damsted2019
 */
export const weeklyJump = defineFactor({
  id: 'weekly-jump',
  title: 'Weeks that grow fast from little running',
  unit: '×',
  basis: CONTRADICTED,
  needs: ['facts', 'history', 'profile', 'words'],
  thresholds: {
    jump: { value: 1.3, unit: '×', since: '2026-11-22', basis: { ...CONTRADICTED, keys: ['Nielsen2014Progression'] } },
    minWeekM: {
      value: 5000,
      unit: 'm a week',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Against weeks of hardly any running every week looks like a jump.' },
    },
    newYears: {
      value: 1,
      unit: 'years',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'The cohort followed its novices for their first year of running.' },
    },
    newWeekM: {
      value: 15_000,
      unit: 'm a week',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Runners of so little a week are as little used to it as new ones, whatever their years.',
      },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
  evaluate({ facts, history, profile, words }, { jump, minWeekM, newYears, newWeekM }) {
    const weekMs = WEEK_DAYS * DAY_MS;
    const weekStartMs = facts.startedAtMs - weekMs;
    const usualBefore = (atMs: number) => metres(history, atMs, WEEKS_BEFORE * WEEK_DAYS) / WEEKS_BEFORE;
    const knownFromMs = Math.min(...history.map((run) => run.facts.startedAtMs));
    // The week before is compared with the three before it, of which the earliest may be known in part.
    if (knownFromMs >= weekStartMs - WEEKS_BEFORE * weekMs)
      return {
        status: 'insufficient-data',
        message: 'Comparing weeks takes runs from the five weeks up to this one. Add the files of those weeks.',
      };
    const usualM = usualBefore(weekStartMs);
    if (usualM < minWeekM)
      return {
        status: 'not-applicable',
        message: `The three weeks before held under ${words.distance(minWeekM)} a week, too little to compare with.`,
      };
    const weeksBeforeM = Array.from({ length: WEEKS_BEFORE + 1 }, (_, week) =>
      metres(history, weekStartMs - week * weekMs, WEEK_DAYS),
    );
    if (weeksBeforeM.includes(0))
      return {
        status: 'not-applicable',
        message: `One of the ${WEEKS_BEFORE + 1} weeks before held no run, and against such weeks every week grows. The first run after a break is looked at by itself.`,
      };
    const weekM = metres(history, facts.startedAtMs, WEEK_DAYS) + facts.distanceM;
    const ratio = weekM / usualM;
    const grewBefore = (weeksBeforeM[0] as number) > jump * usualBefore(weekStartMs - weekMs);
    const isNew = usualM < newWeekM || (profile.runningYears !== null && profile.runningYears < newYears);
    const counted =
      profile.runningYears !== null && profile.runningYears < newYears
        ? ''
        : ` At under ${words.distance(newWeekM)} a week you are counted among them.`;
    const biggestM = Math.max(...weeksBeforeM.slice(0, WEEKS_BEFORE));
    const grew = ratio > jump && weekM > biggestM;
    const step = highestStep({ severity: 'moderate', threshold: 'jump', reached: grew && grewBefore && isNew });
    const compared = `${words.distance(weekM)} against ${words.distance(usualM)} a week before`;
    const found = `Your last seven days held about ${times(ratio)} the distance of the three weeks before (${compared})`;
    const told = grew
      ? `${found}. In the largest study such weeks had nothing to do with injury, so this is no flag; single runs that are much longer than usual matter more.`
      : `Your last seven days were in line with the three weeks before (${compared}).`;
    return {
      status: 'scored',
      ...step,
      value: ratio,
      message:
        step.severity === 'none'
          ? told
          : `${found}, and the week before had grown as fast. Among new runners, two such weeks in a row went with more injuries of the kind that includes kneecap pain, though chance could explain it.${counted} Studies do not agree.`,
    };
  },
});
