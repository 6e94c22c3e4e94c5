import { INJURY_MONTHS, monthsSince } from '../../history/past-injury.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

const COHORTS = { kind: 'citation', keys: ['VanDerWorp2015', 'Dillon2023'], certainty: 'high' } as const;

/**
 * A knee or other running injury in the year before: what most surely goes with a new one. It also lowers the limits
 * for load by a fifth (policy, see `evaluate.ts`).
 * @cite VanDerWorp2015, Dillon2023
 */
export const previousInjury = defineFactor({
  id: 'previous-injury',
  title: 'Injury within the last year',
  unit: 'months',
  basis: COHORTS,
  needs: ['facts', 'profile'],
  thresholds: {
    year: { value: INJURY_MONTHS, unit: 'months', since: '2026-11-22', basis: COHORTS },
  },
  maxSeverity: { always: 'moderate', withPain: 'moderate' },
  evaluate({ facts, profile }, { year }) {
    const knee = monthsSince(profile.lastKneeInjury, facts.startedAtMs);
    const other = monthsSince(profile.lastOtherInjury, facts.startedAtMs);
    const told = [knee, other].filter((months) => months !== null);
    if (told.length === 0)
      return {
        status: 'insufficient-data',
        message:
          'You have not told of an earlier injury. If there was one, its date in the settings makes the limits more careful.',
      };
    const latest = Math.min(...told);
    const step = highestStep(
      { severity: 'info', threshold: 'year', reached: other !== null && other <= year },
      { severity: 'moderate', threshold: 'year', reached: knee !== null && knee <= year },
    );
    const which = step.severity === 'moderate' ? 'knee injury' : 'running injury';
    const months = step.severity === 'moderate' ? (knee ?? latest) : latest;
    const ago = months < 1.5 ? 'about a month' : `about ${Math.round(months)} months`;
    return {
      status: 'scored',
      ...step,
      value: months,
      message:
        step.severity === 'none'
          ? 'Your last injury that you told of lies more than a year back.'
          : `Your last ${which} was ${ago} before this run. Runners with an injury in the past year get hurt again more often, so the limits for long and fast descents are a fifth lower.`,
    };
  },
});
