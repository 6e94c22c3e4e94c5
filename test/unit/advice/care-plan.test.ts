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
}
function plan({ stretches = FLAT, profile = {}, pain = [] }: Given = {}) {
  const { track, facts } = riskInput({ stretches });
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
    expect(effects.map(({ id }) => id)).toEqual(['walk-descents', 'more-steps']);
    expect(effects[0]?.saved).toBeGreaterThan(effects[1]?.saved ?? Number.NaN);
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
