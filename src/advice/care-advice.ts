/** Each piece of advice of the care page that is more than the article's own, in words, with its basis; `care-plan.ts` chooses. */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';
import { NO_DOWNHILL, SHORT_STEPS, SOFT_GROUND, TREADMILL } from './article.ts';
import { type CareId, careItem } from './care.ts';
import { easeOff, MORE_STEPS_PCT, STEEP_PCT } from './suggestion-rules.ts';

/** Flat-easy km of the latest runs together, as they were and with the change; seconds longer (+) or shorter (-). */
export interface CareEffect {
  readonly beforeKm: number;
  readonly afterKm: number;
  readonly timeS: number;
}

/** One thing to do. */
export interface CareAdvice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Null where the model cannot compute one. */
  readonly effect: CareEffect | null;
  /** Why there is none, in a plain sentence; null beside an effect. */
  readonly noEffect: string | null;
  /** What it costs, or which tissue pays instead; null where nothing is known. */
  readonly tradeOff: string | null;
  /** Null where the article says nothing of it. */
  readonly articleSays: string | null;
  readonly studiesFound: string;
  readonly basis: Basis<CitationKey>;
}

/** Why no effect is told, in plain sentences. */
export const NO_EFFECT = {
  symptoms: 'No effect is computed: it is about the pain, not about the load.',
  capacity: 'No effect is computed: it changes what the knee can bear, not the load.',
  unseen: 'No effect is computed: a watch cannot see it.',
  ahead: 'No effect is computed: it is about runs to come.',
  ground: 'No effect is computed: no study supports a number for the knee.',
  level: 'No effect worth telling: ups and downs together, a belt loads the kneecap joint about as the road does.',
} as const;

/** A piece of the article's care as advice. */
export const fromArticle = (id: CareId, noEffect: keyof typeof NO_EFFECT): CareAdvice => ({
  ...careItem(id),
  effect: null,
  noEffect: NO_EFFECT[noEffect],
  tradeOff: null,
});

/** What guidance for a sore knee begins with. */
export const EASE_OFF: CareAdvice = {
  id: 'ease-off',
  title: 'Ease off, without stopping',
  text: easeOff.text,
  effect: null,
  noEffect: NO_EFFECT.ahead,
  tradeOff: easeOff.tradeOff,
  articleSays: 'Regularly exercising with a sore knee can worsen it: let it rest.',
  studiesFound:
    'Runners with pain at the kneecap got better with teaching alone: less load, kept below what hurts, then built up again.',
  basis: easeOff.basis,
};

/** Walking steep descents. */
export const WALK_DOWN: CareAdvice = {
  ...NO_DOWNHILL,
  id: 'walk-descents',
  title: 'Walk the steep ways down',
  text: `Walk where it goes down more than about ${STEEP_PCT} %. Where you would rather run, shorten your steps.`,
  effect: null,
  noEffect: null,
  tradeOff: null,
};

/** Shorter, quicker steps. */
export const MORE_STEPS: CareAdvice = {
  ...SHORT_STEPS,
  id: 'more-steps',
  title: 'Shorter, quicker steps',
  text: `Take about ${MORE_STEPS_PCT} % more steps a minute at the same pace, a few minutes at a time; again ${MORE_STEPS_PCT} % after two or three weeks, if you like. There is no number, such as 180, that is right for everybody.`,
  effect: null,
  noEffect: null,
  tradeOff: null,
};

/** For a runner who has told of joints out of line. */
export const CLINICIAN: CareAdvice = {
  id: 'ask-clinician',
  title: 'Ask about your own form',
  text: 'You told that knees or feet are out of line. Ask the clinician who found it which exercises and shoes suit you, before you change either.',
  effect: null,
  noEffect: NO_EFFECT.unseen,
  tradeOff: null,
  articleSays: 'Misaligned joints distribute the weight unevenly and are damaged over time.',
  studiesFound: 'A watch cannot see it, and no rule for all was found.',
  basis: { kind: 'citation', keys: ['Collins2018', 'VanDerWorp2015'], certainty: 'low' },
};

/** A treadmill. */
export const ON_A_BELT: CareAdvice = {
  ...TREADMILL,
  title: 'A treadmill in place of hills',
  text: 'When hills are what hurts, or dark and ice keep you in, run on a treadmill at an incline of 0 to 2 %: it has no way down. Take steps as short and quick as outside.',
  effect: null,
  noEffect: NO_EFFECT.level,
  tradeOff: 'The Achilles tendon is loaded about an eighth more with each step.',
};

/** Softer surfaces. */
export const SOFTER_GROUND: CareAdvice = {
  ...SOFT_GROUND,
  title: 'Softer ground for a part',
  text: 'Choose grass, earth or a running track for a part of the way, if you like the feel of it.',
  effect: null,
  noEffect: NO_EFFECT.ground,
  tradeOff: 'Uneven ground asks more of the ankles.',
};
