/** What was planted in the sample season is found where it was planted, and the quiet season is left in peace. */
import { describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import type { PlantedEvent, SeasonRun } from '../../fixtures/season/season-run.ts';
import { secondSeason, TOLD_INJURY, TOLD_YEARS } from '../../fixtures/season/second-season.ts';
import { mulberry32, slowNoise } from '../../fixtures/simulate/random.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import type { Profile } from '../../src/history/profile.ts';
import type { Severity } from '../../src/report/schema.ts';
import { FACTORS } from '../../src/risk/registry.ts';
import { expectGolden } from '../support/golden.ts';
import { type PlantedSeason, plantedEventsPage } from '../support/planted-events-page.ts';
import { flagged, type SeasonReport, SIMULATED_RUNNER, seasonReports } from '../support/season-reports.ts';

/** The runner of the second season has told two things more. */
const TOLD: Profile = { ...SIMULATED_RUNNER, runningYears: TOLD_YEARS, lastKneeInjury: TOLD_INJURY };

const sample = seasonReports(sampleSeason());
const second = seasonReports(secondSeason(), TOLD);
const quiet = seasonReports(quietSeason());

/** How far the heights of the rough seasons wander, metres: a good watch without a barometer, a phone, a phone among houses. */
const WANDERS_M = [3, 5, 8];

/** The same runs with heights of satellites that wander by so many metres, and without a barometer. */
const withRoughHeights = (runs: readonly SeasonRun[], wanderM: number): SeasonRun[] =>
  runs.map((run, i) => {
    const random = mulberry32(i);
    // Minutes for the sky, seconds for what a phone does not smooth.
    const waves = [slowNoise(random, wanderM, 150, 1800), slowNoise(random, wanderM / 3, 20, 120)];
    const { timeS, altitudeM } = run.recording;
    const rough = altitudeM?.map((metres, k) => waves.reduce((sum, wave) => sum + wave(timeS[k] ?? 0), metres)) ?? null;
    return { ...run, bytes: writeFit({ ...run.recording, hasBarometer: false, altitudeM: rough }) };
  });

const rough = WANDERS_M.map((wanderM) => ({
  wanderM,
  sample: seasonReports(withRoughHeights(sampleSeason(), wanderM)),
  quiet: seasonReports(withRoughHeights(quietSeason(), wanderM)),
}));

const names = (days: readonly SeasonReport[]) => days.map(({ run }) => run.name);
const foundBy = (days: readonly SeasonReport[], id: string) =>
  days.filter((day) => flagged(day).some((finding) => finding.id === id));
const plantedFor = (event: PlantedEvent, days = sample) => days.filter(({ run }) => run.planted.includes(event));

/** The severity that the evidence behind the factor allows for what was planted. */
const IN_SAMPLE: Partial<Record<PlantedEvent, Severity>> = {
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
const IN_SECOND: Partial<Record<PlantedEvent, Severity>> = {
  surface: 'info',
  'new-ground': 'info',
  'data-quality': 'info',
  'weekly-jump': 'info',
  'cadence-fade': 'info',
  asymmetry: 'info',
  'pain-during-run': 'info',
  'previous-injury': 'moderate',
};
const eventsOf = (expected: Partial<Record<PlantedEvent, Severity>>) => Object.keys(expected) as PlantedEvent[];
const ALL_EVENTS = [...new Set([...eventsOf(IN_SAMPLE), ...eventsOf(IN_SECOND)])];

const SEASONS: readonly (PlantedSeason & { readonly expected: Partial<Record<PlantedEvent, Severity>> })[] = [
  {
    title: 'Sample season',
    days: sample,
    events: eventsOf(IN_SAMPLE),
    expected: IN_SAMPLE,
    note: '`low-cadence` in other runs: the weeks in which cadence was coming back and still lay 9 steps a minute under what is usual for\nthe height and speed.',
  },
  {
    title: 'Second season',
    days: second,
    events: eventsOf(IN_SECOND),
    expected: IN_SECOND,
    note: '`asymmetry` in the run with uneven steps and no pain is silent, with that reason.',
  },
];
const CASES = SEASONS.flatMap((season) => season.events.map((event) => ({ season, title: season.title, event })));

describe('the planted seasons', () => {
  it('hold an event for every factor but the one that never flags', () => {
    expect(ALL_EVENTS.sort()).toEqual(
      FACTORS.map(({ id }) => id)
        .filter((id) => id !== 'long-step')
        .sort(),
    );
  });

  it.each(CASES)('$title: $event is found on every run in which it was planted', ({ season, event }) => {
    const planted = plantedFor(event, season.days);
    expect(planted.length).toBeGreaterThan(0);
    for (const day of planted) {
      const finding = day.report.findings.find(({ id }) => id === event);
      expect([day.run.name, finding?.severity]).toEqual([day.run.name, season.expected[event]]);
    }
  });

  it.each(CASES.filter(({ event }) => event !== 'low-cadence'))(
    '$title: $event is found on no other run',
    ({ season, event }) => {
      expect(names(foundBy(season.days, event))).toEqual(names(plantedFor(event, season.days)));
    },
  );

  it.each(SEASONS)('$title: nothing is found that was not planted somewhere in it', ({ days, events }) => {
    const found = new Set(days.flatMap(flagged).map(({ id }) => id));
    expect([...found].filter((id) => !events.some((event) => event === id))).toEqual([]);
  });

  it('say nothing of uneven steps without a sore knee, and why', () => {
    const uneven = second.find(({ run }) => run.name.startsWith('2026-04-28'));
    const finding = uneven?.report.findings.find(({ id }) => id === 'asymmetry');
    expect(finding).toMatchObject({
      status: 'not-applicable',
      message: expect.stringContaining('You noted no pain in that knee'),
    });
  });

  it('have no finding that failed', () => {
    const failed = [...sample, ...second].flatMap(({ report }) =>
      report.findings.filter(({ status }) => status === 'error'),
    );
    expect(failed).toEqual([]);
  });
});

describe('the sample season', () => {
  it('low-cadence is found on no other run but those on which cadence was still coming back', () => {
    for (const { run } of foundBy(sample, 'low-cadence')) expect(run.cadenceFactor).toBeLessThanOrEqual(0.97);
  });

  it('shows the knee load of the long way down above its distance, and of the low-cadence spell far above', () => {
    for (const { run, report } of [...plantedFor('low-cadence'), ...plantedFor('long-downhill')]) {
      const km = report.totals.distanceM / 1000;
      expect(report.kneeLoad.flatEasyKm.mid / km).toBeGreaterThan(run.planted.includes('low-cadence') ? 1.15 : 1);
    }
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

  it.each(ALL_EVENTS)('has no note of %s', (event) => {
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

describe('heights of satellites', () => {
  it.each(rough)('that wander by $wanderM m leave the quiet season in peace', ({ quiet: days }) => {
    expect(days.flatMap((day) => flagged(day).map(({ id }) => `${day.run.name}: ${id}`))).toEqual([]);
  });

  it.each(rough)('that wander by $wanderM m hide no long way down and make none', ({ sample: days }) => {
    expect(names(foundBy(days, 'long-downhill'))).toEqual(names(plantedFor('long-downhill')));
  });

  it.each(rough)('that wander by $wanderM m make nothing that was not planted there', ({ sample: days }) => {
    const added = days.flatMap((day, i) =>
      flagged(day).filter(({ id }) => !flagged(sample[i] as SeasonReport).some((finding) => finding.id === id)),
    );
    expect(added).toEqual([]);
  });
});

describe('docs/methods/planted-events.md', () => {
  it('tells what is found today', () => {
    expectGolden('docs/methods/planted-events.md', plantedEventsPage(SEASONS, quiet, rough));
  });
});
