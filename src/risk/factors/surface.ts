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
    const metres = (wanted: (type: string) => boolean) =>
      segments.reduce((sum, { type, startM, endM }) => sum + (wanted(type) ? endM - startM : 0), 0);
    const knownM = metres((type) => type !== 'unknown');
    if (knownM === 0) return { status: 'not-applicable', message: 'The run covers no distance.' };
    const sharePct = (100 * metres((type) => type === 'concrete')) / metres(() => true);
    const step = highestStep({ severity: 'info', threshold: 'concrete', reached: sharePct > concrete });
    return {
      status: 'scored',
      ...step,
      value: sharePct,
      where: step.severity === 'none' ? [] : segments.filter(({ type }) => type === 'concrete'),
      message:
        step.severity === 'none'
          ? 'Little of this run was on concrete. Studies find the ground to matter little for the knees.'
          : `About ${percent(sharePct)} of this run was on concrete. One review found it tied to injury more in women than in men, on limited evidence; otherwise studies find the ground to matter little for the knees.`,
    };
  },
});
