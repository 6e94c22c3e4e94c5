import { useState } from 'react';
import type { ImportCore } from '#contract/imports';
import { ReadingProgress } from '../../../components/reading-progress.tsx';
import { longMoment } from '../../../lib/dates.ts';
import { words } from '../../../lib/words.ts';
import { useChangeImport, useUpdating } from '../api/imports.ts';
import { AskFirst } from './ask-first.tsx';
import { ImportFiles } from './import-files.tsx';

const text = words.imports;
const OUTCOMES = ['imported', 'same-run', 'duplicate', 'not-a-run', 'not-an-activity', 'cancelled', 'failed'] as const;

/** One import: when, what came of it, and what can be done about it. */
export function ImportRow({ of }: { readonly of: ImportCore }) {
  const change = useChangeImport(of.id);
  const reportsLeft = useUpdating().data ?? 0;
  const [isOpen, setIsOpen] = useState(false);
  const when = longMoment(of.createdAt);
  const outcomes = OUTCOMES.filter((state) => of.counts[state] > 0).map((state) =>
    text.outcomes[state](of.counts[state]),
  );
  return (
    <li className="import-row">
      <h2>{of.sources.length > 0 ? of.sources.slice(0, 3).join(', ') : text.ofFiles(of.expected)}</h2>
      <p className="quiet small">
        {when} · {text.origins[of.origin]}
      </p>
      {outcomes.length > 0 && <p>{outcomes.join(', ')}</p>}
      {of.undoneAt !== null && of.runs === 0 && <p className="quiet">{text.undone}</p>}
      {of.state === 'working' && <ReadingProgress of={of} reportsLeft={reportsLeft} />}
      <div className="row">
        <a className="small" href={`/api/imports/${of.id}/files.csv`} aria-label={text.listLabel(when)} download>
          {text.list}
        </a>
        {of.state === 'working' && (
          <button type="button" className="link-button small" onClick={() => change.mutate('cancel')}>
            {text.cancel}
          </button>
        )}
        {of.runs > 0 && (
          <AskFirst
            name={text.undo}
            label={text.undoLabel(when)}
            question={text.undoAsk(of.runs)}
            yes={text.undoYes}
            no={text.undoNo}
            isBusy={change.isPending}
            error={change.error}
            onYes={() => change.mutate('undo')}
          />
        )}
      </div>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{text.files}</summary>
        {isOpen && <ImportFiles id={of.id} />}
      </details>
    </li>
  );
}
