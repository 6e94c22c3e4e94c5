import { useState } from 'react';

/** A button that asks once before it does what is not done by accident. */
export function AskFirst(props: {
  readonly name: string;
  readonly label?: string;
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly onYes: () => void;
}) {
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <button type="button" className="link-button small" aria-label={props.label} onClick={() => setIsAsking(true)}>
        {props.name}
      </button>
    );
  }
  return (
    <div className="ask-first form-message row" role="alert">
      <p>{props.error?.message ?? props.question}</p>
      <button type="button" className="button button-main" disabled={props.isBusy} onClick={props.onYes}>
        {props.yes}
      </button>
      <button type="button" className="button" onClick={() => setIsAsking(false)}>
        {props.no}
      </button>
    </div>
  );
}
