import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastRuns } from '../../src/history/distinct-runs.ts';
import type { EarlierRun } from '../../src/history/run-facts.ts';
import { evaluate } from '../../src/risk/evaluate.ts';
import type { RiskInput } from '../../src/risk/input.ts';
import { rank } from '../../src/risk/severity.ts';
import { DAY_MS, painEntry, pastRun, type RunOptions, riskInput, type Stretch } from '../support/risk-input.ts';

const stretch: fc.Arbitrary<Stretch> = fc.record({
  minutes: fc.integer({ min: 1, max: 25 }),
  speedMps: fc.double({ min: 1.5, max: 5, noNaN: true }),
  gradePct: fc.double({ min: -20, max: 20, noNaN: true }),
  cadenceSpm: fc.double({ min: 130, max: 200, noNaN: true }),
  gait: fc.constantFrom('run' as const, 'run' as const, 'walk' as const, 'stand' as const),
  surface: fc.constantFrom('unknown' as const, 'concrete' as const, 'grass' as const),
});
const earlier = fc.uniqueArray(fc.integer({ min: 1, max: 80 }), { maxLength: 15 }).chain((days) =>
  fc.tuple(
    ...days
      .sort((a, b) => b - a)
      .map((day) =>
        fc
          .record({ distanceM: fc.integer({ min: 1000, max: 30_000 }), descentM: fc.integer({ min: 0, max: 800 }) })
          .map((facts) =>
            pastRun(day, {
              ...facts,
              downhillM: facts.descentM,
              flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1500 }],
            }),
          ),
      ),
  ),
);
const run: fc.Arbitrary<RunOptions> = fc.record({
  stretches: fc.array(stretch, { minLength: 1, maxLength: 5 }),
  history: earlier,
  runner: fc.record({
    heightM: fc.option(fc.double({ min: 1.5, max: 2, noNaN: true }), { nil: null }),
    ownLine: fc.option(fc.constant({ interceptSpm: 151, slopeSpmPerMps: 6, runs: 9, minutes: 200 }), { nil: null }),
  }),
  painLog: fc.array(
    fc.integer({ min: 0, max: 10 }).map((during) => painEntry({ during })),
    { maxLength: 2 },
  ),
});

/** The same run some seconds later, in another file. */
const moved = (past: EarlierRun, seconds: number, sha256: string): EarlierRun => ({
  ...past,
  facts: { ...past.facts, sha256, startedAtMs: past.facts.startedAtMs + 1000 * seconds },
});

const severities = (input: RiskInput) => new Map(evaluate(input).map(({ id, severity }) => [id, rank(severity)]));

/** Every factor is at most as severe as it was. */
function expectNoneAbove(now: RiskInput, before: RiskInput): void {
  const was = severities(before);
  for (const [id, severity] of severities(now)) expect([id, severity <= (was.get(id) ?? 0)]).toEqual([id, true]);
}

const scored = (options: RunOptions) =>
  new Set(evaluate(riskInput(options)).flatMap(({ id, status }) => (status === 'scored' ? [id] : [])));

