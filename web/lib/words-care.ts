import { counted } from './format.ts';

/** Words of the care page. */
export const careWords = {
  title: 'Care',
  what: 'the advice',
  intro: 'What you can do for your knees now, the most useful first. None of it is a diagnosis, and none a promise.',
  forYou: 'For you, now',
  sore: 'You noted knee pain within the last two weeks, so care for a sore knee comes first.',
  basedOn: (runs: number) =>
    runs === 0
      ? 'There is no run of the last four weeks to work out effects on.'
      : `Effects are worked out on your latest ${counted(runs, 'run')} of the last four weeks.`,
  effect: (share: string, after: string, before: string, unit: string) =>
    `On those runs about ${share} less knee load: ${after} in place of ${before} ${unit}`,
  longer: (time: string) => `, ${time} longer in all`,
  shorter: (time: string) => `, ${time} shorter in all`,
  cost: 'What it costs',
  both: 'What the article says, and what studies found',
  article: 'The article says',
  studies: 'Studies found',
  certainty: {
    high: 'strong evidence',
    moderate: 'fair evidence',
    low: 'thin evidence',
    'very low': 'very thin evidence',
  },
  assumption: (why: string) => `Our assumption: ${why}`,
  articleTitle: 'The whole article, statement by statement',
  articleIntro:
    'Kneewise grew from an article on knee pain after running. Each of its statements stands here beside what studies found.',
  strength: {
    title: 'Strength for hips, knees and thighs',
    harder: (how: string) => `Once that is easy: ${how.charAt(0).toLowerCase()}${how.slice(1)}`,
    rounds: (done: number, all: number) => `${done} of ${all} rounds done today`,
    next: 'Round done',
    again: 'Begin again',
  },
  stretchTitle: 'Stretches with a timer',
  stretchHint: 'Gently: until you feel the stretch, never until it hurts.',
  timer: {
    start: 'Start',
    stop: 'Stop',
    again: 'Once more',
    ready: (holdS: number, repeats: number) => `${repeats} times ${holdS} seconds`,
    hold: (round: number, repeats: number) => `Hold: ${round} of ${repeats}`,
    rest: 'Let go, and breathe',
    done: 'Done',
    seconds: (left: number) => `${left} s`,
  },
  firstAid: 'Until the knee has been seen, this page leaves out exercise and training.',
} as const;
