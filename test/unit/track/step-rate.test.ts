import { describe, expect, it } from 'vitest';
import { readCadenceUnit, toCadenceSpm } from '../../../src/track/step-rate.ts';

const file = (perMin: number, speedMps = 3, count = 100) =>
  [new Float64Array(count).fill(perMin), new Float64Array(count).fill(speedMps)] as const;

describe('strides or steps', () => {
  it.each([
    { median: 58, unit: 'strides' },
    { median: 84, unit: 'strides' },
    { median: 105, unit: 'strides' },
    { median: 125, unit: 'steps' },
    { median: 172, unit: 'steps' },
  ])('reads a median of $median as $unit and is sure of it', ({ median, unit }) => {
    expect(readCadenceUnit('undecided', ...file(median), undefined)).toMatchObject({
      unit,
      rule: 'median',
      certain: true,
    });
  });

  it.each([
    { median: 110, unit: 'strides' },
    { median: 120, unit: 'steps' },
  ])('reads a median of $median as $unit but says that it is unsure', ({ median, unit }) => {
    expect(readCadenceUnit('undecided', ...file(median), undefined)).toMatchObject({
      unit,
      rule: 'step-length',
      certain: false,
    });
  });

  it('judges running samples only, so that walk breaks cannot change the verdict', () => {
    const perMin = Float64Array.from({ length: 100 }, (_, i) => (i < 70 ? 112 : 168));
    const speed = Float64Array.from({ length: 100 }, (_, i) => (i < 70 ? 1.3 : 3));
    expect(readCadenceUnit('undecided', perMin, speed, undefined)).toMatchObject({ unit: 'steps', certain: true });
  });

  it('trusts the format when it tells', () => {
    expect(readCadenceUnit('strides', ...file(130), undefined)).toMatchObject({ unit: 'strides', rule: 'format' });
  });

  it('takes the word of the runner over everything', () => {
    expect(readCadenceUnit('undecided', ...file(84), 'steps')).toMatchObject({ unit: 'steps', rule: 'runner' });
  });

  it('judges a treadmill file without speed by its median too', () => {
    expect(readCadenceUnit('undecided', ...file(170, Number.NaN), undefined)).toMatchObject({
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
});
