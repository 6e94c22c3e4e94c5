import { defineFactor } from '../define.ts';
import { isIndoor } from '../factor-inputs.ts';
import { highestStep } from '../severity.ts';

const WILLY = { kind: 'citation', keys: ['Willy2016Treadmill'], certainty: 'moderate' } as const;

/**
 * A run on a treadmill, told because it is often blamed: the kneecap joint is loaded alike, the Achilles tendon more.
 * @cite Willy2016Treadmill
 */
export const treadmill = defineFactor({
  id: 'treadmill',
  title: 'Treadmill',
  unit: 'min',
  basis: WILLY,
  needs: ['facts'],
  thresholds: {
    any: { value: 0, unit: 'min', since: '2026-11-22', basis: WILLY },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ facts }, { any }) {
    if (!isIndoor(facts))
      return facts.subSport === null
        ? { status: 'insufficient-data', message: 'The file does not say whether this was a treadmill run.' }
        : { status: 'not-applicable', message: 'This was not a treadmill run.' };
    const minutes = facts.movingTimeS / 60;
    return {
      status: 'scored',
      ...highestStep({ severity: 'info', threshold: 'any', reached: minutes > any }),
      value: minutes,
      message:
        'A treadmill loads the kneecap joint like the road does, by a study of 18 runners; it loads the Achilles tendon about an eighth more. For a sore knee it can stand in for a hilly route.',
    };
  },
});
