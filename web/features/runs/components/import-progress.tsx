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

function FileRow(props: {
  readonly file: ImportFile;
  readonly action?: ReactNode;
  /** The reason stands above, for several files at once. */
  readonly isToldAbove?: boolean;
}) {
  const { file, action } = props;
  const isRefused = REFUSED.includes(file.state);
  const reason = props.isToldAbove ? null : (file.reason ?? (isRefused ? text.noReason : null));
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
      {(reason !== null || action) && (
        <span className="file-reason">
          {reason} {action}
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

/** Files refused for one reason, the reason with most files first: the swims of ten years are one line, not two hundred. */
function byReason(files: readonly ImportFile[]): { readonly reason: string; readonly files: ImportFile[] }[] {
  const groups = new Map<string, ImportFile[]>();
  for (const file of files) {
    const reason = file.reason ?? text.noReason;
    groups.set(reason, [...(groups.get(reason) ?? []), file]);
  }
  return [...groups].map(([reason, all]) => ({ reason, files: all })).sort((a, b) => b.files.length - a.files.length);
}

function RefusedFiles(props: {
  readonly importId: string;
  readonly files: readonly ImportFile[];
  readonly onReadAgain: () => void;
}) {
  const { importId, files, onReadAgain } = props;
  if (files.length === 0) return null;
  const row = (file: ImportFile, isToldAbove: boolean) => (
    <FileRow
      key={file.id}
      file={file}
      isToldAbove={isToldAbove}
      action={
        file.mayBeRun && <TreatAsRun importId={importId} fileId={file.id} fileName={file.name} onQueued={onReadAgain} />
      }
    />
  );
  return (
    <div>
      <h2>
        <SeverityMark severity="moderate" label={text.refusedTitle(files.length)} />
      </h2>
      <ul className="import-list">
        {byReason(files).map(({ reason, files: alike }) =>
          alike.length === 1 ? (
            alike.map((file) => row(file, false))
          ) : (
            <li key={reason} className="import-alike">
              <details>
                <summary>{text.alike(alike.length)}</summary>
                <ul className="import-list">{alike.map((file) => row(file, true))}</ul>
              </details>
              <span className="file-reason">{reason}</span>
            </li>
          ),
        )}
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
