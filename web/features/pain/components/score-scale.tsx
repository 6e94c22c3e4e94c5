import { useId } from 'react';

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** A row of numbers from 0 to 10; tapping the chosen one again takes it back. */
export function ScoreScale(props: {
  readonly legend: string;
  readonly value: number | null;
  readonly onChange: (score: number | null) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      <div className="scale">
        {SCORES.map((score) => (
          <label className="choice" key={score}>
            <input
              type="radio"
              name={name}
              value={score}
              checked={props.value === score}
              onChange={() => props.onChange(score)}
              onClick={() => props.value === score && props.onChange(null)}
            />
            <span>{score}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
