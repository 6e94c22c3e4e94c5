import { words } from '../../../lib/words.ts';

const text = words.report.fine;

/** The report as one file to hand on, with or without the shape of the way. */
export function ShareReport({ id }: { readonly id: string }) {
  const address = `/api/runs/${encodeURIComponent(id)}/report.html`;
  return (
    <details className="share">
      <summary className="button">{text.share}</summary>
      <div className="share-choices">
        <p className="small">{text.shareIntro}</p>
        <a className="button button-small" href={address} download>
          {text.sharePlain}
        </a>
        <a className="button button-small" href={`${address}?map=yes`} download>
          {text.shareMap}
        </a>
        <p className="quiet small">{text.shareMapNote}</p>
      </div>
    </details>
  );
}
