/**
 * What the article that Kneewise grew from says, statement by statement, each beside what studies found. The same list
 * stands in `docs/article-coverage.md` with the place where the product acts on it.
 */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';

/** One statement of the article. */
export interface ArticleStatement {
  readonly id: string;
  readonly title: string;
  readonly articleSays: string;
  readonly studiesFound: string;
  readonly basis: Basis<CitationKey>;
}

const cited = (
  certainty: 'high' | 'moderate' | 'low' | 'very low',
  ...keys: [CitationKey, ...CitationKey[]]
): Basis<CitationKey> => ({ kind: 'citation', keys, certainty });

/** Treadmills. */
export const TREADMILL: ArticleStatement = {
  id: 'treadmill',
  title: 'Treadmills',
  articleSays: 'Running on a treadmill raises the chance of knee pain, because it impedes proper form.',
  studiesFound: 'The kneecap joint is loaded as on the road; the Achilles tendon about an eighth more.',
  basis: cited('moderate', 'Willy2016Treadmill', 'VanHooren2020'),
};

/** Softer surfaces. */
export const SOFT_GROUND: ArticleStatement = {
  id: 'soft-ground',
  title: 'Soft and hard ground',
  articleSays: 'Softer surfaces, like lawns or tracks, can mitigate it.',
  studiesFound:
    'Runners stiffen or soften their legs with the ground. Concrete went with more injury in women than in men, on limited evidence.',
  basis: cited('very low', 'Ferris1998', 'VanDerWorp2015', 'Taunton2003'),
};

/** What causes knee pain. */
export const CAUSES: readonly ArticleStatement[] = [
  TREADMILL,
  {
    id: 'bending',
    title: 'The bending of the knee',
    articleSays: 'The continuous bending of the knee is the greatest contributor.',
    studiesFound:
      'The force at the kneecap grows with the bend of the knee in each step. Kneewise counts it step by step.',
    basis: cited('high', 'Lenhart2014', 'Hart2022'),
  },
  {
    id: 'repeated-stress',
    title: 'Stress that repeats',
    articleSays: 'The repeated physical stress put on the knees can contribute to pain.',
    studiesFound:
      'One run much longer than the longest of the month goes with more injury of any kind; growing weeks, on the whole, do not.',
    basis: cited('moderate', 'Frandsen2025', 'Buist2008'),
  },
  SOFT_GROUND,
  {
    id: 'feet-and-joints',
    title: 'Flat feet and joints out of line',
    articleSays: 'People with misaligned joints or flat feet are at greater risk.',
    studiesFound: 'No recording shows them, so nothing is counted. Inserts ease pain for some runners for a while.',
    basis: cited('low', 'Collins2018', 'VanDerWorp2015'),
  },
];

/** Kinds of knee pain. */
export const KINDS: readonly ArticleStatement[] = [
  {
    id: 'place',
    title: 'Where it hurts',
    articleSays:
      'Pain sits at the outer side, the back, the inner side or the front; the outer side is the most frequent. Knowing where helps to treat it.',
    studiesFound:
      'The place guides a clinician who examines the knee. A log cannot tell what is wrong, and Kneewise does not try.',
    basis: cited('low', 'Nhs2026'),
  },
  {
    id: 'back',
    title: 'At the back',
    articleSays: 'Pain at the back comes from overusing a sore knee, or from hurting a healed one again.',
    studiesFound:
      'An injury of before goes with a new one, and guidance lets sore knees run at 2 of 10 or below. What hurts at the back is for a clinician to find out.',
    basis: cited('low', 'VanDerWorp2015', 'Esculier2020'),
  },
  {
    id: 'sudden-or-slow',
    title: 'At once, or slowly',
    articleSays: 'Some knee pain is instantaneous; inner pain usually comes slowly.',
    studiesFound: 'Pain during a run, an hour later and next morning tells together whether the run was too much.',
    basis: cited('moderate', 'Esculier2020'),
  },
];

/** When to have the knee seen. */
export const SEE_A_DOCTOR: ArticleStatement = {
  id: 'doctor',
  title: 'When to see a doctor',
  articleSays:
    'See a doctor for sharp pain, or when it does not subside within a few days: something else, such as arthritis, may be behind it.',
  studiesFound:
    'Health services agree. Go at once when the knee cannot bear weight, is locked, gives way, is badly swollen or hot and red with fever.',
  basis: cited('low', 'Nhs2026'),
};

/** Short, fast steps. */
export const SHORT_STEPS: ArticleStatement = {
  id: 'short-steps',
  title: 'Short, fast steps',
  articleSays: 'To minimize the risk of injury, the stride should be short and fast.',
  studiesFound:
    'Quicker steps lower the load of each step clearly. That they prevent injury is not shown, and in a trial they added nothing to good teaching.',
  basis: cited('low', 'Lenhart2014', 'Anderson2022', 'Esculier2018'),
};

/** Long distances. */
export const LONG_DISTANCE: ArticleStatement = {
  id: 'long-distance',
  title: 'Long distances',
  articleSays: 'Who runs long distances is more likely to get knee pain.',
  studiesFound:
    'Studies of weekly distance conflict. One run much longer than those of the month before goes with more injury of any kind.',
  basis: cited('moderate', 'Nielsen2012', 'Frandsen2025'),
};

/** Stretching before and after. */
export const STRETCH_AROUND_RUNS: ArticleStatement = {
  id: 'stretch-around-runs',
  title: 'Stretching before and after',
  articleSays: 'Stretch regularly before and after exercise to reduce the chance of injury.',
  studiesFound: 'It hardly changes soreness, and that it prevents injury is not shown.',
  basis: cited('moderate', 'Herbert2011'),
};

/** Long strides. */
export const LONG_STRIDES: ArticleStatement = {
  id: 'long-strides',
  title: 'Reaching for longer strides',
  articleSays: 'Many runners extend their stride to gain speed, and that raises the risk of injury.',
  studiesFound:
    'Longer steps load the kneecap more with each step. In 848 runners a longer step went with hardly any more injury.',
  basis: cited('very low', 'Willson2014', 'Malisoux2022'),
};

/** No running downhill. */
export const NO_DOWNHILL: ArticleStatement = {
  id: 'downhill',
  title: 'Downhill',
  articleSays: 'Avoid running downhill; slow to a casual walk there.',
  studiesFound:
    'Going downhill raises the load at the kneecap. Walking down about halves the peak; the total falls by less, and on some hills not at all, because walking takes more steps.',
  basis: cited('low', 'VanHooren2024', 'Kuster1993', 'Ho2018'),
};

/** What an injury of before means. */
export const EARLIER_INJURY: ArticleStatement = {
  id: 'earlier-injury',
  title: 'An injury of before',
  articleSays: 'Running downhill can make an existing injury worse, and reinjuring a healed knee brings new pain.',
  studiesFound: 'An injury in the year before is what most surely goes with a new one.',
  basis: cited('high', 'VanDerWorp2015', 'Dillon2023'),
};
