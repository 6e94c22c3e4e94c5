import type { Report } from '#core';
import { words } from '../../../lib/words.ts';
import { useSetCadenceUnit } from '../api/set-cadence-unit.ts';

const text = words.report.fine;

/** How the file's cadence was read, and the switch for a runner whose cadence came out half or double. */
export function CadenceRule(props: { readonly reading: Report['cadenceReading']; readonly id: string }) {
  const { reading } = props;
  const flip = useSetCadenceUnit(props.id);
  if (!reading) return null;
  const other = reading.unit === 'strides' ? 'steps' : 'strides';
  return (
    <div>
      <h3>{text.cadence}</h3>
      <p>{reading.explanation}</p>
      <div className="row screen-only" style={{ marginTop: 10 }}>
        <button
          type="button"
          className="button button-small"
          disabled={flip.isPending}
          onClick={() => flip.mutate(other)}
        >
          {flip.isPending ? text.flipping : text.flip[reading.unit]}
        </button>
        {reading.rule === 'runner' && (
          <button type="button" className="link-button" disabled={flip.isPending} onClick={() => flip.mutate(null)}>
            {text.flipBack}
          </button>
        )}
      </div>
      <p className="quiet small screen-only">{text.flipHint}</p>
      {flip.error && <p role="alert">{flip.error.message}</p>}
    </div>
  );
}
