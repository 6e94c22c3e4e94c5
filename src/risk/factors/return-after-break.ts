import { DAY_MS } from '../../history/calendar.ts';
import { runsWithin } from '../../history/spikes.ts';
import { median } from '../../stats/stats.ts';
import { percent, span } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

/** Days before the break from which the usual distance is taken. Assumption. */
const USUAL_DAYS = 60;
const OPINION = 'Expert opinion: no study of runners was found that sets a limit after a break.';

/**
 * The first run after two weeks or more without one, against what was usual before the break. Only runs that Kneewise
 * knows of count, so a gap in the files looks like a break.
 */
export const returnAfterBreak = defineFactor({
  id: 'return-after-break',
  title: 'First run after a break',
  unit: '%',
  basis: { kind: 'assumption', why: OPINION },
  needs: ['facts', 'history', 'words'],
  thresholds: {
    half: { value: 50, unit: '%', since: '2026-11-22', basis: { kind: 'assumption', why: OPINION } },
    whole: { value: 100, unit: '%', since: '2026-11-22', basis: { kind: 'assumption', why: OPINION } },
    breakDays: { value: 14, unit: 'days', since: '2026-11-22', basis: { kind: 'assumption', why: OPINION } },
    minRuns: {
      value: 4,
      unit: 'runs in 60 days',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Fewer runs before the break do not tell what was usual.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
  evaluate({ facts, history, words }, { half, whole, breakDays, minRuns }) {
    const lastStartMs = Math.max(...history.map((run) => run.facts.startedAtMs));
    const days = (facts.startedAtMs - lastStartMs) / DAY_MS;
    if (days < breakDays)
      return { status: 'not-applicable', message: 'There was no break of two weeks or more before this run.' };
    // One past the last run's start, so that it counts itself.
    const before = runsWithin(history, lastStartMs + 1, USUAL_DAYS);
    const weeks = `${span(days)} without a run in your files`;
    if (before.length < minRuns)
      return {
        status: 'insufficient-data',
        message: `This run follows ${weeks}, but under ${minRuns} runs are known before that, so what was usual is not.`,
      };
    const usualM = median(before.map((run) => run.facts.distanceM));
    const sharePct = (100 * facts.distanceM) / usualM;
    const step = highestStep(
      { severity: 'info', threshold: 'half', reached: sharePct > half },
      { severity: 'moderate', threshold: 'whole', reached: sharePct > whole },
    );
    return {
      status: 'scored',
      ...step,
      value: sharePct,
      message: `This run followed ${weeks} and was about ${percent(sharePct)} of your usual distance before (${words.distance(facts.distanceM)} against ${words.distance(usualM)}).`,
    };
  },
});
