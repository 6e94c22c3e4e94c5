/** One run told in other ways must not become another run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../../fixtures/recording.ts';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { writeTcx } from '../../fixtures/write/tcx.ts';
import { analyse } from '../../src/analyse.ts';
import type { Report } from '../../src/report/schema.ts';
import { contextOf } from '../support/fixtures.ts';
import { SIMULATED_RUNNER } from '../support/season-reports.ts';

/** Low cadence and a long steep way down, so that there is something to find. */
const PLAN: RunPlan = {
  startedAtMs: Date.UTC(2026, 4, 1, 6),
  subSport: null,
  legs: [
    { lengthM: 2000, gradePct: 0 },
    { lengthM: 200, gradePct: 6, gait: 'walk' },
    { lengthM: 1200, gradePct: 6 },
    { lengthM: 2600, gradePct: -10 },
    { lengthM: 500, gradePct: 0 },
  ],
  easySpeedMps: 2.8,
  cadenceFactor: 0.92,
  stops: [{ atM: 700, durationS: 30 }],
  watch: WATCH,
};
const RUN = simulateRun(PLAN, 21).recording;

function reportOf(bytes: Uint8Array): Report {
  const context = { ...contextOf(bytes), profile: SIMULATED_RUNNER, history: [], painLog: [] };
  const result = analyse(bytes, context);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** All of a report but what names the file and the moment. */
function withoutIdentity(report: Report): unknown {
  const { sha256: _sha256, startedAt: _startedAt, ...run } = report.run;
  return { ...report, run };
}

const FULL = reportOf(writeFit(RUN));
const foundIn = ({ findings }: Report) => findings.filter(({ severity }) => severity !== 'none').map(({ id }) => id);

const DROPPABLE = [
  'altitudeM',
  'distanceM',
  'speedMps',
  'cadenceSpm',
  'heartRateBpm',
  'stepLengthM',
  'groundContactMs',
  'verticalOscillationMm',
] as const satisfies readonly (keyof Recording)[];

describe('the same run', () => {
  it('has something to find', () => {
    expect(foundIn(FULL)).toEqual(expect.arrayContaining(['long-downhill', 'low-cadence']));
  });

  it('on another day gives the same report', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 100 }), fc.integer({ min: 0, max: 86_399 }), (days, seconds) => {
        const startedAtMs = PLAN.startedAtMs + (days * 86_400 + seconds) * 1000;
        expect(withoutIdentity(reportOf(writeFit({ ...RUN, startedAtMs })))).toEqual(withoutIdentity(FULL));
      }),
      { numRuns: 8 },
    );
  });

  it('in another place gives the same report', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        (dLat, dLon) => {
          const lonDeg = RUN.lonDeg?.map((lon) => ((((lon + dLon + 180) % 360) + 360) % 360) - 180) ?? null;
          const moved = { ...RUN, latDeg: RUN.latDeg?.map((lat) => lat + dLat) ?? null, lonDeg };
          expect(withoutIdentity(reportOf(writeFit(moved)))).toEqual(withoutIdentity(FULL));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('with channels missing gives no new finding', () => {
    fc.assert(
      fc.property(fc.subarray([...DROPPABLE]), fc.boolean(), (dropped, lost) => {
        const channels = [...dropped, ...(lost ? (['latDeg', 'lonDeg'] as const) : [])];
        const less = { ...RUN, ...Object.fromEntries(channels.map((name) => [name, null])) };
        const report = reportOf(writeFit(less));
        // Data quality is the one factor that speaks of what is missing.
        expect(foundIn(FULL)).toEqual(expect.arrayContaining(foundIn(report).filter((id) => id !== 'data-quality')));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    { format: 'GPX that counts one foot', write: () => writeGpx(RUN) },
    { format: 'GPX that counts both feet', write: () => writeGpx(RUN, { cadence: 'steps' }) },
    { format: 'TCX', write: () => writeTcx(RUN) },
  ])('as $format gives the same totals and a range of load that holds the other', ({ write }) => {
    const report = reportOf(write());
    expect(Math.abs(report.totals.distanceM / FULL.totals.distanceM - 1)).toBeLessThan(0.01);
    expect(report.totals.meanCadenceSpm).toBeCloseTo(FULL.totals.meanCadenceSpm ?? Number.NaN, 0);
    expect(report.totals.movingTimeS).toBeCloseTo(FULL.totals.movingTimeS, -1);
    expect(report.kneeLoad.flatEasyKm.low).toBeLessThan(FULL.kneeLoad.flatEasyKm.mid);
    expect(report.kneeLoad.flatEasyKm.high).toBeGreaterThan(FULL.kneeLoad.flatEasyKm.mid);
    expect(Math.abs(report.kneeLoad.flatEasyKm.mid / FULL.kneeLoad.flatEasyKm.mid - 1)).toBeLessThan(0.05);
  });

  it('recorded every few seconds gives the same load within 3 %', () => {
    const smart = simulateRun({ ...PLAN, watch: { ...WATCH, recording: 'smart' } }, 21).recording;
    const report = reportOf(writeFit(smart));
    expect(Math.abs(report.kneeLoad.flatEasyKm.mid / FULL.kneeLoad.flatEasyKm.mid - 1)).toBeLessThan(0.03);
  });
});
