import { useEffect, useId, useRef, useState } from 'react';
import type { RunSummary } from '#contract/runs';
import type { TellableGround } from '#contract/tellable-grounds';
import { words } from '../../../lib/words.ts';
import { useDownloadRuns, useTellGroundOfRuns, useUntellGroundOfRuns } from '../api/chosen-runs.ts';
import { type DoneSoFar, useDeleteRuns, useRestoreRuns } from '../api/delete-runs.ts';
import { GroundOfChosen } from './ground-of-chosen.tsx';
import './selection-bar.css';

const text = words.runs.select;

/** What came of the last thing that was done, and how to take it back. */
interface Told {
  readonly words: string;
  readonly undo?: () => void;
}

/** Everything that can be done with the chosen runs, and what came of it. */
function useActions(ids: readonly string[], onDeleted: () => void) {
  const [told, setTold] = useState<Told | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const all = {
    files: useDownloadRuns('originals'),
    table: useDownloadRuns('table'),
    tell: useTellGroundOfRuns(),
    untell: useUntellGroundOfRuns(),
    remove: useDeleteRuns(),
    restore: useRestoreRuns(),
  };
  const begin = () => {
    setTold(null);
    setFailure(null);
  };
  const count = ids.length;
  const onError = setFailure;
  /** Of what goes run by run a part may be done, which can be undone as well. */
  const partly = (done: DoneSoFar, toldOfDone: Told) => {
    setFailure(done.error);
    setTold(done.ids.length > 0 ? toldOfDone : null);
  };
  const takeBack = (ofIds: readonly string[]) => {
    begin();
    const onSuccess = ({ runs }: { readonly runs: number }) =>
      setTold({ words: runs === 0 ? text.nothingTold : text.untold(runs) });
    all.untell.mutate({ ids: [...ofIds] }, { onSuccess, onError });
  };
  const restore = (ofIds: readonly string[]) => {
    begin();
    const onSuccess = (done: DoneSoFar) => partly(done, { words: text.restored(done.ids.length) });
    all.restore.mutate(ofIds, { onSuccess, onError });
  };
  return {
    told,
    failure,
    isPacking: all.files.isPending,
    isDeleting: all.remove.isPending,
    isBusy: Object.values(all).some(({ isPending }) => isPending),
    download(what: 'files' | 'table') {
      begin();
      const onSuccess = () => setTold({ words: what === 'files' ? text.filesDone(count) : text.tableDone(count) });
      all[what].mutate({ ids: [...ids] }, { onSuccess, onError });
    },
    tell(surface: TellableGround) {
      begin();
      const said = text.told(count, words.ground.types[surface] ?? surface);
      const onSuccess = () => setTold({ words: said, undo: () => takeBack(ids) });
      all.tell.mutate({ ids: [...ids], surface }, { onSuccess, onError });
    },
    takeBack: () => takeBack(ids),
    remove() {
      begin();
      const onSuccess = (done: DoneSoFar) => {
        partly(done, { words: text.deleted(done.ids.length), undo: () => restore(done.ids) });
        onDeleted();
      };
      all.remove.mutate(ids, { onSuccess, onError });
    },
  };
}

/**
 * What can be done with several chosen runs at once.
 *
 * @param runs - those on the list now; all of them can be chosen with one press
 * @param selected - ids, also of runs that the filter has left out since
 */
export function SelectionBar(props: {
  readonly runs: readonly RunSummary[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onStop: () => void;
}) {
  const { runs, selected, onSelect } = props;
  const [panel, setPanel] = useState<'ground' | 'delete' | null>(null);
  const panelId = useId();
  const bar = useRef<HTMLElement>(null);
  // The button that opened it has gone, and so has what had the focus in a panel that closes.
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const close = () => {
    setPanel(null);
    bar.current?.focus({ preventScroll: true });
  };
  const actions = useActions([...selected], () => onSelect(new Set()));
  const isIdle = selected.size === 0 || actions.isBusy;
  const toggle = (name: 'ground' | 'delete') => (
    <button
      type="button"
      className="button button-small"
      aria-expanded={panel === name}
      aria-controls={panelId}
      disabled={isIdle}
      onClick={() => setPanel(panel === name ? null : name)}
    >
      {text[name]}
    </button>
  );
  return (
    <section ref={bar} className="selection-bar screen-only" tabIndex={-1} aria-label={text.label}>
      <div className="selection-head">
        <strong aria-live="polite">{text.count(selected.size)}</strong>
        <button type="button" className="link-button" onClick={() => onSelect(new Set(runs.map((run) => run.id)))}>
          {text.all(runs.length)}
        </button>
        {selected.size > 0 && (
          <button type="button" className="link-button" onClick={() => onSelect(new Set())}>
            {text.none}
          </button>
        )}
        <button type="button" className="link-button selection-stop" onClick={props.onStop}>
          {text.stop}
        </button>
      </div>
      <div className="selection-actions">
        <button
          type="button"
          className="button button-small"
          disabled={isIdle}
          onClick={() => actions.download('files')}
        >
          {actions.isPacking ? text.packing : text.files}
        </button>
        <button
          type="button"
          className="button button-small"
          disabled={isIdle}
          onClick={() => actions.download('table')}
        >
          {text.table}
        </button>
        {toggle('ground')}
        {toggle('delete')}
      </div>
      <div id={panelId} hidden={panel === null || selected.size === 0}>
        {panel === 'ground' && (
          <GroundOfChosen
            count={selected.size}
            isBusy={actions.isBusy}
            onTell={(surface) => {
              close();
              actions.tell(surface);
            }}
            onTakeBack={() => {
              close();
              actions.takeBack();
            }}
          />
        )}
        {panel === 'delete' && (
          <div className="selection-panel">
            <span>{text.ask(selected.size)}</span>
            <button
              type="button"
              className="button button-small button-main"
              disabled={actions.isBusy}
              onClick={() => {
                close();
                actions.remove();
              }}
            >
              {text.yes}
            </button>
            <button type="button" className="button button-small" onClick={close}>
              {text.no}
            </button>
          </div>
        )}
      </div>
      <div className="row selection-told">
        <span role="status">{actions.isDeleting ? text.deleting : actions.told?.words}</span>
        {actions.told?.undo && (
          <button type="button" className="button button-small" disabled={actions.isBusy} onClick={actions.told.undo}>
            {text.undo}
          </button>
        )}
        {actions.failure && <span role="alert">{actions.failure.message}</span>}
      </div>
    </section>
  );
}
