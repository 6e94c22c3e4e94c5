import { describe, expect, it } from 'vitest';
import { ARTICLE, CARE } from '../../../src/advice/care.ts';
import { carePlan } from '../../../src/advice/care-plan.ts';
import { CITATIONS } from '../../../src/evidence/registry.ts';
import type { PainEntry } from '../../../src/history/pain-log.ts';
import { type Profile, UNKNOWN_PROFILE } from '../../../src/history/profile.ts';
import { painEntry, painLogOf, pastRun, riskInput, START_MS, type Stretch } from '../../support/risk-input.ts';

const HILLY: Stretch[] = [{ minutes: 20 }, { minutes: 20, gradePct: -14 }];
const FLAT: Stretch[] = [{ minutes: 40 }];
const MONTH = [2, 6, 11, 17].map((days) => pastRun(days));

interface Given {
  readonly stretches?: Stretch[];
  readonly profile?: Partial<Profile>;
  readonly pain?: Partial<PainEntry>[];
  readonly subSport?: string;
}
function plan({ stretches = FLAT, profile = {}, pain = [], subSport }: Given = {}) {
  const { track, facts } = riskInput({ stretches, subSport: subSport ?? null });
  const context = {
    profile: { ...UNKNOWN_PROFILE, heightM: 1.78, ...profile },
    history: MONTH,
    painLog: painLogOf(pain.map(painEntry)),
  };
  return carePlan([{ track, facts }], context, START_MS + 3_600_000);
}
const ids = (given?: Given) => plan(given).advice.map(({ id }) => id);

