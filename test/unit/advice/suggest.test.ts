import { describe, expect, it } from 'vitest';
import { suggest } from '../../../src/advice/suggest.ts';
import { prepareWhatIf } from '../../../src/advice/what-if.ts';
import { CITATIONS } from '../../../src/evidence/registry.ts';
import { reportSchema } from '../../../src/report/schema.ts';
import { evaluate } from '../../../src/risk/evaluate.ts';
import { painEntry, pastRun, type RunOptions, riskInput } from '../../support/risk-input.ts';

const suggestionsFor = (options: RunOptions) => {
  const input = riskInput(options);
  return { input, suggestions: suggest(evaluate(input), input) };
};
const MONTH = [3, 6, 9, 12].map((days) => pastRun(days, { distanceM: 5000, descentM: 10 }));
const LOW = { stretches: [{ minutes: 40, cadenceSpm: 150 }], runner: { heightM: 1.75 } };

describe('suggest', () => {
  it('suggests nothing for a quiet run', () => {
    expect(suggestionsFor({ runner: { heightM: 1.75 } }).suggestions).toEqual([]);
  });

  it('suggests 5 % more steps for a low cadence, with the effect that the what-if gives', () => {
    const { input, suggestions } = suggestionsFor(LOW);
    const predicted = prepareWhatIf(input.track, input.runner).apply({ kind: 'cadence', percent: 5 });
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({
      findingId: 'low-cadence',
      effect: {
        kneeLoadKm: { before: predicted.before.kneeLoadKm.mid, after: predicted.after.kneeLoadKm.mid },
        timeS: 0,
      },
    });
    expect(suggestions[0]?.text).toContain('about 5 % more, about 158 a minute instead of 150');
    expect(suggestions[0]?.tradeOff).toContain('calf');
    expect(predicted.after.kneeLoadKm.mid).toBeLessThan(predicted.before.kneeLoadKm.mid);
  });

  it('suggests the next step of the longest run after a spike', () => {
    const { suggestions } = suggestionsFor({ stretches: [{ minutes: 60 }], history: MONTH });
    const spike = suggestions.find(({ findingId }) => findingId === 'session-spike');
    expect(spike?.text).toContain('about 5.5 km');
    expect(spike?.effect?.timeS).toBeLessThan(0);
  });

  it('suggests to walk what is steep only where that lowers the load', () => {
    const steep = suggestionsFor({
      stretches: [{ minutes: 10 }, { minutes: 30, speedMps: 3, gradePct: -13 }],
      history: MONTH,
    });
    const gentle = suggestionsFor({ stretches: [{ minutes: 10 }, { minutes: 60, gradePct: -5 }], history: MONTH });
    const walking = /^Walk the steep descents/;
    expect(gentle.suggestions.some(({ text }) => walking.test(text))).toBe(false);
    for (const { text, effect } of steep.suggestions)
      if (walking.test(text)) expect(effect?.kneeLoadKm.after).toBeLessThan(effect?.kneeLoadKm.before ?? 0);
  });

  it('says what walking spares only with the span over all weightings', () => {
    const { suggestions } = suggestionsFor({
      stretches: [{ minutes: 10 }, { minutes: 30, speedMps: 3, gradePct: -13 }],
    });
    const { changePct = null } = suggestions.find(({ text }) => text.startsWith('Walk the steep'))?.effect ?? {};
    expect(changePct?.low).toBeLessThan(changePct?.mid ?? 0);
    expect(changePct?.mid).toBeLessThan(changePct?.high ?? 0);
  });

  it('never asks to walk and to run slower down the same descents, and to run slower only where that spares something', () => {
    const fast = (gradePct: number) => ({
      stretches: [{ minutes: 20 }, { minutes: 20, speedMps: 3.4, gradePct }],
      history: [3, 6, 9, 12].map((days) =>
        pastRun(days, { flatCadence: [{ speedMps: 2.8, cadenceSpm: 168, durationS: 1200 }] }),
      ),
    });
    const slower = /a fifth slower/;
    for (const gradePct of [-9, -13, -18, -24]) {
      const { suggestions } = suggestionsFor(fast(gradePct));
      const texts = suggestions.map(({ text }) => text);
      expect(texts.filter((text) => /^Walk the steep/.test(text) || slower.test(text)).length).toBeLessThanOrEqual(1);
      for (const { effect } of suggestions)
        if (effect) expect(effect.kneeLoadKm.after).toBeLessThanOrEqual(1.02 * effect.kneeLoadKm.before);
    }
  });

  it('tells the hardest steps before and after, as the what-if gives them', () => {
    const { input, suggestions } = suggestionsFor({
      stretches: [{ minutes: 10 }, { minutes: 30, speedMps: 3, gradePct: -13 }],
    });
    const walked = prepareWhatIf(input.track, input.runner).apply({ kind: 'walk-descents', steeperThanPct: 10 });
    const told = suggestions.find(({ text }) => text.startsWith('Walk the steep'))?.effect?.peakBw;
    expect(told).toEqual({ before: walked.before.peakBw, after: walked.after.peakBw });
    expect(told?.after).toBeLessThan(0.9 * (told?.before ?? 0));
  });

  it('computes no effect for a step of the longest run that was almost kept', () => {
    const { suggestions } = suggestionsFor({ stretches: [{ minutes: 33.2 }], history: MONTH });
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ findingId: 'session-spike', effect: null });
  });

  it('gives no example of steps a minute from a few flat minutes', () => {
    const hilly = (flatMinutes: number) => ({
      stretches: [
        { minutes: flatMinutes, cadenceSpm: 160 },
        { minutes: 40, gradePct: -10 },
      ],
    });
    const steps = (minutes: number) =>
      suggestionsFor(hilly(minutes)).suggestions.find(({ text }) => text.includes('quicker steps'))?.text;
    expect(steps(9.9)).not.toContain('instead of');
    expect(steps(10)).toContain('about 168 a minute instead of 160 on the flat');
  });

  it('asks who takes fewer steps than usual to come back to them, but not who takes many as it is', () => {
    const dropped = (cadenceSpm: number) =>
      suggestionsFor({
        stretches: [{ minutes: 40, cadenceSpm }],
        runner: { heightM: 1.75, ownLine: { interceptSpm: cadenceSpm, slopeSpmPerMps: 6, runs: 9, minutes: 300 } },
      }).suggestions;
    expect(dropped(165)[0]).toMatchObject({
      findingId: 'cadence-drop',
      text: expect.stringContaining('Come back towards the steps you usually take at that pace, about 173 a minute'),
    });
    expect(dropped(190)).toEqual([]);
  });

  it('makes the same suggestion once, though two findings ask for it', () => {
    const ownLine = { interceptSpm: 152, slopeSpmPerMps: 6, runs: 9, minutes: 300 };
    const { suggestions } = suggestionsFor({ ...LOW, runner: { heightM: 1.75, ownLine } });
    expect(suggestions.filter(({ text }) => text.includes('quicker steps'))).toHaveLength(1);
  });

  it('puts pain first, then what would have saved most', () => {
    const { suggestions } = suggestionsFor({
      stretches: [
        { minutes: 20, cadenceSpm: 150 },
        { minutes: 40, gradePct: -9, cadenceSpm: 150 },
      ],
      runner: { heightM: 1.75 },
      history: MONTH,
      painLog: [painEntry({ during: 2 })],
    });
    const isPain = suggestions.map(({ findingId }) => findingId.startsWith('pain-'));
    expect(isPain[0]).toBe(true);
    expect(isPain.lastIndexOf(true)).toBeLessThan(isPain.indexOf(false));
    const saved = suggestions
      .filter(({ effect }) => effect !== null)
      .map(({ effect }) => (effect ? effect.kneeLoadKm.before - effect.kneeLoadKm.after : 0));
    expect(saved.length).toBeGreaterThan(1);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
  });

  it('gives one suggestion only on a red flag: to be seen by somebody', () => {
    const { suggestions } = suggestionsFor({ ...LOW, history: MONTH, painLog: [painEntry({ during: 8 })] });
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ findingId: 'pain-during-run', effect: null });
    expect(suggestions[0]?.text).toContain('See a doctor');
  });

  it('keeps to the report’s schema, to the registry and to its tone', () => {
    const runs: RunOptions[] = [
      LOW,
      { stretches: [{ minutes: 60, gradePct: -10, speedMps: 3.4, surface: 'concrete' }], history: MONTH },
      { painLog: [painEntry({ during: 4, nextMorning: 2 })], profile: { lastKneeInjury: '2026-01-01' } },
    ];
    for (const { text, tradeOff, basis, ...rest } of runs.flatMap((run) => suggestionsFor(run).suggestions)) {
      expect(reportSchema.shape.suggestions.parse([{ text, tradeOff, basis, ...rest }])).toHaveLength(1);
      expect(`${text} ${tradeOff}`).not.toMatch(/!|mg|ibuprofen|diagnos|NaN|undefined|injury risk|prevents injur/i);
      if (basis.kind === 'citation') for (const key of basis.keys) expect(CITATIONS).toHaveProperty(key);
    }
  });
});
