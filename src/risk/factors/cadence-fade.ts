import { minutes, percent } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { cadenceFade as fadeOf } from '../measure/fade.ts';
import { highestStep } from '../severity.ts';

/**
 * Cadence that falls towards the end by more than speed and grade explain. Elite runners over 100 km did not fade once
 * speed was taken out (Burns 2019), so it says little by itself. The catalogue's second condition for `moderate`
 * (heart rate or pain rising) is met by the cap, which asks for pain.
 * @cite Burns2019, Quan2026
 */
export const cadenceFade = defineFactor({
  id: 'cadence-fade',
  title: 'Steps getting slower towards the end',
  unit: '%',
  basis: { kind: 'citation', keys: ['Burns2019', 'Quan2026'], certainty: 'very low' },
  needs: ['motion', 'grade', 'cadence', 'runner'],
  thresholds: {
    fade: {
      value: -2,
      unit: '%',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Twice the change that ordinary runs show once speed and grade are taken out.',
      },
    },
    strongFade: {
      value: -4,
      unit: '%',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'By the load model the peak force of a step rises by about 7 % then.' },
    },
    minMinutes: {
      value: 40,
      unit: 'min',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Shorter runs hardly tire the legs, and their thirds are too short to compare.',
      },
    },
    warmUpMinutes: {
      value: 5,
      unit: 'min',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Cadence settles while warming up.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'moderate' },
  evaluate({ motion, grade, cadence, runner }, { fade, strongFade, minMinutes, warmUpMinutes }) {
    const { runningS, changePct } = fadeOf(motion, grade, cadence, runner, warmUpMinutes * 60);
    if (runningS < minMinutes * 60)
      return {
        status: 'not-applicable',
        message: `A fade is looked for in ${minMinutes} minutes or more of running on level or gentle ground; this run holds ${minutes(runningS)}.`,
      };
    const step = highestStep(
      { severity: 'info', threshold: 'fade', reached: changePct <= fade },
      { severity: 'moderate', threshold: 'strongFade', reached: changePct <= strongFade },
    );
    return {
      status: 'scored',
      ...step,
      value: changePct,
      message:
        step.severity === 'none'
          ? 'Your cadence held up to the end.'
          : `In the last third your cadence was about ${percent(-changePct)} lower than in the first, beyond what pace and hills explain. Longer steps load the kneecap a little more each.`,
    };
  },
});
