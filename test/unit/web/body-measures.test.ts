/** Height and mass as typed: centimetres and kilograms, or inches and pounds. */
import { describe, expect, it } from 'vitest';
import { profileSchema } from '../../../server/contract/runner.ts';
import { BODY_MEASURES, massText, toSi, typed } from '../../../web/lib/body-measures.ts';

describe('body measures', () => {
  it.each([
    { units: 'km', of: 'height', text: '178', si: 1.78 },
    { units: 'km', of: 'mass', text: '70.5', si: 70.5 },
    { units: 'mi', of: 'height', text: '69.5', si: 1.7653 },
    { units: 'mi', of: 'mass', text: '154', si: 69.8532 },
  ] as const)('$text of $of with $units is $si, and back', ({ units, of, text, si }) => {
    const measure = BODY_MEASURES[units][of];
    expect(toSi(text, measure)).toBeCloseTo(si, 4);
    expect(typed(toSi(text, measure), measure)).toBe(text);
  });

  it('is not told where nothing is typed', () => {
    expect(toSi(' ', BODY_MEASURES.mi.mass)).toBeNull();
    expect(typed(null, BODY_MEASURES.mi.mass)).toBe('');
  });

  it.each(['km', 'mi'] as const)('asks with %s for nothing that the profile refuses', (units) => {
    const { height, mass } = BODY_MEASURES[units];
    for (const end of ['min', 'max'] as const) {
      const told = { heightM: toSi(String(height[end]), height), bodyMassKg: toSi(String(mass[end]), mass) };
      expect(profileSchema.safeParse(told).success, `${end} of ${units}`).toBe(true);
    }
  });

  it('tells a weight in kilograms or pounds', () => {
    expect(massText(368, 'km')).toBe('370 kg');
    expect(massText(368, 'mi')).toBe('810 lb');
  });
});
