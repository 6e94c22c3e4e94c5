import { useState } from 'react';
import { Link } from 'wouter';
import { Failed, Loading } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useImportFiles, useTreatAsRun } from '../api/imports.ts';

const text = words.imports;
/** Rows that are drawn at once; a whole account has thousands. */
const ROWS_AT_ONCE = 200;

/** What became of each file of an import. */
export function ImportFiles({ id }: { readonly id: string }) {
  const files = useImportFiles(id, true);
  const treat = useTreatAsRun(id);
  const [most, setMost] = useState(ROWS_AT_ONCE);
  if (files.isPending) return <Loading what={text.filesWhat} heights={[40, 40, 40]} />;
  if (files.isError) return <Failed error={files.error} onRetry={() => void files.refetch()} />;
  return (
    <>
      <ul className="import-files">
        {files.data.slice(0, most).map((file) => (
          <li key={file.id}>
            <span className="import-file-name">{file.name}</span>
            {file.runId === null ? (
              <span className="quiet small">{text.state[file.state]}</span>
            ) : (
              <Link href={`/runs/${file.runId}`} className="small" aria-label={`${text.openRun}: ${file.name}`}>
                {text.state[file.state]}
              </Link>
            )}
            {file.reason !== null && (
              <span className="import-file-reason quiet small">
                {file.reason}{' '}
                {file.mayBeRun && (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={`${text.itWasARun}: ${file.name}`}
                    disabled={treat.isPending}
                    onClick={() => treat.mutate(file.id)}
                  >
                    {text.itWasARun}
                  </button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {files.data.length > most && (
        <button type="button" className="button button-small" onClick={() => setMost(most + ROWS_AT_ONCE)}>
          {text.more(files.data.length - most)}
        </button>
      )}
    </>
  );
}
