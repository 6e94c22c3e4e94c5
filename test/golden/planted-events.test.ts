/** What was planted in the sample season is found where it was planted, and the quiet season is left in peace. */
import { describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import type { PlantedEvent } from '../../fixtures/season/season-run.ts';
import type { Severity } from '../../src/report/schema.ts';
import { expectGolden } from '../support/golden.ts';
import { plantedEventsPage } from '../support/planted-events-page.ts';
import { flagged, type SeasonReport, seasonReports } from '../support/season-reports.ts';

const sample = seasonReports(sampleSeason());
const quiet = seasonReports(quietSeason());

const names = (days: readonly SeasonReport[]) => days.map(({ run }) => run.name);
const foundBy = (days: readonly SeasonReport[], id: string) =>
  days.filter((day) => flagged(day).some((finding) => finding.id === id));
const plantedFor = (event: PlantedEvent) => sample.filter(({ run }) => run.planted.includes(event));

/** The severity that the evidence behind the factor allows for what was planted. */
const EXPECTED: Readonly<Record<PlantedEvent, Severity>> = {
  'session-spike': 'moderate',
  'long-downhill': 'moderate',
  'fast-steep-descent': 'info',
  'return-after-break': 'info',
  'speed-session': 'info',
  'low-cadence': 'info',
  'cadence-drop': 'info',
  treadmill: 'info',
  'pain-during-run': 'moderate',
  'pain-after-run': 'moderate',
};
const EVENTS = Object.keys(EXPECTED) as PlantedEvent[];

describe('the sample season', () => {
  it.each(EVENTS)('%s is found on every run in which it was planted', (event) => {
    expect(plantedFor(event).length).toBeGreaterThan(0);
    for (const day of plantedFor(event)) {
      const finding = day.report.findings.find(({ id }) => id === event);
      expect([day.run.name, finding?.severity]).toEqual([day.run.name, EXPECTED[event]]);
    }
  });

  it.each(EVENTS.filter((event) => event !== 'low-cadence'))('%s is found on no other run', (event) => {
    expect(names(foundBy(sample, event))).toEqual(names(plantedFor(event)));
  });

  it('low-cadence is found on no other run but those on which cadence was still coming back', () => {
    for (const { run } of foundBy(sample, 'low-cadence')) expect(run.cadenceFactor).toBeLessThanOrEqual(0.97);
  });

  it('shows the knee load of the long way down above its distance, and of the low-cadence spell far above', () => {
    for (const { run, report } of [...plantedFor('low-cadence'), ...plantedFor('long-downhill')]) {
      const km = report.totals.distanceM / 1000;
      expect(report.kneeLoad.flatEasyKm.mid / km).toBeGreaterThan(run.planted.includes('low-cadence') ? 1.15 : 1);
    }
  });

  it('has no finding that failed', () => {
    const failed = sample.flatMap(({ report }) => report.findings.filter(({ status }) => status === 'error'));
    expect(failed).toEqual([]);
  });
});

describe('the quiet season', () => {
  it('has no finding above a note', () => {
    const loud = quiet.flatMap((day) =>
      flagged(day)
        .filter(({ severity }) => severity !== 'info')
        .map(({ id }) => `${day.run.name}: ${id}`),
    );
    expect(loud).toEqual([]);
  });

  it.each(EVENTS)('has no note of %s', (event) => {
    expect(names(foundBy(quiet, event))).toEqual([]);
  });

  it('counts about as many flat-easy kilometres as kilometres', () => {
    for (const { report } of quiet) {
      const ratio = report.kneeLoad.flatEasyKm.mid / (report.totals.distanceM / 1000);
      expect(ratio).toBeGreaterThan(0.9);
      expect(ratio).toBeLessThan(1.15);
    }
  });
});

describe('docs/methods/planted-events.md', () => {
  it('tells what is found today', () => {
    expectGolden('docs/methods/planted-events.md', plantedEventsPage(sample, quiet, EVENTS));
  });
});
