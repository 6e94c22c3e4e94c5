import { minutes } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { easySpeedMps } from '../measure/easy-speed.ts';
import { isRunning, secondsWhere, stretchesWhere } from '../measure/intervals.ts';
import { highestStep } from '../severity.ts';

/** Stretches shorter than this are not shown on the chart, seconds. Assumption. */
const MIN_SHOWN_S = 30;

/**
 * Running well above the easy speed: each step loads the knee more, each kilometre less. Whether it leads to injury is
 * open, so it is told as information.
 * @cite Doyle2023, Hagen2023
 */
export const speedSession = defineFactor({
  id: 'speed-session',
  title: 'Fast running',
  unit: 'min',
  basis: { kind: 'citation', keys: ['Doyle2023', 'Hagen2023'], certainty: 'low' },
  needs: ['facts', 'motion', 'earlierRuns', 'words'],
  thresholds: {
    note: {
      value: 10,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Less is a hill or a sprint for the lights, not a session.' },
    },
    fasterThanEasy: {
      value: 1.15,
      unit: '×',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Beyond the spread of speeds within easy runs.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ facts, motion, earlierRuns, words }, { note, fasterThanEasy }) {
    const easyMps = easySpeedMps(earlierRuns, facts.startedAtMs);
    if (easyMps === null)
      return {
        status: 'insufficient-data',
        message: 'Your easy pace is not known yet. It takes an hour of flat, steady running within 90 days.',
      };
    const isFast = (i: number) => isRunning(motion, i) && (motion.speedMps[i] as number) > fasterThanEasy * easyMps;
    const seconds = secondsWhere(motion, isFast);
    const step = highestStep({ severity: 'info', threshold: 'note', reached: seconds / 60 >= note });
    return {
      status: 'scored',
      ...step,
      value: seconds / 60,
      where: step.severity === 'none' ? [] : stretchesWhere(motion, isFast, MIN_SHOWN_S),
      message:
        step.severity === 'none'
          ? 'Hardly any of this run was much faster than your easy pace.'
          : `About ${minutes(seconds)} were clearly faster than your easy pace of about ${words.pace(easyMps)}. Faster running loads the knee more with each step and less for each kilometre.`,
    };
  },
});
