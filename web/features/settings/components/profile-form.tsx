import { type FormEvent, useState } from 'react';
import type { RunnerProfile } from '#contract/runner';
import { words } from '../../../lib/words.ts';
import { usePutProfile } from '../api/put-profile.ts';

const text = words.settings;
const CM_PER_M = 100;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function NumberField(
  props: FieldProps & { readonly unit: string; readonly min: number; readonly max: number; readonly step: number },
) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
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
      <p className="field-hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    </div>
  );
}

function DateField(props: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={props.id}>{props.label}</label>
      <input
        id={props.id}
        className="input"
        type="date"
        aria-describedby={`${props.id}-hint`}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <p className="field-hint" id={`${props.id}-hint`}>
        {props.hint}
      </p>
    </div>
  );
}

const numberOrNull = (value: string): number | null => (value.trim() === '' ? null : Number(value));
const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** Body, experience and injuries; an empty field means not told. */
export function ProfileForm({ profile }: { readonly profile: RunnerProfile }) {
  const [heightCm, setHeightCm] = useState(
    textOf(profile.heightM === null ? null : Math.round(profile.heightM * CM_PER_M)),
  );
  const [massKg, setMassKg] = useState(textOf(profile.bodyMassKg));
  const [years, setYears] = useState(textOf(profile.runningYears));
  const [knee, setKnee] = useState(profile.lastKneeInjury ?? '');
  const [other, setOther] = useState(profile.lastOtherInjury ?? '');
  const put = usePutProfile();

  const save = (event: FormEvent) => {
    event.preventDefault();
    const height = numberOrNull(heightCm);
    put.mutate({
      heightM: height === null ? null : height / CM_PER_M,
      bodyMassKg: numberOrNull(massKg),
      runningYears: numberOrNull(years),
      lastKneeInjury: knee === '' ? null : knee,
      lastOtherInjury: other === '' ? null : other,
    });
  };
  return (
    <form className="settings-form" onSubmit={save} onChange={() => put.reset()}>
      <NumberField
        id="height"
        label={text.height}
        hint={text.heightHint}
        unit={text.unitCm}
        min={100}
        max={250}
        step={1}
        value={heightCm}
        onChange={setHeightCm}
      />
      <NumberField
        id="mass"
        label={text.mass}
        hint={text.massHint}
        unit={text.unitKg}
        min={25}
        max={300}
        step={0.1}
        value={massKg}
        onChange={setMassKg}
      />
      <NumberField
        id="years"
        label={text.years}
        hint={text.yearsHint}
        unit={text.unitYears}
        min={0}
        max={100}
        step={0.5}
        value={years}
        onChange={setYears}
      />
      <DateField id="knee-injury" label={text.kneeInjury} hint={text.kneeInjuryHint} value={knee} onChange={setKnee} />
      <DateField
        id="other-injury"
        label={text.otherInjury}
        hint={text.otherInjuryHint}
        value={other}
        onChange={setOther}
      />
      <div className="row settings-save">
        <button type="submit" className="button button-main" disabled={put.isPending}>
          {put.isPending ? text.saving : text.save}
        </button>
        <p role="status">{put.error?.message ?? (put.isSuccess ? text.saved : null)}</p>
      </div>
    </form>
  );
}
