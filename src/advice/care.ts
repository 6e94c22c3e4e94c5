/**
 * What the article that Kneewise grew from advises for a sore knee and against it, each beside what studies found.
 * Never a diagnosis, never a dose: medicine is for a pharmacist or doctor.
 */
import type { CitationKey } from '../evidence/registry.ts';
import {
  type ArticleStatement,
  CAUSES,
  EARLIER_INJURY,
  KINDS,
  LONG_DISTANCE,
  LONG_STRIDES,
  NO_DOWNHILL,
  SEE_A_DOCTOR,
  SHORT_STEPS,
  STRETCH_AROUND_RUNS,
} from './article.ts';

/** One piece of care or prevention. */
export interface CareItem extends ArticleStatement {
  /** What to do, in the runner's words. */
  readonly text: string;
  /** A stretch's timer; null for everything else. */
  readonly timer: { readonly holdS: number; readonly repeats: number } | null;
}

const cited = (certainty: 'moderate' | 'low' | 'very low', ...keys: [CitationKey, ...CitationKey[]]) =>
  ({ kind: 'citation', keys, certainty }) as const;

/** The article's stretches: 10 s, five times. */
const STRETCH_TIMER = { holdS: 10, repeats: 5 } as const;
const STRETCHING = {
  studiesFound:
    'Stretching is harmless when gentle. It hardly changes soreness, and alone it is not shown to treat or prevent pain at the kneecap.',
  basis: cited('low', 'Herbert2011', 'Collins2018'),
  timer: STRETCH_TIMER,
} as const;

/** First aid for a sore knee, then stretches, then what prevents; in the article's order. */
export const CARE = [
  {
    id: 'rest',
    title: 'Rest',
    text: 'Leave running for one to three days, keep moving in ways that do not hurt, then begin again below what hurt.',
    articleSays: 'Let the knee rest; exercise on a sore knee can make it worse.',
    studiesFound: 'A few days help a fresh injury; longer rest weakens what should get stronger.',
    basis: cited('low', 'Dubois2020', 'Esculier2020'),
    timer: null,
  },
  {
    id: 'elevate',
    title: 'Raise the leg',
    text: 'Raise the leg on a pillow when you sit or lie, if that feels better.',
    articleSays: 'Keep the knee raised through the day and night, above the hips.',
    studiesFound: 'Little evidence and little harm; it matters for a swollen knee, hardly for another.',
    basis: cited('very low', 'Dubois2020'),
    timer: null,
  },
  {
    id: 'compress',
    title: 'Knee sleeve or bandage',
    text: 'A knee sleeve or elastic bandage can be worn for two or three days; loosen it when the foot tingles or gets cold.',
    articleSays: 'Compression is key to healing, for two to three days.',
    studiesFound: 'Little evidence and little harm; it may ease a swollen knee.',
    basis: cited('very low', 'Dubois2020'),
    timer: null,
  },
  {
    id: 'ice',
    title: 'Ice',
    text: 'Ice wrapped in a cloth can dull the pain for a while; take it off when the skin goes numb.',
    articleSays: 'Ice for 30 minutes, three times a day, for two to three days.',
    studiesFound: 'It dulls pain for a short time; that it helps healing is doubted.',
    basis: cited('low', 'Dubois2020'),
    timer: null,
  },
  {
    id: 'medicine',
    title: 'Medicine',
    text: 'Ask a pharmacist or doctor before you take anything for pain, for two or three days at most, and never to get through a run.',
    articleSays: 'An anti-inflammatory from the pharmacy lessens pain and swelling for the first days.',
    studiesFound:
      'Short relief on limited evidence; it may disturb healing, and during very long runs it went with kidney injury.',
    basis: cited('low', 'Heintjes2004', 'Dubois2020', 'Lipman2017'),
    timer: null,
  },
  {
    id: 'butterfly-stretch',
    title: 'Butterfly stretch',
    text: 'Sit with the soles of your feet together, heels close to you, and press the legs gently down with the elbows. Hold 10 seconds, five times or more; stop when it hurts.',
    articleSays: 'Hold the butterfly for 10 seconds, five times or more.',
    ...STRETCHING,
  },
  {
    id: 'hamstring-stretch',
    title: 'Hamstring stretch',
    text: 'Sit with both legs straight and lean forward with your arms out. Hold 10 seconds, five times or more; stop when it hurts.',
    articleSays: 'Lean forward over straight legs for 10 seconds, at least five times.',
    ...STRETCHING,
  },
  {
    id: 'strength',
    title: 'Strong hips, knees and thighs',
    text: 'Strengthen hip, knee and thigh two or three times a week: bridges, side leg raises, step-ups, slow squats to a chair. Two or three rounds of about ten, so that the last ones are hard and pain stays at 2 of 10 or below; more weight when it gets easy. (The rounds are our assumption.)',
    articleSays: 'Weak leg muscles bring injuries; build hip, knee and thigh.',
    studiesFound: 'The best supported treatment of pain at the kneecap; that it prevents pain is not shown.',
    basis: cited('moderate', 'Collins2018'),
    timer: null,
  },
  {
    id: 'alignment',
    title: 'Knees over feet',
    text: 'Land with the foot under the knee, not ahead of it. Shorter, quicker steps do that by themselves.',
    articleSays: 'Keep the knees in line with the feet and do not land with the feet ahead.',
    studiesFound:
      'Quicker steps land closer under the body and lower the load at the kneecap; a watch cannot see the foot land.',
    basis: cited('moderate', 'Heiderscheit2011', 'Lieberman2015'),
    timer: null,
  },
  {
    id: 'arch-supports',
    title: 'Arch supports',
    text: 'Inserts from a shop are worth a try for some weeks when the kneecap hurts; without pain they are not needed.',
    articleSays: 'Arch supports, best made to measure, reduce the stress on the knees.',
    studiesFound:
      'Ready-made inserts may ease pain for some weeks. Runners who wear them get hurt more often, perhaps because sore runners buy them.',
    basis: cited('low', 'Collins2018', 'VanDerWorp2015'),
    timer: null,
  },
] as const satisfies readonly CareItem[];

/** Id of a piece of care. */
export type CareId = (typeof CARE)[number]['id'];

/** A piece of care by its id. */
export const careItem = (id: CareId): CareItem => CARE.find((item) => item.id === id) as CareItem;

/** A part of the article. */
export interface ArticleTopic {
  readonly id: 'causes' | 'kinds' | 'treatment' | 'stretches' | 'prevention';
  readonly title: string;
  readonly statements: readonly (ArticleStatement | CareItem)[];
}

/** The whole article by topic, in its order. */
export const ARTICLE: readonly ArticleTopic[] = [
  { id: 'causes', title: 'What causes knee pain', statements: CAUSES },
  { id: 'kinds', title: 'Kinds of knee pain', statements: KINDS },
  {
    id: 'treatment',
    title: 'How to treat it',
    statements: [SEE_A_DOCTOR, ...(['rest', 'elevate', 'compress', 'medicine', 'ice'] as const).map(careItem)],
  },
  {
    id: 'stretches',
    title: 'Stretches',
    statements: [
      LONG_DISTANCE,
      STRETCH_AROUND_RUNS,
      ...(['butterfly-stretch', 'hamstring-stretch'] as const).map(careItem),
    ],
  },
  {
    id: 'prevention',
    title: 'How to prevent it',
    statements: [
      careItem('strength'),
      SHORT_STEPS,
      LONG_STRIDES,
      careItem('alignment'),
      careItem('arch-supports'),
      NO_DOWNHILL,
      EARLIER_INJURY,
    ],
  },
];
