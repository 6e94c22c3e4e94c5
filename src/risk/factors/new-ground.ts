import { DAY_MS } from '../../history/calendar.ts';
import type { RunFacts } from '../../history/run-facts.ts';
import { type SurfaceCertainty, UNPAVED } from '../../surface/surface.ts';
import { percent } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { isIndoor } from '../factor-inputs.ts';
import { highestStep } from '../severity.ts';

const CAUTION = 'No study was found that follows the knees of runners through a change of ground.';

/** Days that new ground stays new, and days before them from which the usual ground is taken. Assumptions. */
const NEW_DAYS = 28;
const USUAL_DAYS = 90;
/** Earlier runs that tell what is usual. Assumption: fewer may all have been on one route. */
const MIN_RUNS = 4;
/** Share of a run's way whose ground has to be surely known. Assumption: what is unseen must not outweigh what is seen. */
const MIN_KNOWN = 0.5;

/** What is assumed from the class of a way is too often wrong to be compared. */
const SURE: ReadonlySet<SurfaceCertainty> = new Set(['mapped', 'recorded', 'told']);

/** Share of the surely known way that was on unpaved ground, per cent; null where too little is known. */
function unpavedPct({ surfaces, distanceM }: RunFacts): number | null {
  const sure = surfaces.filter(({ certainty, type }) => SURE.has(certainty) && type !== 'unknown');
  const metres = (shares: typeof sure): number => shares.reduce((sum, share) => sum + share.distanceM, 0);
  if (metres(sure) === 0 || metres(sure) < MIN_KNOWN * distanceM) return null;
  return (100 * metres(sure.filter(({ type }) => UNPAVED.has(type)))) / metres(sure);
}

/** Another kind of ground than before the last four weeks, such as the first month on trails. */
export const newGround = defineFactor({
  id: 'new-ground',
  title: 'Another ground than usual',
  unit: 'percentage points',
  basis: { kind: 'assumption', why: CAUTION },
  needs: ['facts', 'history'],
  thresholds: {
    change: {
      value: 50,
      unit: 'percentage points',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: `Half of the way on another kind of ground is plainly a change. ${CAUTION}` },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ facts, history }, { change }) {
    if (isIndoor(facts))
      return { status: 'not-applicable', message: 'A treadmill is no ground to compare with roads and trails.' };
    const nowPct = unpavedPct(facts);
    if (nowPct === null)
      return {
        status: 'insufficient-data',
        message:
          'The ground of at least half of this run is not surely known. A map of the area can tell, or you can on the report.',
      };
    const untilMs = facts.startedAtMs - NEW_DAYS * DAY_MS;
    const before = history
      .filter((run) => run.facts.startedAtMs < untilMs && run.facts.startedAtMs >= untilMs - USUAL_DAYS * DAY_MS)
      .flatMap((run) => (isIndoor(run.facts) ? [] : (unpavedPct(run.facts) ?? [])));
    if (before.length < MIN_RUNS)
      return {
        status: 'insufficient-data',
        message: `Your usual ground is told by ${MIN_RUNS} runs from 4 weeks to 4 months before with surely known ground; known so far: ${before.length}.`,
      };
    const usualPct = before.reduce((sum, pct) => sum + pct, 0) / before.length;
    const value = Math.abs(nowPct - usualPct);
    const step = highestStep({ severity: 'info', threshold: 'change', reached: value > change });
    const compared = `about ${percent(nowPct)} of this run was on gravel, dirt, grass or sand, as far as its ground is known, against ${percent(usualPct)} before the last four weeks`;
    return {
      status: 'scored',
      ...step,
      value,
      message:
        step.severity === 'none'
          ? `The ground was much like your usual one: ${compared}.`
          : `The ground is new to you or new again: ${compared}. No study ties such a change to knees. To begin on it with shorter runs is caution, not evidence.`,
    };
  },
});
