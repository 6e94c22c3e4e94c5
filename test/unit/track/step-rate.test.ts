import { describe, expect, it } from 'vitest';
import { readCadenceUnit, toCadenceSpm } from '../../../src/track/step-rate.ts';

const filled = (value: number, count = 100): Float64Array => new Float64Array(count).fill(value);

const file = (perMin: number, speedMps = 3, stepLengthM = Number.NaN) => ({
  perMin: filled(perMin),
  speedMps: filled(speedMps),
  stepLengthM: filled(stepLengthM),
});

describe('strides or steps', () => {
  it.each([
    { median: 58, unit: 'strides' },
    { median: 84, unit: 'strides' },
    { median: 105, unit: 'strides' },
    { median: 125, unit: 'steps' },
    { median: 172, unit: 'steps' },
  ])('reads a median of $median as $unit and is sure of it', ({ median, unit }) => {
    expect(readCadenceUnit('undecided', file(median), undefined)).toMatchObject({
      unit,
      rule: 'median',
      certain: true,
    });
  });

  it.each([
    { median: 110, unit: 'strides' },
    { median: 120, unit: 'steps' },
  ])('reads a median of $median as $unit but says that it is unsure', ({ median, unit }) => {
    expect(readCadenceUnit('undecided', file(median), undefined)).toMatchObject({
      unit,
      rule: 'step-length',
      certain: false,
    });
  });

  it('takes a sprinter at 106 a minute for strides: steps of both feet would be 3 m long', () => {
    expect(readCadenceUnit('undecided', file(106, 5.7), undefined)).toMatchObject({ unit: 'strides', certain: false });
  });

  it('takes a sprinter at 120 a minute for strides too', () => {
    expect(readCadenceUnit('undecided', file(120, 8.5), undefined)).toMatchObject({ unit: 'strides', certain: false });
  });

  it.each([
    { median: 56, unit: 'strides', certain: false },
    { median: 76, unit: 'strides', certain: false },
    { median: 112, unit: 'steps', certain: false },
    { median: 150, unit: 'steps', certain: true },
  ])('reads a median of $median without any running as $unit', ({ median, ...reading }) => {
    expect(readCadenceUnit('undecided', file(median, 1.5), undefined)).toMatchObject(reading);
  });

  it('judges running samples only, so that walk breaks cannot change the verdict', () => {
    const perMin = Float64Array.from({ length: 100 }, (_, i) => (i < 70 ? 112 : 168));
    const speedMps = Float64Array.from({ length: 100 }, (_, i) => (i < 70 ? 1.3 : 3));
    const channels = { perMin, speedMps, stepLengthM: filled(Number.NaN) };
    expect(readCadenceUnit('undecided', channels, undefined)).toMatchObject({ unit: 'steps', certain: true });
  });

  it('trusts the format when it tells', () => {
    expect(readCadenceUnit('strides', file(115), undefined)).toMatchObject({ unit: 'strides', rule: 'format' });
  });

  it('trusts no format that would have a foot strike 168 times a minute: such programs write steps', () => {
    const reading = readCadenceUnit('strides', file(168), undefined);
    expect(reading).toMatchObject({ unit: 'steps', rule: 'median', certain: true });
    expect(reading.explanation).toContain('nobody runs with 168');
    expect(toCadenceSpm(filled(168), filled(3), reading.unit)[0]).toBe(168);
  });

  it('is sure of a middling median when the watch measured step length', () => {
    // 110 a minute at 2 m/s: steps of 1.09 m if it counts both feet, of 0.55 m if it counts one.
    expect(readCadenceUnit('undecided', file(110, 2, 1.09), undefined)).toMatchObject({ unit: 'steps', certain: true });
    expect(readCadenceUnit('undecided', file(110, 2, 0.55), undefined)).toMatchObject({
      unit: 'strides',
      certain: true,
    });
  });

  it('doubts the format when step length contradicts it, and says so', () => {
    const reading = readCadenceUnit('strides', file(112, 3.16, 1.69), undefined);
    expect(reading).toMatchObject({ unit: 'strides', rule: 'format', certain: false });
    expect(reading.explanation).toContain('only if it counts both feet');
    const sound = readCadenceUnit('strides', file(83, 3.16, 1.14), undefined);
    expect(sound).toMatchObject({ unit: 'strides', rule: 'format', certain: true });
    expect(sound.explanation).toContain('gives the speed, as it should');
  });

  it('takes the word of the runner over everything', () => {
    expect(readCadenceUnit('undecided', file(84), 'steps')).toMatchObject({ unit: 'steps', rule: 'runner' });
  });

  it('judges a treadmill file without speed by its median too', () => {
    expect(readCadenceUnit('undecided', file(170, Number.NaN), undefined)).toMatchObject({
      unit: 'steps',
      certain: true,
    });
  });
});

describe('cadence in steps a minute', () => {
  const spm = (perMin: number, speed: number): number =>
    toCadenceSpm(Float64Array.of(perMin), Float64Array.of(speed), 'strides')[0] as number;

  it('doubles strides and keeps the fraction', () => {
    expect(spm(79.5, 3)).toBe(159);
  });

  it('drops what no foot can do', () => {
    expect(spm(405, 3)).toBeNaN();
  });

  it('keeps a zero at rest and takes a zero in full run as a lost sensor', () => {
    expect(spm(0, 0)).toBe(0);
    expect(spm(0, 3)).toBeNaN();
  });

  it('takes so few strides in full run that each step would be longer than any for a lost sensor', () => {
    expect(spm(4, 3)).toBeNaN();
    expect(spm(45, 3)).toBe(90);
    expect(spm(20, 1.2)).toBe(40);
  });
});
