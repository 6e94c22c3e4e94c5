import { Link } from 'wouter';
import type { StoredPainEntry } from '#contract/runner';
import { plainDate } from '../../../lib/dates.ts';
import { words } from '../../../lib/words.ts';
import { useDeletePainEntry } from '../api/delete-pain-entry.ts';
import './pain-list.css';

const text = words.pain;
const MOMENTS = ['before', 'during', 'hourAfter', 'nextMorning'] as const;

function EntryRow({ entry }: { readonly entry: StoredPainEntry }) {
  const remove = useDeletePainEntry();
  const date = plainDate(entry.date);
  const scored = MOMENTS.filter((moment) => entry[moment] !== null);
  return (
    <li>
      <p>
        <strong>{date}</strong> · {text.sides[entry.side]}, {text.places[entry.place].toLowerCase()}
        {entry.runId !== null && (
          <>
            {' · '}
            <Link href={`/runs/${entry.runId}`}>{text.openRun}</Link>
          </>
        )}
      </p>
      <button
        type="button"
        className="link-button small"
        aria-label={text.deleteLabel(date)}
        disabled={remove.isPending}
        onClick={() => remove.mutate(entry.id)}
      >
        {text.delete}
      </button>
      <dl className="pain-scores">
        {scored.map((moment) => (
          <div key={moment}>
            <dt>{text.scores[moment]}</dt>
            <dd>{text.outOfTen(entry[moment] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {entry.note !== null && <p className="pain-note">{entry.note}</p>}
    </li>
  );
}

/** All entries, newest first. */
export function PainList({ entries }: { readonly entries: readonly StoredPainEntry[] }) {
  return (
    <ul className="pain-list">
      {entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}
