import { Failed, Loading } from '../../../components/states.tsx';
import { shortDayYear } from '../../../lib/dates.ts';
import { distance } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { useEmptyTrash, useRestoreRun, useTrash } from '../api/trash.ts';
import { AskFirst } from './ask-first.tsx';

const text = words.imports.trash;

function TrashRows() {
  const { units } = usePreferences();
  const trash = useTrash();
  const restore = useRestoreRun();
  const empty = useEmptyTrash();
  if (trash.isPending) return <Loading what={text.what} heights={[40, 40]} />;
  if (trash.isError) return <Failed error={trash.error} onRetry={() => void trash.refetch()} />;
  if (trash.data.length === 0) return <p className="quiet">{text.none}</p>;
  return (
    <>
      <ul className="import-files trash-rows">
        {trash.data.map((run) => (
          <li key={run.id}>
            <span className="import-file-name">
              {shortDayYear(run.startedAt)} · {distance(run.distanceM, units)} · {run.name}
            </span>
            <button
              type="button"
              className="link-button small"
              aria-label={text.restoreLabel(run.name)}
              disabled={restore.isPending}
              onClick={() => restore.mutate(run.id)}
            >
              {text.restore}
            </button>
            <span className="import-file-reason quiet small">{text.gone(shortDayYear(run.goneAt))}</span>
          </li>
        ))}
      </ul>
      <AskFirst
        name={text.empty}
        question={text.emptyAsk(trash.data.length)}
        yes={text.emptyYes}
        no={text.emptyNo}
        isBusy={empty.isPending}
        error={empty.error}
        onYes={() => empty.mutate()}
      />
    </>
  );
}

/** Deleted runs, each with its way back. */
export function TrashSection() {
  return (
    <section className="section" id="trash" aria-labelledby="trash-title">
      <h2 id="trash-title">{text.title}</h2>
      <TrashRows />
    </section>
  );
}
