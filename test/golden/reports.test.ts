/** Whole reports as a runner sees them. Changing one on purpose: see fixtures/MANIFEST.md. */
import { describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { analyse } from '../../src/analyse.ts';
import type { AnalyseContext } from '../../src/context.ts';
import { reportSchema } from '../../src/report/schema.ts';
import { contextOf } from '../support/fixtures.ts';
import { expectGolden, goldenJson } from '../support/golden.ts';
import { type SeasonReport, SIMULATED_RUNNER, seasonReports } from '../support/season-reports.ts';

/** One of each kind: without history, from a phone, indoors, TCX, the spike, the long way down. */
const GOLDEN = [
  '2026-03-24-easy.fit',
  '2026-03-31-easy.gpx',
  '2026-05-09-treadmill.fit',
  '2026-05-19-easy.tcx',
  '2026-06-07-long.fit',
  '2026-06-21-mountain.fit',
];

const season = seasonReports(sampleSeason());

function reportOf(name: string): SeasonReport {
  const found = season.find(({ run }) => run.name === name);
  if (!found) throw new Error(`${name} is not in the sample season`);
  return found;
}

/** The context in which a run of the season is reported on its day. */
function contextOn(day: SeasonReport): AnalyseContext {
  const before = season.slice(0, season.indexOf(day));
  const history = before.map(({ reading, report }) => ({
    facts: reading.facts,
    kneeLoadKm: report.kneeLoad.flatEasyKm,
  }));
  return { ...contextOf(day.run.bytes), profile: SIMULATED_RUNNER, history, painLog: [] };
}

describe('golden reports', () => {
  it.each(GOLDEN)('%s reads as it did when it was last looked at', (name) => {
    expectGolden(`fixtures/golden/${name}.json`, goldenJson(reportOf(name).report));
  });

  it('follow the published schema, and nothing is lost in JSON', () => {
    for (const { report } of season) {
      const back = reportSchema.parse(JSON.parse(JSON.stringify(report)));
      expect(back).toEqual(report);
    }
  });
});

describe('the same bytes in the same context', () => {
  const day = reportOf('2026-06-21-mountain.fit');
  const context = contextOn(day);
  const json = (bytes: Uint8Array, given: typeof context) => {
    const result = analyse(bytes, given);
    if (!result.ok) throw new Error(result.error.message);
    return JSON.stringify(result.value);
  };
  const first = json(day.run.bytes, context);

  it('give the same report, byte for byte', () => {
    expect(json(day.run.bytes.slice(), { ...context })).toBe(first);
  });

  it('give the report of both roads, read once and reviewed later', () => {
    expect(JSON.stringify(day.report)).toBe(first);
  });

  it('give the same report whatever the order of the history', () => {
    expect(json(day.run.bytes, { ...context, history: [...context.history].reverse() })).toBe(first);
  });

  it('give the same report when later runs and the run itself are in the history', () => {
    const last = season.at(-1);
    if (!last) throw new Error('the season is empty');
    const later = { facts: last.reading.facts, kneeLoadKm: null };
    const itself = { facts: day.reading.facts, kneeLoadKm: null };
    expect(json(day.run.bytes, { ...context, history: [...context.history, later, itself] })).toBe(first);
  });
});
