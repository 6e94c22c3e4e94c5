import { percent } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { isMoving, secondsWhere } from '../measure/intervals.ts';
import { highestStep } from '../severity.ts';

/**
 * How far the recording itself can be trusted. A channel that is missing is told here in words and makes other
 * factors silent; only holes in what was recorded are flagged.
 * @cite Adams2016, Ammann2016
 */
export const dataQuality = defineFactor({
  id: 'data-quality',
  title: 'Gaps in the recording',
  unit: '%',
  basis: { kind: 'citation', keys: ['Adams2016', 'Ammann2016'], certainty: 'moderate' },
  needs: ['motion', 'recording'],
  thresholds: {
    gaps: {
      value: 5,
      unit: '%',
      since: '2026-11-22',
      basis: {
        kind: 'assumption',
        why: 'Less than a twentieth unseen cannot change the load of a run by more than the model errs.',
      },
    },
    gapS: {
      value: 20,
      unit: 's',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Watches that save memory leave up to about 10 s between samples.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ motion, recording }, { gaps, gapS }) {
    const movingS = secondsWhere(motion, (i) => isMoving(motion, i));
    if (movingS === 0) return { status: 'not-applicable', message: 'The recording holds no running and no walking.' };
    const gapTimeS = secondsWhere(motion, (i) => isMoving(motion, i) && (motion.durationS[i] as number) > gapS);
    const gapPct = (100 * gapTimeS) / movingS;
    const step = highestStep({ severity: 'info', threshold: 'gaps', reached: gapPct > gaps });
    const notes = [
      recording.origin.cadence === 'absent' ? 'It holds no cadence.' : '',
      recording.cadenceReading?.certain === false ? 'Its cadence may count one foot or both.' : '',
      recording.altitudeSource === 'none' ? 'It holds no altitude.' : '',
      recording.altitudeSource === 'gps' ? 'Its altitude comes from GPS, which is rough.' : '',
    ].filter((note) => note !== '');
    const found =
      step.severity === 'none'
        ? 'The recording has no gaps to speak of.'
        : `About ${percent(gapPct)} of the time on the move was not recorded closely; what happened there is a guess.`;
    return { status: 'scored', ...step, value: gapPct, message: [found, ...notes].join(' ') };
  },
});
