import { words } from '../../../lib/words.ts';
import { type StretchPhase, useStretch } from './use-stretch.ts';
import './stretch-timer.css';

const text = words.care.timer;

function sentence(phase: StretchPhase, holdS: number, repeats: number): string {
  switch (phase.kind) {
    case 'ready':
      return text.ready(holdS, repeats);
    case 'hold':
      return text.hold(phase.round, repeats);
    case 'rest':
      return text.rest;
    case 'done':
      return text.done;
  }
}

/** Counts the holds of one stretch. */
export function StretchTimer(props: { readonly holdS: number; readonly repeats: number; readonly label: string }) {
  const { holdS, repeats } = props;
  const { phase, isRunning, start, stop } = useStretch(holdS, repeats);
  const secondsLeft = 'secondsLeft' in phase ? phase.secondsLeft : null;
  const doneRounds =
    phase.kind === 'done' ? repeats : 'round' in phase ? phase.round - (phase.kind === 'hold' ? 1 : 0) : 0;
  const button = isRunning ? text.stop : phase.kind === 'done' ? text.again : text.start;
  return (
    <div className={`stretch-timer stretch-${phase.kind}`}>
      <p className="stretch-count" aria-hidden="true">
        {secondsLeft === null ? text.seconds(holdS) : text.seconds(secondsLeft)}
      </p>
      <div className="stretch-words">
        <p role="status">{sentence(phase, holdS, repeats)}</p>
        <p className="stretch-rounds" aria-hidden="true">
          {Array.from({ length: repeats }, (_, round) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the dots are interchangeable and never move.
            <span key={round} className={round < doneRounds ? 'stretch-dot stretch-dot-on' : 'stretch-dot'} />
          ))}
        </p>
      </div>
      <button
        type="button"
        className="button"
        aria-label={`${button}: ${props.label}`}
        onClick={isRunning ? stop : start}
      >
        {button}
      </button>
    </div>
  );
}
