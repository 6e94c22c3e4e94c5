import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumn, unpackColumn } from '../../../server/jobs/column-codec.ts';

const DEG_PER_SEMICIRCLE = 180 / 2 ** 31;

/** Numbers as watches and the track write them, and some that no step fits. */
const step = fc.constantFrom(
  (whole: number) => whole,
  (whole: number) => whole / 1000,
  (whole: number) => whole / 64,
  (whole: number) => whole * DEG_PER_SEMICIRCLE,
  (whole: number) => whole / 1e7,
  (whole: number) => Math.sqrt(Math.abs(whole)),
);
const whole = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -100, max: 100 }) },
  { weight: 2, arbitrary: fc.integer({ min: -40_000, max: 40_000 }) },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constantFrom(-(2 ** 31), 1 - 2 ** 31, 2 ** 31 - 1, 2 ** 31) },
);
const stepped = fc
  .tuple(step, fc.array(fc.oneof({ weight: 5, arbitrary: whole }, fc.constant(Number.NaN)), { maxLength: 50 }))
  .map(([toValue, wholes]) => Float64Array.from(wholes, toValue));

const same = (column: Float64Array): boolean => {
  const back = unpackColumn(structuredClone(packColumn(column)));
  return back.length === column.length && column.every((value, i) => Object.is(value, back[i]));
};

describe('a packed column', () => {
  it('comes back to the bit: steps, missing values, minus zero, infinities and any other number', () => {
    fc.assert(
      fc.property(fc.oneof(stepped, fc.float64Array()), (column) => {
        expect(same(column)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('is an eighth to a quarter as large for what a watch writes each second', () => {
    const seconds = Float64Array.from({ length: 3600 }, (_, i) => i);
    const metres = Float64Array.from({ length: 3600 }, (_, i) => Math.round(i * 2890 + 400 * Math.sin(i)) / 1000);
    const bytes = (column: Float64Array): number => {
      const packed = packColumn(column);
      return 'growth' in packed ? packed.growth.byteLength : Number.POSITIVE_INFINITY;
    };
    expect(bytes(seconds)).toBe(seconds.byteLength / 8);
    expect(bytes(metres)).toBe(metres.byteLength / 4);
  });
});
