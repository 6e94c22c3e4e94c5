import { describe, expect, it } from 'vitest';
import { loadColour, NO_LOAD, RAMP_STOPS, rampColours, type Scheme } from '../../../web/lib/load-ramp.ts';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const loads = Array.from({ length: 60 }, (_, at) => 0.5 + at * 0.03);

describe.each<Scheme>(['light', 'dark'])('the load ramp on %s paper', (scheme) => {
  it('has its named colours at its stops', () => {
    expect(RAMP_STOPS.map((stop) => loadColour(stop, scheme).toUpperCase())).toEqual(rampColours(scheme));
  });

  it('keeps to its ends beyond them', () => {
    expect(loadColour(0.1, scheme)).toBe(rampColours(scheme)[0]);
    expect(loadColour(9, scheme)).toBe(rampColours(scheme).at(-1));
  });

  it('moves one way in lightness, so that the order survives without colour vision', () => {
    const lights = loads.map((load) => luminance(loadColour(load, scheme)));
    const steps = lights.slice(1).map((light, at) => light - (lights[at] ?? 0));
    const direction = scheme === 'light' ? -1 : 1;
    expect(Math.min(...steps.map((step) => step * direction))).toBeGreaterThanOrEqual(0);
  });

  it('has a colour of its own for what is not known', () => {
    expect(loadColour(null, scheme)).toBe(NO_LOAD[scheme]);
    expect(loadColour(Number.NaN, scheme)).toBe(NO_LOAD[scheme]);
  });
});
