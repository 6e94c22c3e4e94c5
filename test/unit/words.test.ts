import { describe, expect, it } from 'vitest';
import { minutes, span, times, wordsIn } from '../../src/words.ts';

const km = wordsIn('km');
const mi = wordsIn('mi');

describe('words', () => {
  it.each([
    [km.distance(847), '850 m'],
    [km.distance(994), '990 m'],
    [km.distance(995), '1 km'],
    [km.distance(10_349), '10.3 km'],
    [mi.distance(100), '330 ft'],
    [mi.distance(152), '500 ft'],
    [mi.distance(153), '0.1 mi'],
    [mi.distance(42_195), '26.2 mi'],
    [km.way(640), '0.64 km'],
    [km.way(10_040), '10.0 km'],
    [mi.way(1609.344), '1.0 mi'],
    [mi.way(800), '0.50 mi'],
    [km.climb(318), '320 m'],
    [mi.climb(318), '1040 ft'],
    [km.step(1.026), '1.03 m'],
    [mi.step(1.026), '3.4 ft'],
    [km.height(1.75), '1.75 m'],
    [mi.height(1.75), '5 ft 9 in'],
    [mi.height(1.828), '6 ft 0 in'],
    [km.pace(2.78), '6:00 /km'],
    [km.pace(3.34), '5:00 /km'],
    [mi.pace(2.68224), '10:00 /mi'],
    [km.load(13.7), '14'],
    [km.load(0.62), '0.62'],
    [mi.load(16.09344), '10'],
    [minutes(59), '1 minute'],
    [minutes(900), '15 minutes'],
    [times(1.13), '1.13 times'],
    [times(1.42), '1.4 times'],
    [times(2.04), '2 times'],
    [span(20), 'about 3 weeks'],
    [span(120), 'about 4 months'],
    [span(1799), 'about 5 years'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
