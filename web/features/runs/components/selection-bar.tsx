import { useState } from 'react';
import type { RunSummary } from '#contract/runs';
import { words } from '../../../lib/words.ts';
import { useDeleteRuns } from '../api/delete-runs.ts';

const text = words.runs.select;

/**
 * Choosing several runs and deleting them at once.
 *
 * @param runs - those on the list now; all of them can be chosen with one press
 * @param selected - ids; null while nothing is being chosen
 */
export function SelectionBar(props: {
  readonly runs: readonly RunSummary[];
  readonly selected: ReadonlySet<string> | null;
  readonly onSelect: (selected: ReadonlySet<string> | null) => void;
}) {
  const { runs, selected, onSelect } = props;
  const [isAsking, setIsAsking] = useState(false);
  const remove = useDeleteRuns();
  const stop = () => {
    setIsAsking(false);
    onSelect(null);
  };
  if (selected === null) {
    return (
      <button type="button" className="link-button" onClick={() => onSelect(new Set())}>
        {text.begin}
      </button>
    );
  }
  if (isAsking) {
    return (
      <>
        <span>{text.ask(selected.size)}</span>
        <button
          type="button"
          className="button button-small"
          disabled={remove.isPending}
          onClick={() => remove.mutate([...selected], { onSuccess: stop })}
        >
          {remove.isPending ? text.deleting : text.yes}
        </button>
        <button type="button" className="button button-small" onClick={() => setIsAsking(false)}>
          {text.no}
        </button>
        {remove.isError && <span role="alert">{remove.error.message}</span>}
      </>
    );
  }
  return (
    <>
      <span>{text.count(selected.size)}</span>
      <button type="button" className="link-button" onClick={() => onSelect(new Set(runs.map((run) => run.id)))}>
        {text.all(runs.length)}
      </button>
      <button
        type="button"
        className="button button-small"
        disabled={selected.size === 0}
        onClick={() => setIsAsking(true)}
      >
        {text.delete}
      </button>
      <button type="button" className="link-button" onClick={stop}>
        {text.stop}
      </button>
    </>
  );
}
