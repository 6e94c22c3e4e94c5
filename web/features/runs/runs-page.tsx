import { useState } from 'react';
import { Failed, Loading } from '../../components/states.tsx';
import { words } from '../../lib/words.ts';
import { useCreateImport } from './api/create-import.ts';
import { useCreateSampleImport } from './api/create-sample-import.ts';
import { useRuns } from './api/get-runs.ts';
import { useWatchedImport } from './api/watch-import.ts';
import { DropArea } from './components/drop-area.tsx';
import { ImportProgress } from './components/import-progress.tsx';
import { RunList } from './components/run-list.tsx';
import { Start } from './components/start.tsx';

/** The import being watched outlives a look at another page, for the time of the tab. */
const IMPORT_KEY = 'kneewise.import';

function useCurrentImport() {
  const [id, setId] = useState(() => sessionStorage.getItem(IMPORT_KEY));
  const change = (next: string | null) => {
    if (next === null) sessionStorage.removeItem(IMPORT_KEY);
    else sessionStorage.setItem(IMPORT_KEY, next);
    setId(next);
  };
  return [id, change] as const;
}

/** Start, upload with progress, and the list of runs. */
export function RunsPage() {
  const runs = useRuns();
  const [importId, setImportId] = useCurrentImport();
  const watched = useWatchedImport(importId);
  const create = useCreateImport();
  const sample = useCreateSampleImport();
  const isSending = create.isPending || sample.isPending;
  const onSuccess = ({ id }: { readonly id: string }) => setImportId(id);

  const addFiles = (files: readonly File[]) => create.mutate(files, { onSuccess });
  const addSample = () => sample.mutate(undefined, { onSuccess });
  const problem = create.error ?? sample.error;

  const sending = create.isPending
    ? words.runs.import.sending(create.variables.length)
    : words.runs.import.sendingSample;
  const progress = (isSending || importId !== null) && (
    <ImportProgress
      progress={isSending ? null : watched.progress}
      sending={sending}
      isLost={watched.isLost}
      onClose={() => setImportId(null)}
    />
  );
  const failure = problem && !isSending && <Failed error={problem} />;

  if (runs.isPending) return <Loading what={words.runs.list.what} heights={[48, 72, 56, 56, 56, 56, 56]} />;
  if (runs.isError) return <Failed error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data.length === 0) {
    const drop = (
      <div className="stack">
        <DropArea size="big" onFiles={addFiles} />
        {progress}
        {failure}
      </div>
    );
    return <Start drop={drop} onSample={addSample} isBusy={isSending || watched.progress?.state === 'working'} />;
  }
  return (
    <div className="stack">
      <h1>{words.runs.title}</h1>
      <DropArea size="small" onFiles={addFiles} />
      {progress}
      {failure}
      <RunList runs={runs.data} />
    </div>
  );
}
