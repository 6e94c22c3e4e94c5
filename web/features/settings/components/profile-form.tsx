import { type FormEvent, useState } from 'react';
import type { RunnerProfile } from '#contract/runner';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { BODY_MEASURES, toSi, typed } from '../../../lib/body-measures.ts';
import { localDate } from '../../../lib/dates.ts';
import type { Units } from '../../../lib/format.ts';
import { usePutProfile } from '../../../lib/profile.ts';
import { words } from '../../../lib/words.ts';
import { DateField, NumberField, SelectField, YesNoField } from './profile-fields.tsx';

const text = words.settings;

const numberOrNull = (value: string): number | null => (value.trim() === '' ? null : Number(value));
const textOrNull = (value: string): string | null => (value === '' ? null : value);
const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** The fields as typed; an empty one is not told. */
function toDraft({ heightM, bodyMassKg, runningYears, strengthDaysPerWeek, ...profile }: RunnerProfile) {
  return {
    ...profile,
    height: typed(heightM, BODY_MEASURES[profile.units].height),
    mass: typed(bodyMassKg, BODY_MEASURES[profile.units].mass),
    years: textOf(runningYears),
    strengthDays: textOf(strengthDaysPerWeek),
    lastKneeInjury: profile.lastKneeInjury ?? '',
    lastOtherInjury: profile.lastOtherInjury ?? '',
    timeZone: profile.timeZone ?? '',
  };
}

type Draft = ReturnType<typeof toDraft>;

function toProfile({ height, mass, years, strengthDays, ...draft }: Draft): RunnerProfile {
  const measures = BODY_MEASURES[draft.units];
  return {
    ...draft,
    heightM: toSi(height, measures.height),
    bodyMassKg: toSi(mass, measures.mass),
    runningYears: numberOrNull(years),
    strengthDaysPerWeek: numberOrNull(strengthDays),
    lastKneeInjury: textOrNull(draft.lastKneeInjury),
    lastOtherInjury: textOrNull(draft.lastOtherInjury),
    timeZone: textOrNull(draft.timeZone),
  };
}

/** Body, experience, injuries, habits and units; an empty field means not told. */
export function ProfileForm({ profile }: { readonly profile: RunnerProfile }) {
  const [draft, setDraft] = useState(() => toDraft(profile));
  const put = usePutProfile();
  const today = localDate(new Date());
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    put.reset();
  };
  const changeUnits = (units: Units) => {
    const { heightM, bodyMassKg } = toProfile(draft);
    const { height, mass } = BODY_MEASURES[units];
    change({ units, height: typed(heightM, height), mass: typed(bodyMassKg, mass) });
  };
  const measures = BODY_MEASURES[draft.units];
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate(toProfile(draft));
  };
  const number = (name: 'height' | 'mass' | 'years' | 'strengthDays') => ({
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  const answer = (name: 'hasFlatFeet' | 'hasMisalignedJoints' | 'wearsArchSupports') => ({
    value: draft[name],
    onChange: (value: boolean | null) => change({ [name]: value }),
  });
  const day = (name: 'lastKneeInjury' | 'lastOtherInjury') => ({
    max: today,
    value: draft[name],
    onChange: (value: string) => change({ [name]: value }),
  });
  return (
    <form className="settings-form" onSubmit={save}>
      <div className="field">
        <ChoiceRow legend={text.units} options={text.unitNames} value={draft.units} onChange={changeUnits} />
        <p className="field-hint">{text.unitsHint}</p>
      </div>
      <SelectField
        id="time-zone"
        label={text.timeZone}
        hint={text.timeZoneHint}
        none={text.timeZoneNone}
        options={Intl.supportedValuesOf('timeZone')}
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
      />
      <NumberField
        {...{ id: 'height', label: text.height, hint: text.heightHint, ...measures.height }}
        {...number('height')}
      />
      <NumberField {...{ id: 'mass', label: text.mass, hint: text.massHint, ...measures.mass }} {...number('mass')} />
      <NumberField
        {...{
          id: 'years',
          label: text.years,
          hint: text.yearsHint,
          unit: text.unitYears,
          min: 0,
          max: 100,
          step: 0.5,
        }}
        {...number('years')}
      />
      <NumberField
        {...{ id: 'strength', label: text.strength, hint: text.strengthHint, unit: text.unitDays }}
        {...{ min: 0, max: 7, step: 1 }}
        {...number('strengthDays')}
      />
      <DateField id="knee-injury" label={text.kneeInjury} hint={text.kneeInjuryHint} {...day('lastKneeInjury')} />
      <DateField id="other-injury" label={text.otherInjury} hint={text.otherInjuryHint} {...day('lastOtherInjury')} />
      <YesNoField label={text.flatFeet} hint={text.flatFeetHint} {...answer('hasFlatFeet')} />
      <YesNoField label={text.joints} hint={text.jointsHint} {...answer('hasMisalignedJoints')} />
      <YesNoField label={text.supports} hint={text.supportsHint} {...answer('wearsArchSupports')} />
      <div className="row settings-save">
        <button type="submit" className="button button-main" disabled={put.isPending}>
          {put.isPending ? text.saving : text.save}
        </button>
        <p role="status">{put.error?.message ?? (put.isSuccess ? text.saved : null)}</p>
      </div>
    </form>
  );
}
