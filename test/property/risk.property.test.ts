import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyFactor } from '../../src/risk/define.ts';
import { evaluate, judge } from '../../src/risk/evaluate.ts';
import { FACTORS, type FactorId } from '../../src/risk/registry.ts';
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
const earlier = fc
  .uniqueArray(fc.integer({ min: 1, max: 80 }), { maxLength: 15 })
  .chain((days) =>
    fc.tuple(
      ...days
        .sort((a, b) => b - a)
        .map((day) =>
          fc
            .record({ distanceM: fc.integer({ min: 1000, max: 30_000 }), descentM: fc.integer({ min: 0, max: 800 }) })
            .map((facts) =>
              pastRun(day, { ...facts, flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1500 }] }),
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
        const moved = {
          ...input,
          track: { ...input.track, startedAtMs: input.track.startedAtMs + shiftMs },
          facts: { ...input.facts, startedAtMs: input.facts.startedAtMs + shiftMs },
          history: input.history.map((past) => ({
            ...past,
            facts: { ...past.facts, startedAtMs: past.facts.startedAtMs + shiftMs },
          })),
        };
        expect(evaluate(moved)).toEqual(evaluate(input));
      }),
      { numRuns: 30 },
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

describe('severity never falls when things get worse', () => {
  const severityOf = (id: string, options: RunOptions) =>
    rank(judge(FACTORS.find((factor) => factor.id === id) as AnyFactor, riskInput(options)).severity);
  const amount = fc.double({ min: 0, max: 1, noNaN: true });
  const month = [2, 5, 9, 14, 20, 27].map((days) =>
    pastRun(days, { descentM: 120, flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1800 }] }),
  );
  const growing = [9, 16, 23, 30, 37].map((days) => pastRun(days, { distanceM: days === 9 ? 20_000 : 8000 }));
  const balanced = [3, 6, 9, 12, 15].map((days) => pastRun(days, { groundContactBalancePct: 50 }));
  const lapsed = [15, 18, 21, 24, 27].map((days) => pastRun(days));

  const WORSE: readonly { id: FactorId; worse: (amount: number) => RunOptions }[] = [
    { id: 'session-spike', worse: (x: number) => ({ history: month, facts: { distanceM: 3000 + 15_000 * x } }) },
    {
      id: 'weekly-jump',
      worse: (x: number) => ({ history: growing, profile: { runningYears: 0.5 }, facts: { distanceM: 60_000 * x } }),
    },
    {
      id: 'asymmetry',
      worse: (x: number) => ({
        history: balanced,
        painLog: [painEntry({ side: 'left', during: 1 })],
        facts: { groundContactBalancePct: 50 + 4 * x },
      }),
    },
    {
      id: 'long-downhill',
      worse: (x: number) => ({ stretches: [{ minutes: 20 }, { minutes: 20, gradePct: -20 * x }] }),
    },
    { id: 'low-cadence', worse: (x: number) => ({ stretches: [{ minutes: 20, cadenceSpm: 175 - 40 * x }] }) },
    {
      id: 'cadence-drop',
      worse: (x: number) => ({
        stretches: [{ minutes: 20, cadenceSpm: 175 - 40 * x }],
        runner: { ownLine: { interceptSpm: 151, slopeSpmPerMps: 6, runs: 9, minutes: 200 } },
      }),
    },
    {
      id: 'cadence-fade',
      worse: (x: number) => ({ stretches: [{ minutes: 30 }, { minutes: 20, cadenceSpm: 168 - 20 * x }] }),
    },
    {
      id: 'fast-steep-descent',
      worse: (x: number) => ({ history: month, stretches: [{ minutes: 15 * x + 0.1, gradePct: -10, speedMps: 3 }] }),
    },
    {
      id: 'speed-session',
      worse: (x: number) => ({ history: month, stretches: [{ minutes: 15 * x + 0.1, speedMps: 4 }] }),
    },
    { id: 'return-after-break', worse: (x: number) => ({ history: lapsed, facts: { distanceM: 10_000 * x } }) },
    { id: 'pain-during-run', worse: (x: number) => ({ painLog: [painEntry({ during: Math.round(10 * x) })] }) },
    {
      id: 'pain-after-run',
      worse: (x: number) => ({ painLog: [painEntry({ before: 2, nextMorning: Math.round(10 * x) })] }),
    },
    {
      id: 'surface',
      worse: (x: number) => ({
        stretches: [
          { minutes: 1 + 20 * x, surface: 'concrete' },
          { minutes: 21 - 20 * x, surface: 'grass' },
        ],
      }),
    },
  ];
  /** Yes or no rather than more or less, about the recording and not the run, or an explanation that never flags. */
  const WITHOUT_AMOUNT: readonly FactorId[] = ['treadmill', 'previous-injury', 'data-quality', 'long-step'];

  it('is tested for every factor that has a more and a less', () => {
    const tested = [...WORSE.map(({ id }) => id), ...WITHOUT_AMOUNT];
    expect(tested.sort()).toEqual(FACTORS.map(({ id }) => id).sort());
  });

  it.each(WORSE)('of $id', ({ id, worse }) => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(severityOf(id, worse(Math.max(a, b)))).toBeGreaterThanOrEqual(severityOf(id, worse(Math.min(a, b))));
      }),
      { numRuns: 25 },
    );
    expect(severityOf(id, worse(1))).toBeGreaterThan(severityOf(id, worse(0)));
  });
});
