import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/risk/evaluate.ts';
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
