import { percent } from '../../words.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

/**
 * Running on concrete. One review found it tied to injury more in women than in men, on limited evidence; runners change the
 * stiffness of their legs with the ground (Ferris 1998), so the load model has no factor for surface.
 * @cite VanDerWorp2015, Ferris1998, Taunton2003
 */
export const surface = defineFactor({
  id: 'surface',
  title: 'Mostly on concrete',
  unit: '%',
  basis: { kind: 'citation', keys: ['VanDerWorp2015', 'Ferris1998', 'Taunton2003'], certainty: 'very low' },
  needs: ['surface'],
  thresholds: {
    concrete: {
      value: 50,
      unit: '%',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'More than half of the run; no study gives an amount.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ surface: segments }, { concrete }) {
    const metres = (of: typeof segments) => of.reduce((sum, { startM, endM }) => sum + endM - startM, 0);
    if (metres(segments.filter(({ type }) => type !== 'unknown')) === 0)
      return { status: 'not-applicable', message: 'The run covers no distance.' };
    // What is only assumed to be concrete is not told as if a map said so.
    const concreteStretches = segments.filter(({ type, certainty }) => type === 'concrete' && certainty !== 'assumed');
    const sharePct = (100 * metres(concreteStretches)) / metres(segments);
    const step = highestStep({ severity: 'info', threshold: 'concrete', reached: sharePct > concrete });
    return {
      status: 'scored',
      ...step,
      value: sharePct,
      where: step.severity === 'none' ? [] : concreteStretches,
      message:
        step.severity === 'none'
          ? 'Little of this run was on concrete. Studies find the ground to matter little for the knees.'
          : `About ${percent(sharePct)} of this run was on concrete. One review found it tied to injury more in women than in men, on limited evidence; otherwise studies find the ground to matter little for the knees.`,
    };
  },
});
