import { type FormEvent, useState } from 'react';
import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { usePutWatchFolder, useWatchFolder } from '../api/data.ts';

const text = words.data;

/** Which folder is watched. */
export function WatchForm() {
  const watched = useWatchFolder();
  const put = usePutWatchFolder();
  const [typed, setTyped] = useState<string | null>(null);
  if (watched.isPending) return <Loading what={text.watchWhat} heights={[72]} />;
  if (watched.isError) return <Failed error={watched.error} onRetry={() => void watched.refetch()} />;
  const { path, setBy, problem } = watched.data;
  const isFixed = setBy === 'environment';
  const save = (event: FormEvent) => {
    event.preventDefault();
    put.mutate((typed ?? path ?? '').trim() || null);
  };
  const told = put.error?.message ?? problem ?? (put.isSuccess ? text.saved : isFixed ? text.watchFixed : null);
  return (
    <form className="field" onSubmit={save}>
      <label htmlFor="watch-folder">{text.watch}</label>
      <span className="field-hint">{text.watchHint}</span>
      <input
        id="watch-folder"
        className="input"
        value={typed ?? path ?? ''}
        disabled={isFixed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <p role="status">{told}</p>
      {!isFixed && (
        <div className="row">
          <button type="submit" className="button" disabled={put.isPending}>
            {text.save}
          </button>
        </div>
      )}
    </form>
  );
}
