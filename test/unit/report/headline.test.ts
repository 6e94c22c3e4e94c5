import { describe, expect, it } from 'vitest';
import { headline } from '../../../src/report/headline.ts';

const run = (distanceM: number, movingTimeS = 3600) => ({ distanceM, movingTimeS });

describe('the headline', () => {
  it('tells way and load with its range, two figures each', () => {
    expect(headline(run(10_040), { low: 11.6, mid: 13.7, high: 16.9 }, 'km')).toBe(
      '10.0 km, about as hard on your knees as 14 flat easy km (12–17).',
    );
  });

  it('tells a short run in metres enough to be seen', () => {
    expect(headline(run(640), { low: 0.51, mid: 0.62, high: 0.8 }, 'km')).toBe(
      '0.64 km, about as hard on your knees as 0.62 flat easy km (0.51–0.80).',
    );
  });

  it('speaks miles to a runner who chose them, of the way and of the load', () => {
    expect(headline(run(16_093.44), { low: 16, mid: 20, high: 24 }, 'mi')).toBe(
      '10.0 mi, about as hard on your knees as 12 flat easy miles (9.9–15).',
    );
  });

  it('tells the time where the file tells no way, never 0 km', () => {
    expect(headline(run(0, 1500), { low: 3, mid: 3.4, high: 4 }, 'km')).toBe(
      '25 minutes over an unknown distance, about as hard on your knees as 3.4 flat easy km (3.0–4.0).',
    );
  });

  it('compares nothing where there was hardly any way', () => {
    expect(headline(run(3), { low: 0, mid: 0.002, high: 0.004 }, 'km')).toContain('hardly any distance');
  });
});
