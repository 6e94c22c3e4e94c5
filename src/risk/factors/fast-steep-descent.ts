import { minutes } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { easySpeedMps } from '../measure/easy-speed.ts';
import { isRunning, secondsWhere, stretchesWhere } from '../measure/intervals.ts';
import { highestStep } from '../severity.ts';

/** Stretches shorter than this are not shown on the chart, seconds. Assumption. */
const MIN_SHOWN_S = 15;
const MODEL = 'Follows from the load model, where grade and speed multiply; no study has tied it to injury.';

/**
 * Running down steep ground faster than the runner's easy pace on the flat.
 * @cite VanHooren2024, Khassetarash2020, Doyle2023
 */
export const fastSteepDescent = defineFactor({
  id: 'fast-steep-descent',
  title: 'Fast running down steep ground',
  unit: 'min',
  basis: { kind: 'citation', keys: ['VanHooren2024', 'Khassetarash2020', 'Doyle2023'], certainty: 'very low' },
  needs: ['facts', 'motion', 'grade', 'earlierRuns', 'words'],
  thresholds: {
    some: {
      value: 3,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: MODEL },
      lowerAfterInjury: true,
    },
    much: {
      value: 10,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: MODEL },
      lowerAfterInjury: true,
    },
    steepPct: {
      value: -8,
      unit: '%',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Well beyond the error of grade, and where runners begin to brake.' },
    },
    maxErrorPct: {
      value: 2,
      unit: 'percentage points',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Heights of satellites err more, and a few noisy minutes of a level run then look steep; a barometer errs by about 1.',
      },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
  evaluate({ facts, motion, grade, earlierRuns, words }, { some, much, steepPct, maxErrorPct }) {
    if (grade.errorPct > maxErrorPct)
      return {
        status: 'insufficient-data',
        message:
          'The altitude of this recording is too rough to tell how steep a descent was. A watch with a barometer gives a better one.',
      };
    const easyMps = easySpeedMps(earlierRuns, facts.startedAtMs);
    if (easyMps === null)
      return {
        status: 'insufficient-data',
        message: 'Your easy pace is not known yet. It takes an hour of flat, steady running within 90 days.',
      };
    const isFastAndSteep = (i: number) =>
      isRunning(motion, i) && (grade.gradePct[i] as number) < steepPct && (motion.speedMps[i] as number) > easyMps;
    const seconds = secondsWhere(motion, isFastAndSteep);
    const step = highestStep(
      { severity: 'info', threshold: 'some', reached: seconds / 60 >= some },
      { severity: 'moderate', threshold: 'much', reached: seconds / 60 >= much },
    );
    return {
      status: 'scored',
      ...step,
      value: seconds / 60,
      where: step.severity === 'none' ? [] : stretchesWhere(motion, isFastAndSteep, MIN_SHOWN_S),
      message:
        step.severity === 'none'
          ? 'Hardly any running down steep ground was faster than your easy pace.'
          : `About ${minutes(seconds)} were downhill steeper than ${-steepPct} % and faster than your easy pace of about ${words.pace(easyMps)}. Grade and speed together raise the force at the kneecap with each step.`,
    };
  },
});
