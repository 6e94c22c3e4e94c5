/** What is read of a simulated run against what really happened in it. */
import { describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { ownCadenceSpm } from '../../fixtures/simulate/runner.ts';
import { ownCadenceLine } from '../../src/history/own-cadence-line.ts';
import { GAITS } from '../../src/track/track.ts';
import { seasonReports } from '../support/season-reports.ts';

const sample = seasonReports(sampleSeason());
/** Less descent than this is mostly the barometer's own noise: a share of it says nothing. Metres. */
const MIN_DESCENT_M = 50;

describe('a run of the sample season', () => {
  describe.each(sample.map((day) => [day.run.name, day] as const))('%s', (_, { run, report, reading }) => {
    const { truth } = run;

    it('has the true distance within 1 %', () => {
      expect(Math.abs(report.totals.distanceM / truth.distanceM - 1)).toBeLessThan(0.01);
    });

    it('has the true cadence within 1 step a minute, of running and of the whole', () => {
      const { meanCadenceSpm, runningCadenceSpm } = report.totals;
      expect(Math.abs((runningCadenceSpm ?? Number.NaN) - truth.runningCadenceSpm)).toBeLessThan(1);
      expect(Math.abs((meanCadenceSpm ?? Number.NaN) - (60 * truth.steps) / truth.movingTimeS)).toBeLessThan(1);
    });

    it('has the true elapsed and moving time and, within 2 %, the true steps', () => {
      expect(report.totals.elapsedTimeS).toBe(truth.elapsedTimeS);
      expect(Math.abs(report.totals.movingTimeS - truth.movingTimeS)).toBeLessThanOrEqual(2);
      expect(Math.abs((report.totals.steps ?? Number.NaN) / truth.steps - 1)).toBeLessThan(0.02);
    });

    it('has the true descent and ascent within 10 % where a barometer measured hills', () => {
      if (run.recording.hasBarometer && run.name.endsWith('.fit') && truth.descentM > MIN_DESCENT_M) {
        expect(Math.abs((report.totals.descentM ?? Number.NaN) / truth.descentM - 1)).toBeLessThan(0.1);
        expect(Math.abs((report.totals.ascentM ?? Number.NaN) / truth.ascentM - 1)).toBeLessThan(0.1);
      } else if (run.recording.altitudeM === null) {
        expect([report.totals.ascentM, report.totals.descentM]).toEqual([null, null]);
      } else {
        expect(report.totals.descentM).toBeGreaterThanOrEqual(0);
      }
    });

    it('has the true walking time within half a minute', () => {
      const { gait, durationS } = reading.track;
      const walk = GAITS.indexOf('walk');
      const walkingS = durationS.reduce((sum, duration, i) => sum + (gait[i] === walk ? duration : 0), 0);
      expect(Math.abs(walkingS - truth.walkingTimeS)).toBeLessThan(30);
    });
  });

  it('that went down 3 km at 9 % has a steep descent of that length and grade', () => {
    const mountain = sample.find(({ run }) => run.kind === 'mountain');
    const steep = mountain?.report.segments.grade.filter(({ type }) => type === 'steep-descent') ?? [];
    const metres = steep.reduce((sum, { startM, endM }) => sum + endM - startM, 0);
    expect(Math.abs(metres / 3000 - 1)).toBeLessThan(0.05);
    for (const { meanGradePct } of steep) expect(Math.abs((meanGradePct ?? Number.NaN) + 9)).toBeLessThan(1);
  });
});

describe('the quiet season', () => {
  it("gives the runner's own cadence line within 1 step a minute at the easy speed", () => {
    const days = seasonReports(quietSeason());
    const history = days.map(({ reading }) => ({ facts: reading.facts, kneeLoadKm: null }));
    const line = ownCadenceLine(history, (days.at(-1)?.run.startedAtMs ?? 0) + 86_400_000);
    const at = 2.78;
    expect(
      Math.abs((line?.interceptSpm ?? Number.NaN) + (line?.slopeSpmPerMps ?? Number.NaN) * at - ownCadenceSpm(at)),
    ).toBeLessThan(1);
  });
});
