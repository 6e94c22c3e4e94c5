/** Any bytes give a route or a refusal, never a throw; a route keeps the promises of its type and can be forecast. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../../fixtures/broken/all.ts';
import { hillyRoute } from '../../fixtures/season/routes.ts';
import { drawRoute, writeRouteFit, writeRouteGpx, writeRouteTcx } from '../../fixtures/write/route.ts';
import { forecastPlan } from '../../src/advice/plan-forecast.ts';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import { readRoute } from '../../src/parse/planned-route.ts';

const NOBODY = { recent: [], history: [], profile: UNKNOWN_PROFILE, atMs: 0 };
const PLACES = drawRoute(hillyRoute(5000));
const FILES = [writeRouteGpx(PLACES), writeRouteTcx(PLACES), writeRouteFit(PLACES)];

function mustGiveResult(bytes: Uint8Array): void {
  const result = readRoute(bytes);
  if (!result.ok) {
    expect(result.error.message.length).toBeGreaterThan(20);
    return;
  }
  const { latDeg, lonDeg, altitudeM, distanceM } = result.value;
  expect(new Set([latDeg, lonDeg, altitudeM, distanceM].map(({ length }) => length)).size).toBe(1);
  expect(latDeg.length).toBeGreaterThan(1);
  for (const [i, metres] of distanceM.entries()) {
    if (!(i === 0 ? metres === 0 : metres > (distanceM[i - 1] as number))) expect.fail(`way ${metres} at ${i}`);
  }
  for (const column of [latDeg, lonDeg]) if (!column.every(Number.isFinite)) expect.fail('a place is nowhere');
  if (altitudeM.some((metres) => Math.abs(metres) === Number.POSITIVE_INFINITY)) expect.fail('an altitude is Infinity');
}

describe('a route', () => {
  it('or a refusal comes of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), mustGiveResult), { numRuns: 300 });
  });

  it('or a refusal comes of each broken file', () => {
    expect(BROKEN.length).toBeGreaterThan(20);
    for (const { bytes } of BROKEN) mustGiveResult(bytes());
  });

  it('or a refusal comes of a sound file that is cut and flipped anywhere', () => {
    const damage = fc.record({
      file: fc.constantFrom(...FILES),
      length: fc.double({ min: 0.02, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 255 })), {
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(damage, ({ file, length, flips }) => {
        const bytes = file.slice(0, Math.ceil(file.length * length));
        for (const [share, mask] of flips) {
          const at = Math.floor(share * bytes.length);
          bytes[at] = (bytes[at] as number) ^ mask;
        }
        mustGiveResult(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('of any shape is forecast with a range round its middle, stretches that cover it, and time above none', () => {
    const place = fc.record({
      latDeg: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      lonDeg: fc.double({ min: 179.8, max: 180, noNaN: true }),
      altitudeM: fc.option(fc.integer({ min: -100, max: 3000 })),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 12 }), (places) => {
        const route = readRoute(writeRouteGpx(places));
        if (!route.ok) return;
        const { forecast } = forecastPlan(route.value, NOBODY);
        const { low, mid, high } = forecast.kneeLoadKm;
        if (!(low >= 0 && low <= mid && mid <= high)) expect.fail(`range ${low} ${mid} ${high}`);
        expect(forecast.movingTimeS).toBeGreaterThan(0);
        expect(forecast.stretches.at(-1)?.toM).toBeCloseTo(forecast.distanceM, 6);
        const sum = forecast.stretches.reduce((total, { kneeLoadKm }) => total + kneeLoadKm, 0);
        expect(sum / mid).toBeCloseTo(1, 6);
      }),
      { numRuns: 30 },
    );
  });
});
