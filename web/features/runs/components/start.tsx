import type { ReactNode } from 'react';
import { words } from '../../../lib/words.ts';
import './start.css';

/** The page before the first run: one sentence, the drop area, the sample season, and what stays here. */
export function Start(props: { readonly drop: ReactNode; readonly onSample: () => void; readonly isBusy: boolean }) {
  return (
    <div className="start">
      <div className="stack">
        <h1>{words.runs.pitch}</h1>
        <p className="lede quiet">{words.runs.pitchDetail}</p>
      </div>
      {props.drop}
      <div className="start-sample">
        <button type="button" className="button" onClick={props.onSample} disabled={props.isBusy}>
          {words.runs.sample}
        </button>
        <p className="quiet small">{words.runs.sampleDetail}</p>
      </div>
      <section className="start-private" aria-labelledby="private-title">
        <h2 id="private-title">{words.runs.privacyTitle}</h2>
        <ul>
          {words.runs.privacy.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
