import { describe, expect, it } from 'vitest';
import { isoDate, mondayMs, startOfDayMs } from '../../../src/history/calendar.ts';

describe('mondayMs', () => {
  it.each([
    { at: '2026-05-11T00:00:00Z', monday: '2026-05-11', why: 'the first moment of a Monday' },
    { at: '2026-05-17T23:59:59Z', monday: '2026-05-11', why: 'the last moment of a Sunday' },
    { at: '2026-01-01T12:00:00Z', monday: '2025-12-29', why: 'across the year' },
    { at: '2024-02-29T12:00:00Z', monday: '2024-02-26', why: 'a leap day' },
    { at: '1969-12-31T12:00:00Z', monday: '1969-12-29', why: 'before 1970' },
  ])('puts $at into the week of $monday: $why', ({ at, monday }) => {
    expect(isoDate(mondayMs(Date.parse(at)))).toBe(monday);
  });
});

describe('startOfDayMs', () => {
  it('reads an ISO date, and says NaN to what is none', () => {
    expect(startOfDayMs('2026-05-13')).toBe(Date.UTC(2026, 4, 13));
    expect(startOfDayMs('soon')).toBeNaN();
  });
});
