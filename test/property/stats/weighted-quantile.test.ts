import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightedQuantile } from '../../../src/stats/stats.ts';

/** What the words of the doc comment say, done the long way: order all pairs and add up their weights. */
function byOrdering(pairs: readonly (readonly [number, number])[], share: number): number {
  const ordered = pairs.filter(([value, weight]) => !Number.isNaN(value) && weight > 0).sort(([a], [b]) => a - b);
  const wanted = share * ordered.reduce((sum, [, weight]) => sum + weight, 0);
  let running = 0;
  for (const [value, weight] of ordered) {
    running += weight;
    if (running >= wanted) return value;
  }
  return ordered.at(-1)?.[0] ?? Number.NaN;
}

// Whole weights, so that no order of adding rounds; few values, so that many are equal.
const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noDefaultInfinity: true }));
const pairs = fc.array(fc.tuple(value, fc.integer({ min: -1, max: 4 })), { maxLength: 60 });

describe('a weighted quantile', () => {
  it('is the value at which ordered weights reach the share', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(0, 0.1, 1 / 3, 0.5, 0.95, 1), (all, share) => {
        const [values, weights] = [all.map(([value]) => value), all.map(([, weight]) => weight)];
        const found = weightedQuantile(values, weights, share);
        // Zero and minus zero are one value.
        expect(found + 0).toBe(byOrdering(all, share) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('is found in long columns in order, reversed or all alike', () => {
    const size = 50_000;
    const weights = new Float64Array(size).fill(1);
    const columns = {
      ordered: Float64Array.from({ length: size }, (_, i) => i),
      reversed: Float64Array.from({ length: size }, (_, i) => size - i),
      alike: new Float64Array(size).fill(7),
    };
    const middle = { ordered: size / 2 - 1, reversed: size / 2, alike: 7 };
    for (const [name, column] of Object.entries(columns)) {
      expect({ [name]: weightedQuantile(column, weights, 0.5) }).toEqual({
        [name]: middle[name as keyof typeof middle],
      });
    }
  });
});
