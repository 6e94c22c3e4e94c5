/**
 * Strength work for hip, knee and thigh, at home and without equipment. That such work helps pain at the kneecap is what
 * studies support best; which exercises, how many and in what order is an assumption, and said to be one.
 */
/** One exercise. */
export interface StrengthExercise {
  readonly id: string;
  readonly title: string;
  /** How it is done. */
  readonly how: string;
  /** The same made harder, once it is easy. */
  readonly harder: string;
}

/** See the head of this file; what studies found stands with the article's statement on strength. @cite Collins2018 */
export const STRENGTH_PLAN = {
  intro:
    'Two or three days a week with a day between them. Two or three rounds of about ten, on each side where there are two. The last ones should be hard; pain in the knee may reach 2 of 10, not more, and be gone the next morning.',
  assumption: 'Which exercises, how many and in what order is our assumption.',
  rounds: 3,
  exercises: [
    {
      id: 'bridge',
      title: 'Bridge',
      how: 'Lie on your back with bent knees and the feet flat. Lift the hips until trunk and thighs are in line, stay for two breaths, come down slowly.',
      harder: 'With one foot in the air.',
    },
    {
      id: 'side-leg-raise',
      title: 'Side leg raise',
      how: 'Lie on your side, the lower leg bent. Lift the straight upper leg by a foot’s length, toes to the front, and let it down slowly.',
      harder: 'Stay at the top for five seconds.',
    },
    {
      id: 'step-up',
      title: 'Step-up',
      how: 'Put the whole foot on a low step, the knee over the toes. Stand up on it, and come down slowly on the same leg.',
      harder: 'A higher step, then weight in the hands.',
    },
    {
      id: 'slow-squat',
      title: 'Slow squat to a chair',
      how: 'Stand in front of a chair, feet as wide as the hips. Take three seconds to sit down until you just touch it, and stand up again.',
      harder: 'A lower seat, then weight in the hands.',
    },
  ],
} as const satisfies {
  readonly intro: string;
  readonly assumption: string;
  /** The most rounds that are asked for. */
  readonly rounds: number;
  readonly exercises: readonly StrengthExercise[];
};
