import { describe, expect, it } from 'vitest';
import {
  altitude,
  distance,
  grade,
  loadNumber,
  loadRange,
  MISSING,
  pace,
  stretch,
  time,
  timeDifference,
} from '../../../web/lib/format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers as a reader meets them', () => {
  it('tells a marathon in kilometres and in miles', () => {
    expect(plain(distance(42_195, 'km'))).toBe('42.2 km');
    expect(plain(distance(42_195, 'mi'))).toBe('26.2 mi');
  });

  it('tells the way of years without tenths', () => {
    expect(plain(distance(999_900, 'km'))).toBe('999.9 km');
    expect(plain(distance(2_728_840, 'km'))).toBe('2,729 km');
    expect(plain(distance(999_990, 'km'))).toBe('1,000 km');
  });

  it('tells short stretches in tens of metres', () => {
    expect(plain(distance(224, 'km'))).toBe('220 m');
  });

  it('tells a stretch with one unit', () => {
    expect(plain(stretch(4_120, 9_980, 'km'))).toBe('4.1–10.0 km');
  });

  it('tells the pace of a four-hour marathon', () => {
    expect(plain(pace(42_195 / 14_400, 'km'))).toBe('5:41 /km');
    expect(plain(pace(42_195 / 14_400, 'mi'))).toBe('9:09 /mi');
  });

  it('gives no pace to somebody who stands', () => {
    expect(pace(0.1, 'km')).toBe(MISSING);
    expect(pace(null, 'km')).toBe(MISSING);
  });

  it('carries rounded seconds into minutes and hours', () => {
    expect(time(59.6)).toBe('1:00');
    expect(time(3_599.6)).toBe('1:00:00');
    expect(time(3_725)).toBe('1:02:05');
  });

  it('writes a real minus and never a minus nought', () => {
    expect(plain(grade(-9.2))).toBe('−9 %');
    expect(plain(grade(-0.3))).toBe('0 %');
    expect(plain(grade(4.6))).toBe('+5 %');
    expect(plain(altitude(-0.4, 'km'))).toBe('0 m');
  });

  it('tells feet to readers in miles', () => {
    expect(plain(altitude(304.8, 'mi'))).toBe('1,000 ft');
  });

  it('rounds knee load to two figures', () => {
    expect(loadNumber(13.93, 'km')).toBe('14');
    expect(loadNumber(9.96, 'km')).toBe('10');
    expect(loadNumber(7, 'km')).toBe('7.0');
    expect(loadNumber(0.348, 'km')).toBe('0.35');
    expect(loadNumber(123.4, 'km')).toBe('120');
    expect(loadNumber(0, 'km')).toBe('0');
  });

  it('tells a range once when both ends round alike', () => {
    expect(loadRange({ low: 12.2, high: 15.6 }, 'km')).toBe('12–16');
    expect(loadRange({ low: 13.9, high: 14.1 }, 'km')).toBe('14');
  });

  it('tell a difference in time as coarsely as a forecast is', () => {
    expect([3, 42, 260, 1337, 6820].map(timeDifference)).toEqual([
      null,
      '40\u00a0s',
      '4\u00a0min',
      '22\u00a0min',
      '1\u00a0h 54\u00a0min',
    ]);
    expect(timeDifference(-3600)).toBe('1\u00a0h 0\u00a0min');
  });
});
