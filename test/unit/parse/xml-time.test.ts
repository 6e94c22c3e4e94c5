import { describe, expect, it } from 'vitest';
import { XmlText } from '../../../src/parse/xml-text.ts';
import { xmlNumber, xmlTime } from '../../../src/parse/xml-time.ts';

const NOON = Date.UTC(2024, 1, 29, 12);

describe('times in XML', () => {
  it.each([
    ['2024-02-29T12:00:00Z', NOON],
    ['2024-02-29T12:00:00.250Z', NOON + 250],
    ['2024-02-29T12:00:00,250Z', NOON + 250],
    ['2024-02-29T13:30:00+01:30', NOON],
    ['2024-02-29T04:00:00-0800', NOON],
    ['2024-02-29 12:00:00Z', NOON],
    ['2024-02-29T12:00Z', NOON],
    ['2024-02-29T13:00:00+01', NOON],
    ['2024-2-29T12:0:0Z', NOON],
    ['2024-02-29T12:00:0Z', NOON],
  ])('%s', (text, ms) => {
    expect(xmlTime(text)).toEqual({ ms, zoned: true });
    expect(XmlText.of(text).time()).toEqual({ ms, zoned: true });
  });

  it('without a zone are UTC, and say so', () => {
    expect(xmlTime('2024-02-29T12:00:00')).toEqual({ ms: NOON, zoned: false });
  });

  it.each(['', 'today', '2024-02-29', '29.02.2024 12:00', 'T12:00:00Z'])('%j is none', (text) => {
    expect(xmlTime(text).ms).toBeNaN();
    expect(XmlText.of(text).time().ms).toBeNaN();
  });
});

describe('numbers in XML', () => {
  it('are missing where nothing or no number stands', () => {
    expect(xmlNumber('12.5')).toBe(12.5);
    expect(xmlNumber('')).toBeNaN();
    expect(xmlNumber(' ')).toBeNaN();
    expect(xmlNumber('abc')).toBeNaN();
  });

  it('are those that JavaScript reads, to the last bit, however they are written', () => {
    const texts = [
      ...[
        '0',
        '-0',
        '7',
        '-7.25',
        '.5',
        '5.',
        '007',
        '+3',
        '1e3',
        '-1.5E-7',
        '0.1',
        '2.675',
        '1.005',
        '146.8000030517578125',
      ],
      ...[
        '9007199254740993',
        '99999999999999.9',
        '999999999999999',
        '0.000000000000001',
        '12345678901234567890',
        '0x10',
        ' 12 ',
      ],
      ...['-', '.', '-.', '1.2.3', '1-2', '--1', 'Infinity', '1_000'],
      ...Array.from({ length: 2000 }, (_, i) => (Math.sin(i) * 10 ** (i % 9)).toFixed(i % 12)),
    ];
    for (const text of texts) {
      expect([text, xmlNumber(text)]).toEqual([text, Number(text)]);
      expect([text, XmlText.of(text).number()]).toEqual([text, Number(text)]);
    }
  });

  it('may have the decimal comma of a phone set to German', () => {
    expect(xmlNumber('12,5')).toBe(12.5);
    expect(xmlNumber('-0,25')).toBe(-0.25);
    expect(XmlText.of('-0,25').number()).toBe(-0.25);
  });
});
