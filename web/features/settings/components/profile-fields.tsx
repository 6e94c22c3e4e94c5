import type { ReactNode } from 'react';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { words } from '../../../lib/words.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  /** What the answer changes. */
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({
  id,
  label,
  hint,
  children,
}: Omit<FieldProps, 'value' | 'onChange'> & { readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

/** A number with its unit; empty when not told. */
export function NumberField(
  props: FieldProps & { readonly unit: string; readonly min: number; readonly max: number; readonly step: number },
) {
  return (
    <Field {...props}>
      <div className="input-with-unit">
        <input
          id={props.id}
          className="input"
          type="number"
          inputMode="decimal"
          min={props.min}
          max={props.max}
          step={props.step}
          aria-describedby={`${props.id}-hint`}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
        <span>{props.unit}</span>
      </div>
    </Field>
  );
}

/** A day up to today; empty when not told. */
export function DateField(props: FieldProps & { readonly max: string }) {
  return (
    <Field {...props}>
      <input
        id={props.id}
        className="input"
        type="date"
        max={props.max}
        aria-describedby={`${props.id}-hint`}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </Field>
  );
}

/** One of many; the empty value stands for not told. */
export function SelectField(props: FieldProps & { readonly none: string; readonly options: readonly string[] }) {
  return (
    <Field {...props}>
      <select
        id={props.id}
        className="input"
        aria-describedby={`${props.id}-hint`}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        <option value="">{props.none}</option>
        {props.options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    </Field>
  );
}

/** Yes, no, or not told. */
export function YesNoField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: boolean | null;
  readonly onChange: (value: boolean | null) => void;
}) {
  const chosen = props.value === null ? 'unknown' : props.value ? 'yes' : 'no';
  return (
    <div className="field">
      <ChoiceRow
        legend={props.label}
        options={words.settings.yesNo}
        value={chosen}
        onChange={(answer) => props.onChange(answer === 'unknown' ? null : answer === 'yes')}
      />
      <p className="field-hint">{props.hint}</p>
    </div>
  );
}
