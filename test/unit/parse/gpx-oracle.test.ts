/** gpxparser, an independent reader, as the oracle for positions, altitudes and times of real and made GPX files. */
import GpxParser from 'gpxparser';
import { describe, expect, it } from 'vitest';
import { SOUND } from '../../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../../fixtures/write/gpx.ts';
import { parse } from '../../../src/parse/parse.ts';
import { largestGap, parseOrThrow } from '../../support/fixtures.ts';
import { hasRealData, readRealFile, realDataIndex } from '../../support/real-data.ts';

if (!hasRealData) console.warn('gpx-oracle.test.ts: real files are skipped, their folder is not there');

/** Larger files take gpxparser minutes. */
const MOST_BYTES = 2_000_000;

/** Points with a time, as gpxparser has them; missing altitudes are NaN. */
function oracle(bytes: Uint8Array): { lat: Float64Array; lon: Float64Array; altitude: Float64Array; ms: Float64Array } {
  const reader = new GpxParser();
  reader.parse(new TextDecoder().decode(bytes));
  const points = reader.tracks
    .flatMap((track) => track.points)
    .filter(({ time }) => time && !Number.isNaN(time.getTime()));
  return {
    lat: Float64Array.from(points, ({ lat }) => lat),
    lon: Float64Array.from(points, ({ lon }) => lon),
    altitude: Float64Array.from(points, ({ ele }) => ele ?? Number.NaN),
    ms: Float64Array.from(points, ({ time }) => time.getTime()),
  };
}

function mustAgree(bytes: Uint8Array): void {
  const { samples, startedAtMs } = parseOrThrow(bytes);
  const truth = oracle(bytes);
  expect(largestGap(samples.latDeg, truth.lat)).toBe(0);
  expect(largestGap(samples.lonDeg, truth.lon)).toBe(0);
  expect(largestGap(samples.altitudeM, truth.altitude.some(Number.isFinite) ? truth.altitude : null)).toBe(0);
  expect(
    largestGap(
      samples.timeS.map((s) => startedAtMs + s * 1000),
      truth.ms,
    ),
  ).toBeLessThan(1);
}

describe('positions, altitudes and times of GPX', () => {
  it('are those that gpxparser reads from a made file', () => {
    mustAgree(writeGpx(SOUND));
  });

  it.skipIf(!hasRealData)('are those that gpxparser reads from real files', { timeout: 120_000 }, () => {
    let agreed = 0;
    for (const { kind, path = '', bytes, oddities = '' } of realDataIndex()) {
      // gpxparser reads no point of a file whose prefixes are not bound.
      if (kind !== 'gpx' || Number(bytes) > MOST_BYTES || path.endsWith('.gz') || oddities.includes('prefix')) continue;
      const file = readRealFile(path);
      if (!parse(file).ok) continue;
      mustAgree(file);
      agreed += 1;
    }
    expect(agreed).toBeGreaterThan(8);
  });
});
