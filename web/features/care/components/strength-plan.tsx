import { useState } from 'react';
import type { Care } from '#contract/habits';
import { STRENGTH_PLAN, type StrengthExercise } from '#core';
import { words } from '../../../lib/words.ts';
import { BothSides } from './both-sides.tsx';

const text = words.care.strength;
const { rounds } = STRENGTH_PLAN;

/** One exercise with its rounds to tick off; they are of today and kept nowhere. */
function Exercise({ title, how, harder }: StrengthExercise) {
  const [done, setDone] = useState(0);
  const isDone = done === rounds;
  return (
    <article>
      <h3>{title}</h3>
      <p>{how}</p>
      <p className="quiet small">{text.harder(harder)}</p>
      <div className="stretch-timer">
        <div className="stretch-words">
          <p role="status">{text.rounds(done, rounds)}</p>
          <p className="stretch-rounds" aria-hidden="true">
            {Array.from({ length: rounds }, (_, round) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the dots are interchangeable and never move.
              <span key={round} className={round < done ? 'stretch-dot stretch-dot-on' : 'stretch-dot'} />
            ))}
          </p>
        </div>
        <button
          type="button"
          className="button"
          aria-label={`${isDone ? text.again : text.next}: ${title}`}
          onClick={() => setDone(isDone ? 0 : done + 1)}
        >
          {isDone ? text.again : text.next}
        </button>
      </div>
    </article>
  );
}

/** Strength work step by step, with what it stands on. */
export function StrengthPlan({ topics }: Pick<Care, 'topics'>) {
  const basis = topics.flatMap(({ statements }) => statements).find(({ id }) => id === 'strength');
  return (
    <section className="section" aria-labelledby="strength-title">
      <h2 id="strength-title">{text.title}</h2>
      <p className="quiet care-measure">
        {STRENGTH_PLAN.intro} {STRENGTH_PLAN.assumption}
      </p>
      <div className="stretches">
        {STRENGTH_PLAN.exercises.map((exercise) => (
          <Exercise key={exercise.id} {...exercise} />
        ))}
      </div>
      {basis && (
        <details>
          <summary className="small">{words.care.both}</summary>
          <BothSides {...basis} />
        </details>
      )}
    </section>
  );
}
