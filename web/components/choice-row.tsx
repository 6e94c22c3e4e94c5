import { useId } from 'react';

/** One of a few words to choose. */
export function ChoiceRow<T extends string>(props: {
  readonly legend: string;
  readonly options: Readonly<Record<T, string>>;
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}) {
  const name = useId();
  const options = Object.entries(props.options) as [T, string][];
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      <div className="choices">
        {options.map(([value, label]) => (
          <label className="choice" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={props.value === value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
