import { useId } from 'react';

/** A slider with its name and, in words, what it says now. */
export function Slider(props: {
  readonly label: string;
  readonly told: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="slider">
      <label htmlFor={id}>{props.label}</label>
      <output htmlFor={id}>{props.told}</output>
      <input
        id={id}
        type="range"
        min={props.min}
        max={props.max}
        step={props.step}
        value={props.value}
        aria-valuetext={props.told}
        onChange={(event) => props.onChange(Number(event.target.value))}
      />
    </div>
  );
}
