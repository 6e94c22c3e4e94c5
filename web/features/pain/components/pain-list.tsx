import { Link } from 'wouter';
import type { StoredPainEntry } from '#contract/runner';
import { plainDate } from '../../../lib/dates.ts';
import { words } from '../../../lib/words.ts';
import { useDeletePainEntry } from '../api/delete-pain-entry.ts';
import './pain-list.css';

const text = words.pain;
const MOMENTS = ['before', 'during', 'hourAfter', 'nextMorning'] as const;

interface EntryRowProps {
  readonly entry: StoredPainEntry;
  readonly onOpen: (entry: StoredPainEntry) => void;
}

function EntryRow({ entry, onOpen }: EntryRowProps) {
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
      <p className="pain-actions">
        <button
          type="button"
          className="link-button small"
          aria-label={text.completeLabel(date)}
          onClick={() => onOpen(entry)}
        >
          {text.complete}
        </button>
        <button
          type="button"
          className="link-button small"
          aria-label={text.deleteLabel(date)}
          disabled={remove.isPending}
          onClick={() => remove.mutate(entry.id)}
        >
          {text.delete}
        </button>
      </p>
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
export function PainList(props: {
  readonly entries: readonly StoredPainEntry[];
  readonly onOpen: (entry: StoredPainEntry) => void;
}) {
  return (
    <ul className="pain-list">
      {props.entries.map((entry) => (
        <EntryRow key={entry.id} entry={entry} onOpen={props.onOpen} />
      ))}
    </ul>
  );
}
