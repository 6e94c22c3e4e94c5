import { useEffect, useState } from 'react';
import { Failed, Loading } from '../../components/states.tsx';
import { words } from '../../lib/words.ts';
import { useCreateImport } from './api/create-import.ts';
import { useCreateSampleImport } from './api/create-sample-import.ts';
import { useRuns } from './api/get-runs.ts';
import { useWatchedImport, type WatchedImport } from './api/watch-import.ts';
import type { FoundFile } from './collect-files.ts';
import { DropArea } from './components/drop-area.tsx';
import { ImportProgress } from './components/import-progress.tsx';
import { RunList } from './components/run-list.tsx';
import { Start } from './components/start.tsx';

/** An import under way, and one that refused files, outlives a look at another page, for the time of the tab. */
const IMPORT_KEY = 'kneewise.import';

/** Whether there is nothing left to read about an import once the reader looks elsewhere. */
function isToldOf({ progress, isGone }: WatchedImport): boolean {
  const refused = (progress?.counts.failed ?? 0) + (progress?.counts['not-a-run'] ?? 0);
  return isGone || (progress?.state === 'done' && refused === 0);
}

function useCurrentImport() {
  const [id, setId] = useState(() => sessionStorage.getItem(IMPORT_KEY));
  const watched = useWatchedImport(id);
  const isTold = isToldOf(watched);
  useEffect(() => {
    if (id === null || isTold) sessionStorage.removeItem(IMPORT_KEY);
    else sessionStorage.setItem(IMPORT_KEY, id);
  }, [id, isTold]);
  return { id: watched.isGone ? null : id, setId, watched };
}

/** Start, upload with progress, and the list of runs. */
export function RunsPage() {
  const runs = useRuns();
  const { id: importId, setId: setImportId, watched } = useCurrentImport();
  const create = useCreateImport();
  const sample = useCreateSampleImport();
  const isSending = create.isPending || sample.isPending;
  const [isBegunHere, setIsBegunHere] = useState(false);
  const onSuccess = ({ id }: { readonly id: string }) => {
    setIsBegunHere(true);
    setImportId(id);
  };

  const addFiles = (files: readonly FoundFile[]) => create.mutate(files, { onSuccess });
  const addSample = () => sample.mutate(undefined, { onSuccess });
  const problem = create.error ?? sample.error;

  const sending = create.isPending
    ? words.runs.import.sending(create.variables.length)
    : words.runs.import.sendingSample;
  const progress = (isSending || importId !== null) && (
    <ImportProgress
      progress={isSending ? null : watched.progress}
      sending={sending}
      sentShare={create.isPending ? create.sentShare : null}
      isLost={watched.isLost}
      onClose={() => setImportId(null)}
      onReadAgain={watched.watchAgain}
    />
  );
  const failure = problem && !isSending && <Failed error={problem} />;

  if (runs.isPending) return <Loading what={words.runs.list.what} heights={[48, 72, 56, 56, 56, 56, 56]} />;
  if (runs.isError) return <Failed error={runs.error} onRetry={() => void runs.refetch()} />;
  // The list takes the start page's place as soon as files are on their way: were it to wait for the first run, the progress
  // would jump away under the pointer.
  const imported = watched.progress?.counts.imported ?? 0;
  const isReading = watched.progress?.state === 'working';
  const isFilling = isSending || isReading || (isBegunHere && (watched.progress === null || imported > 0));
  if (runs.data.length === 0 && !isFilling) {
    const drop = (
      <div className="stack">
        <DropArea size="big" onFiles={addFiles} />
        {progress}
        {failure}
      </div>
    );
    return <Start drop={drop} onSample={addSample} isBusy={isSending} />;
  }
  return (
    <div className="stack">
      <div className="runs-head">
        <h1>{words.runs.title}</h1>
        <DropArea size="small" onFiles={addFiles} />
      </div>
      {progress}
      {failure}
      {runs.data.length > 0 && <RunList runs={runs.data} />}
    </div>
  );
}
