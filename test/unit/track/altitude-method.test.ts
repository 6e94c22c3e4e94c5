import { describe, expect, it } from 'vitest';
import { altitudeMethod, altitudeNoiseM, recordedSource } from '../../../src/track/altitude-method.ts';

/** A hill of 40 m every 800 m, with a fixed pattern of the given amplitude about it. */
function hills(amplitudeM: number): { readonly distanceM: Float64Array; readonly altitudeM: Float64Array } {
  const distanceM = Float64Array.from({ length: 2000 }, (_, i) => 3 * i);
  const altitudeM = distanceM.map((d, i) => 100 + 20 * Math.sin(d / 127) + amplitudeM * Math.SQRT2 * Math.sin(i * i));
  return { distanceM, altitudeM };
}

const noiseOf = (amplitudeM: number): number => {
  const { distanceM, altitudeM } = hills(amplitudeM);
  return altitudeNoiseM(distanceM, altitudeM);
};

describe('the noise of an altitude', () => {
  it('is found from the column itself, hills or not', () => {
    for (const sigma of [0.5, 1, 2]) expect(Math.abs(noiseOf(sigma) / sigma - 1)).toBeLessThan(0.15);
    expect(noiseOf(0)).toBeLessThan(0.4);
  });

  it('is unknown where samples lie too far apart', () => {
    const distanceM = Float64Array.from({ length: 50 }, (_, i) => 30 * i);
    expect(altitudeNoiseM(distanceM, distanceM)).toBeNaN();
  });
});

describe('the source of an altitude', () => {
  it('is what the device says, else GPS when rougher than any barometer, else unknown', () => {
    expect(recordedSource(true, 3)).toBe('barometric');
    expect(recordedSource(false, 0.1)).toBe('gps');
    expect(recordedSource(null, 1.2)).toBe('gps');
    expect(recordedSource(null, 0.3)).toBe('unknown');
    expect(recordedSource(null, Number.NaN)).toBe('unknown');
  });

  it('gets wider windows the noisier it is, when it is unknown; never narrower ones', () => {
    const windows = [Number.NaN, 0.1, 0.3, 0.45, 0.6, 0.75].map((noise) => altitudeMethod('unknown', noise)?.windowM);
    expect(windows).toEqual([100, 100, 100, 150, 200, 200]);
    expect(altitudeMethod('barometric', 2)).toEqual(altitudeMethod('barometric', 0));
  });
});
