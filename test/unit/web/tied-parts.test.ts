import { describe, expect, it } from 'vitest';
import { tiedParts } from '../../../web/lib/tied-parts.ts';

describe('numbers in sentences', () => {
  it('stay with their unit, and the words stay as they are', () => {
    const sentence = 'About 11.9 km with 180 m of descent at 6:00 /km, steeper than 8 % for 3 minutes.';
    const parts = tiedParts(sentence);
    expect(parts.filter((_, at) => at % 2 === 1)).toEqual(['11.9 km', '180 m', '00 /km', '8 %']);
    expect(parts.join('')).toBe(sentence);
  });
});
