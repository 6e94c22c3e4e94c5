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
