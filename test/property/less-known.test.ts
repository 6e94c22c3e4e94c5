/** Whoever tells or records less is told less, and why; never something new. */
import { describe, expect, it } from 'vitest';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import type { ReviewContext } from '../../src/context.ts';
import { type Profile, UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { PastRun } from '../../src/history/run-facts.ts';
import { takeFacts } from '../../src/history/take-facts.ts';
import { type Reading, read } from '../../src/read.ts';
import type { Finding } from '../../src/report/schema.ts';
import { review } from '../../src/review.ts';
import { rank } from '../../src/risk/severity.ts';
import { cutSegments } from '../../src/segment/segments.ts';
import { contextOf } from '../support/fixtures.ts';
import { hasRealData } from '../support/real-data.ts';
import { REAL_SEASONS, realReadings } from '../support/real-season.ts';
import { painEntry } from '../support/risk-input.ts';

const DAY_MS = 86_400_000;
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A runner who has told everything, with an injury that still counts at the end of the season. */
const TOLD: Profile = {
  ...UNKNOWN_PROFILE,
  heightM: 1.78,
  bodyMassKg: 70,
  runningYears: 0.5,
  hasFlatFeet: true,
  hasMisalignedJoints: true,
  wearsArchSupports: false,
  strengthDaysPerWeek: 1,
};
const FIELDS = Object.keys(TOLD).filter((name) => name !== 'units' && name !== 'timeZone') as (keyof Profile)[];

/** A run, what is known beside it, and what is found with all of that. */
interface Day {
  readonly reading: Reading;
  readonly context: ReviewContext;
  readonly full: readonly Finding[];
}
type Season = readonly Day[];

/** Each run with those before it; a sore knee on every tenth day. */
function seasonOf(readings: readonly Reading[]): Season {
  const past: PastRun[] = [];
  const lastMs = readings.at(-1)?.facts.startedAtMs ?? 0;
  const told = {
    ...TOLD,
    lastKneeInjury: dateOf(lastMs - 100 * DAY_MS),
    lastOtherInjury: dateOf(lastMs - 200 * DAY_MS),
  };
  const painLog = readings
    .filter((_, i) => i % 10 === 9)
    .map(({ facts }) => painEntry({ date: dateOf(facts.startedAtMs), before: 1, during: 2, nextMorning: 3 }));
  return readings.map((reading) => {
    const context = { profile: told, history: [...past], painLog };
    const { report } = review(reading, context);
    past.push({ facts: reading.facts, kneeLoadKm: report.kneeLoad.flatEasyKm });
    return { reading, context, full: report.findings };
  });
}

const findings = (reading: Reading, context: ReviewContext): Finding[] => review(reading, context).report.findings;

/** Findings that are more severe than with all that is known, as text; none is wanted. */
function news(full: readonly Finding[], poorer: readonly Finding[]): string[] {
  const before = new Map(full.map((finding) => [finding.id, finding]));
  return poorer
    .filter((finding) => rank(finding.severity) > rank(before.get(finding.id)?.severity ?? 'none'))
    .map(({ id, value, threshold }) => `${id}: ${before.get(id)?.value} became ${value}, against ${threshold}`);
}

/** What has fallen silent, with what is said instead. */
const silenced = (full: readonly Finding[], poorer: readonly Finding[]): Finding[] =>
  poorer.filter(
    ({ id, status }) => status !== 'scored' && full.some((finding) => finding.id === id && finding.status === 'scored'),
  );

const missing = (length: number) => new Float64Array(length).fill(Number.NaN);

/** What would have been read, had the watch lacked a sensor. */
function without(channel: 'cadence' | 'altitude', { track: full, ...reading }: Reading): Reading {
  const { length, origin } = full;
  const track =
    channel === 'cadence'
      ? {
          ...full,
          cadenceSpm: missing(length),
          cadenceReading: null,
          origin: { ...origin, cadence: 'absent' as const },
        }
      : {
          ...full,
          altitudeM: missing(length),
          gradePct: missing(length),
          gradeErrorPct: missing(length),
          gradeWindowM: null,
          altitudeSource: 'none' as const,
          ascentM: null,
          descentM: null,
          origin: { ...origin, altitude: 'absent' as const },
        };
  const segments = cutSegments(track);
  return { ...reading, track, segments, facts: takeFacts(track, segments, reading.facts) };
}

const POORER: readonly {
  readonly name: string;
  readonly make: (reading: Reading, context: ReviewContext) => [Reading, ReviewContext];
  /** What the sentences of the silent factors speak of; null where nothing has to fall silent. */
  readonly says: RegExp | null;
}[] = [
  { name: 'cadence', make: (reading, context) => [without('cadence', reading), context], says: /cadence/ },
  { name: 'altitude', make: (reading, context) => [without('altitude', reading), context], says: /altitude|flat/ },
  {
    name: 'history',
    make: (reading, context) => [reading, { ...context, history: [] }],
    says: /earlier runs|not known yet/,
  },
  { name: 'the pain log', make: (reading, context) => [reading, { ...context, painLog: [] }], says: /noted|pain/ },
  ...FIELDS.map((field) => ({
    name: field,
    make: (reading: Reading, context: ReviewContext): [Reading, ReviewContext] => [
      reading,
      { ...context, profile: { ...context.profile, [field]: null } },
    ],
    says: null,
  })),
];

/** Everything new, and everything silent, over a season. */
function compare(season: Season, { make }: (typeof POORER)[number]) {
  const pairs = season.map(({ reading, context, full }) => {
    const poorer = findings(...make(reading, context));
    return {
      news: news(full, poorer),
      silent: silenced(full, poorer),
      errors: poorer.filter((f) => f.status === 'error'),
    };
  });
  return {
    news: pairs.flatMap((pair) => pair.news),
    silent: pairs.flatMap((pair) => pair.silent),
    errors: pairs.flatMap((pair) => pair.errors),
  };
}

function expectQuieter(season: Season, poorer: (typeof POORER)[number]): void {
  const { news: found, silent, errors } = compare(season, poorer);
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  for (const { message } of silent) expect(message).toMatch(poorer.says ?? /./);
  if (poorer.says) expect(silent.length).toBeGreaterThan(0);
}

describe('a simulated season', () => {
  const runs = sampleSeason();
  const season = seasonOf(
    runs.map(({ bytes, name }) => {
      const reading = read(bytes, contextOf(bytes));
      if (!reading.ok) throw new Error(`${name}: ${reading.error.message}`);
      return reading.value;
    }),
  );

  it('has much to find when everything is known', () => {
    const found = season.flatMap(({ full }) => full);
    const ids = new Set(found.filter(({ severity }) => severity !== 'none').map(({ id }) => id));
    expect(ids.size).toBeGreaterThan(8);
  });

  it.each(POORER)('without $name holds no new finding, and says why it is silent', (poorer) => {
    expectQuieter(season, poorer);
  });

  it.each(['cadenceSpm', 'altitudeM'] as const)('from a watch without %s the same is true of the files', (channel) => {
    const found = season.flatMap(({ reading, context, full }, i) => {
      const bytes = writeFit({ ...(runs[i] as (typeof runs)[number]).recording, [channel]: null });
      const poorer = read(bytes, { sha256: reading.facts.sha256 });
      return poorer.ok ? news(full, findings(poorer.value, context)) : [poorer.error.message];
    });
    expect(found).toEqual([]);
  });
});

/** Of a real season every so many-th run is tried, with all before it as history; all of them take minutes. */
const EVERY = 7;

// Real files may stand beside a checkout; without them there is nothing to try.
describe.skipIf(!hasRealData)('real seasons (skipped where the real files are not there)', () => {
  const seasons = hasRealData
    ? REAL_SEASONS.map((each) => ({ ...each, season: seasonOf(realReadings(each)).filter((_, i) => i % EVERY === 0) }))
    : [];
  const cases = seasons.flatMap(({ title, season }) =>
    POORER.map((poorer) => ({ title, season, poorer, name: poorer.name })),
  );

  it.each(cases)('$title without $name holds no new finding, and says why it is silent', ({ season, poorer }) => {
    expectQuieter(season, poorer);
  });
});
