import { describe, expect, it } from 'vitest';
import { climb, distance, minutes, pace, span, times } from '../../../src/risk/words.ts';

describe('words', () => {
  it.each([
    [distance(847), '850 m'],
    [distance(994), '990 m'],
    [distance(995), '1 km'],
    [distance(10_349), '10.3 km'],
    [climb(318), '320 m'],
    [minutes(59), '1 minute'],
    [minutes(900), '15 minutes'],
    [times(1.13), '1.13 times'],
    [times(1.42), '1.4 times'],
    [times(2.04), '2 times'],
    [pace(2.78), '6:00 /km'],
    [pace(3.34), '5:00 /km'],
    [span(20), 'about 3 weeks'],
    [span(120), 'about 4 months'],
    [span(1799), 'about 5 years'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