describe('evaluate', () => {
  it.each([
    { name: 'altitude', poorer: { without: ['altitude'] } },
    { name: 'cadence', poorer: { without: ['cadence'] } },
    { name: 'altitude and cadence', poorer: { without: ['altitude', 'cadence'] } },
    { name: 'history', poorer: { history: [] } },
    { name: 'the pain log', poorer: { painLog: [] } },
    { name: 'certainty of the cadence', poorer: { cadenceCertain: false } },
    { name: 'a good altitude', poorer: { gradeErrorPct: 9 } },
  ] as { name: string; poorer: RunOptions }[])(
    'never scores more without $name, and says why it is silent',
    ({ poorer }) => {
      fc.assert(
        fc.property(run, (options) => {
          const before = scored(options);
          const findings = evaluate(riskInput({ ...options, ...poorer }));
          for (const { id, status, severity, message } of findings) {
            if (status === 'scored') expect(before).toContain(id);
            else expect(severity).toBe('none');
            expect(status).not.toBe('error');
            expect(message.length).toBeGreaterThan(20);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('is the same at any hour and date', () => {
    fc.assert(
      fc.property(run, fc.integer({ min: -2000, max: 2000 }), (options, days) => {
        const input = riskInput({ ...options, painLog: [] });
        const shiftMs = days * DAY_MS;
        const shifted = {
          ...input,
          track: { ...input.track, startedAtMs: input.track.startedAtMs + shiftMs },
          facts: { ...input.facts, startedAtMs: input.facts.startedAtMs + shiftMs },
          history: input.history.map((past) => ({
            ...past,
            facts: { ...past.facts, startedAtMs: past.facts.startedAtMs + shiftMs },
          })),
        };
        expect(evaluate(shifted)).toEqual(evaluate(input));
      }),
      { numRuns: 30 },
    );
  });

  it('finds no more the worse the altitude is, at any error', () => {
    const error = fc.double({ min: 0.5, max: 9, noNaN: true });
    fc.assert(
      fc.property(run, error, error, (options, a, b) => {
        const at = (gradeErrorPct: number) => riskInput({ ...options, gradeErrorPct });
        const [good, bad] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expectNoneAbove(bad, good);
        const width = ({ kneeLoad: { flatEasyKm } }: RiskInput) => flatEasyKm.high - flatEasyKm.low;
        expect(width(bad)).toBeGreaterThanOrEqual(width(good) - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same with every earlier run in two files, and with a run that comes later or is still going', () => {
    const second = fc.integer({ min: 0, max: 600 });
    fc.assert(
      fc.property(run, second, fc.integer({ min: -1500, max: 86_400 }), (options, offsetS, laterS) => {
        const input = riskInput(options);
        const copies = input.history.map((past) => moved(past, offsetS, `copy of ${past.facts.sha256}`));
        const later = moved(pastRun(0), laterS, 'later');
        const known = (history: readonly EarlierRun[]) => ({
          ...input,
          history: pastRuns(history, input.facts.sha256, input.facts.startedAtMs),
        });
        const findings = evaluate(known(input.history)).map(({ id, severity }) => [id, severity]);
        const again = evaluate(known([...copies, later, ...input.history])).map(({ id, severity }) => [id, severity]);
        expect(again).toEqual(findings);
      }),
      { numRuns: 40 },
    );
  });

  it('goes by no time zone but for the day of a pain entry', () => {
    const zone = fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu', 'America/St_Johns', null);
    fc.assert(
      fc.property(run, zone, fc.integer({ min: 0, max: 10 }), (options, timeZone, during) => {
        const tied = painEntry({ during, runSha256: 'this-run' });
        const input = riskInput({ ...options, painLog: [tied] });
        const there = { ...input, profile: { ...input.profile, timeZone }, painLog: { entries: [tied], timeZone } };
        expect(evaluate(there)).toEqual(evaluate(input));
      }),
      { numRuns: 30 },
    );
  });

  it('holds a first run ever against nothing', () => {
    const AGAINST_OTHERS = ['session-spike', 'weekly-jump', 'return-after-break', 'new-ground', 'asymmetry'];
    fc.assert(
      fc.property(run, (options) => {
        for (const { id, status, threshold, unit } of evaluate(riskInput({ ...options, history: [] }))) {
          if (AGAINST_OTHERS.includes(id)) expect([id, status]).not.toEqual([id, 'scored']);
          if (id === 'long-downhill') expect([unit, threshold === null]).not.toEqual(['×', false]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of runs of a few minutes finds nothing above a note, but in what was told and in a spike against short runs', () => {
    const TOLD = ['pain-during-run', 'pain-after-run', 'previous-injury'];
    fc.assert(
      fc.property(run, fc.integer({ min: 1, max: 4 }), (options, minutes) => {
        const stretches = [{ ...options.stretches?.[0], minutes }];
        for (const { id, severity, status } of evaluate(riskInput({ ...options, stretches, history: [] }))) {
          expect(status).not.toBe('error');
          if (!TOLD.includes(id)) expect([id, rank(severity)]).toEqual([id, Math.min(rank(severity), 1)]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a runner who only knows treadmills speaks of no ground and no hill', () => {
    const OUTSIDE = ['long-downhill', 'fast-steep-descent', 'surface', 'new-ground'];
    fc.assert(
      fc.property(run, (options) => {
        const history = (options.history ?? []).map((past) => ({
          ...past,
          facts: { ...past.facts, subSport: 'treadmill', descentM: null, downhillM: null },
        }));
        const stretches = (options.stretches ?? []).map((one) => ({
          ...one,
          gradePct: 0,
          surface: 'unknown' as const,
        }));
        const input = riskInput({ ...options, stretches, history, subSport: 'treadmill', without: ['altitude'] });
        for (const { id, severity, status } of evaluate(input)) {
          expect(status).not.toBe('error');
          if (OUTSIDE.includes(id)) expect([id, severity]).toEqual([id, 'none']);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes for the same input', () => {
    fc.assert(
      fc.property(run, (options) => {
        expect(JSON.stringify(evaluate(riskInput(options)))).toBe(JSON.stringify(evaluate(riskInput(options))));
      }),
      { numRuns: 20 },
    );
  });
});
