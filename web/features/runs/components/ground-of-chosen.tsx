import { type FormEvent, useId, useState } from 'react';
import { TELLABLE_GROUNDS, type TellableGround } from '#contract/tellable-grounds';
import { words } from '../../../lib/words.ts';

const text = words.runs.select;

/** Asks what all chosen runs were on, from start to end. */
export function GroundOfChosen(props: {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onTell: (surface: TellableGround) => void;
  readonly onTakeBack: () => void;
}) {
  const [surface, setSurface] = useState<TellableGround>('asphalt');
  const ground = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onTell(surface);
  };
  return (
    <form className="selection-panel" onSubmit={submit}>
      <label htmlFor={ground}>{text.groundOf(props.count)}</label>
      <select
        id={ground}
        className="input"
        value={surface}
        onChange={(event) => setSurface(event.target.value as TellableGround)}
      >
        {TELLABLE_GROUNDS.map((known) => (
          <option key={known} value={known}>
            {words.ground.types[known]}
          </option>
        ))}
      </select>
      <button type="submit" className="button button-small button-main" disabled={props.isBusy}>
        {text.keep}
      </button>
      <button type="button" className="link-button" disabled={props.isBusy} onClick={props.onTakeBack}>
        {text.takeBack}
      </button>
      <p className="field-hint">{text.groundHint}</p>
    </form>
  );
}