describe('carePlan', () => {
  it('puts what saves the most load first: on steep hills walking down, on the flat quicker steps alone', () => {
    const effects = plan({ stretches: HILLY }).advice.flatMap(({ id, effect }) =>
      effect ? [{ id, saved: effect.beforeKm - effect.afterKm }] : [],
    );
    expect(effects.map(({ id }) => id).sort()).toEqual(['more-steps', 'treadmill', 'walk-descents']);
    const saved = effects.map((effect) => effect.saved);
    expect(saved).toEqual([...saved].sort((a, b) => b - a));
    expect(effects.map(({ id }) => id).indexOf('walk-descents')).toBeLessThan(
      effects.map(({ id }) => id).indexOf('more-steps'),
    );
    expect(ids().slice(0, 2)).toEqual(['more-steps', 'next-run']);
  });

  it('expects 10 to 13 % less load of 5 % more steps, as the method page has it', () => {
    const effect = plan().advice.find(({ id }) => id === 'more-steps')?.effect;
    const less = 1 - (effect?.afterKm ?? 0) / (effect?.beforeKm ?? 1);
    expect(less).toBeGreaterThan(0.07);
    expect(less).toBeLessThan(0.13);
  });

  it('advises no more steps to a runner who is quick already', () => {
    expect(ids({ stretches: [{ minutes: 40, cadenceSpm: 190 }] })).not.toContain('more-steps');
  });

  it('begins with easing off and first aid when the knee is sore', () => {
    expect(ids({ pain: [{ during: 2 }] }).slice(0, 6)).toEqual([
      'ease-off',
      'rest',
      'ice',
      'compress',
      'elevate',
      'medicine',
    ]);
    expect(ids()).not.toContain('ice');
  });

  it.each([
    { profile: { strengthDaysPerWeek: 1 }, id: 'strength', given: true },
    { profile: { strengthDaysPerWeek: 2 }, id: 'strength', given: false },
    { profile: { hasFlatFeet: true }, id: 'arch-supports', given: true },
    { profile: { hasFlatFeet: true, wearsArchSupports: true }, id: 'arch-supports', given: false },
    { profile: {}, id: 'arch-supports', given: false },
    { profile: { hasMisalignedJoints: true }, id: 'ask-clinician', given: true },
    { profile: { hasMisalignedJoints: false }, id: 'ask-clinician', given: false },
  ])('for $profile: $id is advised: $given', ({ profile, id, given }) => {
    expect(ids({ profile }).includes(id)).toBe(given);
  });

  const item = (id: string, given?: Given) => plan(given).advice.find((advice) => advice.id === id);

  it('names softer ground beside the rest, without an effect, because no study supports a number', () => {
    expect(item('soft-ground')).toMatchObject({
      effect: null,
      noEffect: expect.stringContaining('no study supports a number'),
      articleSays: expect.stringContaining('lawns or tracks'),
      basis: { certainty: 'very low' },
    });
  });

  it.each([
    { ground: 'grass', given: false },
    { ground: 'trail', given: false },
    { ground: 'asphalt', given: true },
    { ground: 'concrete', given: true },
    { ground: 'unknown', given: true },
  ] as const)('after runs on $ground softer ground is advised: $given', ({ ground, given }) => {
    expect(ids({ stretches: [{ minutes: 40, surface: ground }] }).includes('soft-ground')).toBe(given);
  });

  it('works out what a treadmill in place of hills would have saved, and says why it cannot on level runs', () => {
    const hilly = item('treadmill', { stretches: HILLY });
    expect(hilly?.effect?.afterKm).toBeLessThan(hilly?.effect?.beforeKm ?? Number.NaN);
    expect(hilly).toMatchObject({ noEffect: null, tradeOff: expect.stringContaining('Achilles tendon') });
    expect(item('treadmill')).toMatchObject({
      effect: null,
      noEffect: expect.stringContaining('about as the road does'),
    });
  });

  it('advises neither a treadmill nor other ground to a runner who is on one already', () => {
    const found = ids({ subSport: 'treadmill' });
    expect(found).not.toContain('treadmill');
    expect(found).not.toContain('soft-ground');
  });

  it.each([
    { name: 'a runner with nothing told', given: {} },
    { name: 'a sore runner on hills', given: { stretches: HILLY, pain: [{ during: 2 }] } },
  ] as { name: string; given: Given }[])('gives each advice to $name an effect or the reason why not', ({ given }) => {
    for (const { id, effect, noEffect } of plan(given).advice)
      expect([id, (effect === null) !== (noEffect === null)]).toEqual([id, true]);
  });

  it('holds everything that the article advises a runner who needs all of it', () => {
    const everything = ids({
      stretches: HILLY,
      pain: [{ during: 2 }],
      profile: { hasFlatFeet: true, hasMisalignedJoints: true },
    });
    expect(everything.sort()).toEqual(
      [
        ...['more-steps', 'walk-descents', 'soft-ground', 'treadmill', 'next-run', 'strength', 'arch-supports'],
        ...['alignment', 'rest', 'elevate', 'compress', 'ice', 'medicine', 'ease-off', 'ask-clinician'],
      ].sort(),
    );
  });

  it('offers arch supports to a sore knee without any', () => {
    expect(ids({ pain: [{ during: 2 }] })).toContain('arch-supports');
  });

  it('gives no advice but to be seen with a red flag', () => {
    const { advice, redFlag } = plan({ stretches: HILLY, pain: [{ during: 3, note: 'knee is swollen' }] });
    expect(advice).toEqual([]);
    expect(redFlag).toMatchObject({ urgent: true, text: expect.stringContaining('See a doctor today') });
  });

  it('claims no effect without runs', () => {
    const context = { profile: UNKNOWN_PROFILE, history: [], painLog: painLogOf([]) };
    const { advice } = carePlan([], context, START_MS);
    expect(advice.length).toBeGreaterThan(0);
    expect(advice.map(({ effect }) => effect)).toEqual(advice.map(() => null));
  });

  it('promises nothing, names no drug and gives no dose', () => {
    const { advice } = plan({ stretches: HILLY, pain: [{ during: 2 }], profile: { hasMisalignedJoints: true } });
    for (const { title, text, studiesFound, tradeOff } of advice)
      expect(`${title} ${text} ${studiesFound} ${tradeOff}`).not.toMatch(
        /\d+ ?mg|ibuprofen|advil|aleve|naproxen|cure|will prevent|guarantee|!/i,
      );
  });
});

describe('the article by topic', () => {
  const statements = ARTICLE.flatMap((topic) => topic.statements);

  it('holds every piece of care once, among the 21 statements', () => {
    expect(statements).toHaveLength(21);
    const found = statements.map(({ id }) => id);
    expect(new Set(found).size).toBe(found.length);
    for (const { id } of CARE) expect(found).toContain(id);
  });

  it.each(statements)('$id tells article and studies apart and names its sources', (statement) => {
    expect(statement.articleSays).not.toBe(statement.studiesFound);
    const keys = statement.basis.kind === 'citation' ? statement.basis.keys : [];
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(CITATIONS).toHaveProperty(key);
  });
});
