import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Import, ImportFile, ImportFileState } from '#contract/imports';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { words } from '../../../lib/words.ts';
import { TreatAsRun } from './treat-as-run.tsx';
import './import-progress.css';

const text = words.runs.import;

const REFUSED: readonly ImportFileState[] = ['failed', 'not-a-run'];
const WAITING: readonly ImportFileState[] = ['working', 'queued'];

function FileRow({ file, action }: { readonly file: ImportFile; readonly action?: ReactNode }) {
  const isRefused = REFUSED.includes(file.state);
  return (
    <li>
      <span className="file-name">{file.name}</span>
      {file.runId === null ? (
        <span className="quiet">{text.state[file.state]}</span>
      ) : (
        <Link href={`/runs/${file.runId}`} aria-label={`${text.open}: ${file.name}`}>
          {file.state === 'duplicate' ? text.state.duplicate : text.open}
        </Link>
      )}
      {(isRefused || file.reason !== null) && (
        <span className="file-reason">
          {file.reason ?? text.noReason} {action}
        </span>
      )}
    </li>
  );
}

function FileGroup(props: { readonly title: string; readonly files: readonly ImportFile[]; readonly isOpen: boolean }) {
  if (props.files.length === 0) return null;
  return (
    <details open={props.isOpen}>
      <summary>{props.title}</summary>
      <ul className="import-list">
        {props.files.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
      </ul>
    </details>
  );
}

function RefusedFiles(props: {
  readonly importId: string;
  readonly files: readonly ImportFile[];
  readonly onReadAgain: () => void;
}) {
  const { importId, files, onReadAgain } = props;
  if (files.length === 0) return null;
  return (
    <div>
      <h3>
        <SeverityMark severity="moderate" label={text.refusedTitle(files.length)} />
      </h3>
      <ul className="import-list">
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            action={
              file.mayBeRun && (
                <TreatAsRun importId={importId} fileId={file.id} fileName={file.name} onQueued={onReadAgain} />
              )
            }
          />
        ))}
      </ul>
    </div>
  );
}

/** Groups up to this long stand open; longer ones fold, so that the page does not jump about. */
const OPEN_UP_TO = 5;

/**
 * A drop of files as it is read: refused files first with the reason, then what waits, then what was added.
 *
 * @param progress - null while the files are still on their way to the server
 * @param onReadAgain - a refused file is being read again as a run
 */
export function ImportProgress(props: {
  readonly progress: Import | null;
  readonly sending: string;
  readonly isLost: boolean;
  readonly onClose: () => void;
  readonly onReadAgain: () => void;
}) {
  const { progress } = props;
  const files = progress?.files ?? [];
  const of = (states: readonly ImportFileState[]) => files.filter((file) => states.includes(file.state));
  const [refused, waiting, added] = [of(REFUSED), of(WAITING), of(['imported', 'same-run', 'duplicate'])];
  const noRecordings = of(['not-an-activity']);
  // Of a large drop only the files that matter come along, so it is the counts that tell how many there are.
  const count = (state: ImportFileState) => progress?.counts[state] ?? 0;
  const all = progress?.expected ?? 0;
  const told = Object.values(progress?.counts ?? {}).reduce((sum, one) => sum + one, 0);
  const done = told - count('queued') - count('working');
  const isDone = progress?.state === 'done';
  const notAdded = count('failed') + count('not-a-run') + count('not-an-activity');
  const parts = [
    text.newRuns(count('imported') + count('same-run')),
    ...(count('duplicate') > 0 ? [text.duplicates(count('duplicate'))] : []),
    ...(notAdded > 0 ? [text.refused(notAdded)] : []),
  ];
  const headline = isDone ? text.done(all) : progress ? text.reading(done, all) : props.sending;

  return (
    <section className="import" aria-label={text.title}>
      <div className="import-head">
        <p role="status">
          <strong>{headline}</strong>
          {progress && <span className="quiet"> · {parts.join(', ')}</span>}
        </p>
        {isDone && (
          <button type="button" className="link-button" onClick={props.onClose}>
            {text.close}
          </button>
        )}
      </div>
      {!isDone && (
        <div className="import-bar">
          <span style={{ width: `${all > 0 ? (100 * done) / all : 4}%` }} />
        </div>
      )}
      {props.isLost && !isDone && <p className="quiet small">{text.lost}</p>}
      <RefusedFiles importId={progress?.id ?? ''} files={refused} onReadAgain={props.onReadAgain} />
      <FileGroup
        title={text.noRecordingTitle(count('not-an-activity'))}
        files={noRecordings}
        isOpen={noRecordings.length <= OPEN_UP_TO}
      />
      <FileGroup title={text.waitingTitle(waiting.length)} files={waiting} isOpen={waiting.length <= OPEN_UP_TO} />
      <FileGroup title={text.addedTitle(added.length)} files={added} isOpen={added.length <= OPEN_UP_TO} />
    </section>
  );
}
