import { type FormEvent, useState } from 'react';
import type { NewToldGround, ToldGrounds } from '#contract/ground';
import { TELLABLE_GROUNDS } from '#contract/tellable-grounds';
import type { Report } from '#core';
import { metresPerUnit, stretch, type Units } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { useTellGround, useToldGround, useUntellGround } from '../api/told-ground.ts';
import { PaintStrip } from './paint-strip.tsx';
import type { Stretch } from './select-stretch.ts';

const text = words.ground;

/** What was told, each with the way to take it back. */
function ToldList({ id, units }: { readonly id: string; readonly units: Units }) {
  const told = useToldGround(id);
  const untell = useUntellGround(id);
  if (!told.data || told.data.stretches.length === 0) return null;
  return (
    <ul className="told-list">
      {told.data.stretches.map(({ id: stretchId, surface, fromM, toM }) => {
        const ground = text.types[surface] ?? surface;
        const where = stretch(fromM, toM, units);
        return (
          <li key={stretchId} className="row">
            <span>{text.told(ground, where)}</span>
            <button
              type="button"
              className="button"
              aria-label={text.takeBackLabel(ground, where)}
              disabled={untell.isPending}
              onClick={() => untell.mutate(stretchId)}
            >
              {text.takeBack}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What was just kept, and how to take it back at once. */
function Undo(props: {
  readonly id: string;
  readonly units: Units;
  readonly stretch: ToldGrounds['stretches'][number] | undefined;
  readonly onDone: () => void;
}) {
  const { stretch: last, units } = props;
  const untell = useUntellGround(props.id);
  if (!last) return null;
  const kept = text.kept(text.types[last.surface] ?? last.surface, stretch(last.fromM, last.toM, units));
  return (
    <p className="row">
      <span role="status">{untell.error?.message ?? kept}</span>
      <button
        type="button"
        className="button"
        disabled={untell.isPending}
        onClick={() => untell.mutate(last.id, { onSuccess: props.onDone })}
      >
        {text.undo}
      </button>
    </p>
  );
}

/** Lets the runner name the ground of a stretch, chosen by dragging or by its distances. */
export function TellGround({
  id,
  units,
  lengthM,
  segments,
}: {
  readonly id: string;
  readonly units: Units;
  readonly lengthM: number;
  readonly segments: Report['segments']['surface'];
}) {
  const tell = useTellGround(id);
  const [surface, setSurface] = useState<NewToldGround['surface']>('asphalt');
  const [from, setFrom] = useState('0');
  const [to, setTo] = useState((lengthM / metresPerUnit(units)).toFixed(1));
  const [fromM, toM] = [Number(from) * metresPerUnit(units), Number(to) * metresPerUnit(units)];
  const isInOrder = fromM >= 0 && toM > fromM;
  const select = (chosen: Stretch) => {
    setFrom((chosen.fromM / metresPerUnit(units)).toFixed(2));
    setTo((chosen.toM / metresPerUnit(units)).toFixed(2));
    tell.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isInOrder) tell.mutate({ surface, fromM, toM });
  };
  return (
    <details className="screen-only">
      <summary>{text.tell}</summary>
      <p className="quiet">{text.tellHint}</p>
      <ToldList id={id} units={units} />
      <PaintStrip
        segments={segments}
        lengthM={lengthM}
        stretch={isInOrder ? { fromM, toM } : { fromM: 0, toM: 0 }}
        onSelect={select}
      />
      <form className="row tell-ground-form" onSubmit={submit}>
        <label className="field">
          {text.surface}
          <select
            className="input"
            value={surface}
            onChange={(event) => setSurface(event.target.value as NewToldGround['surface'])}
          >
            {TELLABLE_GROUNDS.map((ground) => (
              <option key={ground} value={ground}>
                {text.types[ground]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {text.from(units)}
          <input
            className="input"
            type="number"
            min="0"
            step="any"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        </label>
        <label className="field">
          {text.to(units)}
          <input
            className="input"
            type="number"
            min="0"
            step="any"
            required
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={!isInOrder || tell.isPending}>
          {text.save}
        </button>
      </form>
      <p role="status">{tell.error?.message ?? (isInOrder ? null : text.order)}</p>
      {tell.data && <Undo id={id} units={units} stretch={tell.data.stretches.at(-1)} onDone={() => tell.reset()} />}
    </details>
  );
}
