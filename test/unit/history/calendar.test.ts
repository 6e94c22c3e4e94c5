import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, localDate, mondayOf, mondaysBetween } from '../../../src/history/calendar.ts';

describe('mondayOf', () => {
  it.each([
    { date: '2026-05-11', monday: '2026-05-11', why: 'a Monday' },
    { date: '2026-05-17', monday: '2026-05-11', why: 'a Sunday' },
    { date: '2026-01-01', monday: '2025-12-29', why: 'across the year' },
    { date: '2024-02-29', monday: '2024-02-26', why: 'a leap day' },
    { date: '1969-12-31', monday: '1969-12-29', why: 'before 1970' },
  ])('puts $date into the week of $monday: $why', ({ date, monday }) => {
    expect(mondayOf(date)).toBe(monday);
  });
});

describe('localDate', () => {
  const lateInVienna = Date.UTC(2026, 6, 12, 22, 30);

  it.each([
    { timeZone: null, date: '2026-07-12' },
    { timeZone: 'Europe/Vienna', date: '2026-07-13' },
    { timeZone: 'America/New_York', date: '2026-07-12' },
    { timeZone: 'Pacific/Kiritimati', date: '2026-07-13' },
  ])('is $date in $timeZone', ({ timeZone, date }) => {
    expect(localDate(lateInVienna, timeZone)).toBe(date);
  });

  it('follows the clock change: half past eleven on the last winter evening and the first of summer time', () => {
    expect(localDate(Date.UTC(2026, 2, 28, 22, 30), 'Europe/Vienna')).toBe('2026-03-28');
    expect(localDate(Date.UTC(2026, 2, 29, 22, 30), 'Europe/Vienna')).toBe('2026-03-30');
  });

  it('throws for a zone that nobody knows', () => {
    expect(() => localDate(0, 'Middle/Earth')).toThrow(RangeError);
  });
});

describe('days', () => {
  it('are counted from 1970, and NaN is said to what is no date', () => {
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('soon')).toBeNaN();
  });

  it('are added across months', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  });

  it('make weeks without a gap, both ends included', () => {
    expect(mondaysBetween('2026-05-13', '2026-05-27')).toEqual(['2026-05-11', '2026-05-18', '2026-05-25']);
    expect(mondaysBetween('2026-05-27', '2026-05-13')).toEqual([]);
  });
});
