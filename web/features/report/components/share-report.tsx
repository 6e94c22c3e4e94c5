import { useState } from 'react';
import { words } from '../../../lib/words.ts';

const text = words.report.fine;

function Tick(props: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <label className="switch">
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.target.checked)} />
      {props.label}
    </label>
  );
}

/** Where the page leads who wants to hand the report on. */
export const SHARE_ID = 'share-report';

/** The report as one file to hand on; the shape of the way and logged pain only when asked for. */
export function ShareReport({ id }: { readonly id: string }) {
  const [hasMap, setHasMap] = useState(false);
  const [hasPain, setHasPain] = useState(false);
  const chosen = new URLSearchParams([...(hasMap ? [['map', 'yes']] : []), ...(hasPain ? [['pain', 'yes']] : [])]);
  const query = chosen.size === 0 ? '' : `?${chosen}`;
  return (
    <details className="share" id={SHARE_ID}>
      <summary className="button">{text.share}</summary>
      <div className="share-choices">
        <p className="small">{text.shareIntro}</p>
        <Tick label={text.shareMap} isOn={hasMap} onChange={setHasMap} />
        <p className="quiet small">{text.shareMapNote}</p>
        <Tick label={text.sharePain} isOn={hasPain} onChange={setHasPain} />
        <a className="button button-small" href={`/api/runs/${encodeURIComponent(id)}/report.html${query}`} download>
          {text.shareSave}
        </a>
      </div>
    </details>
  );
}
