import { Link } from 'wouter';
import type { Import, ImportFile, ImportFileState } from '#contract/imports';
import { filesDone, ReadingProgress } from '../../../components/reading-progress.tsx';
import { SeverityMark } from '../../../components/severity-mark.tsx';
import { percent } from '../../../lib/format.ts';
import { words } from '../../../lib/words.ts';
import { useCancelImport } from '../api/cancel-import.ts';
import { useReportsLeft } from '../api/get-runs.ts';
import { FileRow } from './file-row.tsx';
import { RefusedFiles } from './refused-files.tsx';
import './import-progress.css';

const text = words.runs.import;

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

/** Groups up to this long stand open; longer ones fold, so that the page does not jump about. */
const OPEN_UP_TO = 5;

const notAdded = ({ counts }: Import): number => counts.failed + counts['not-a-run'] + counts['not-an-activity'];

/** What came of the files so far. */
function outcomesOf(progress: Import): string {
  const { counts } = progress;
  const refused = notAdded(progress);
  return [
    text.newRuns(counts.imported + counts['same-run']),
    ...(counts.duplicate > 0 ? [text.duplicates(counts.duplicate)] : []),
    ...(refused > 0 ? [text.refused(refused)] : []),
  ].join(', ');
}

/** While files are read: how far, what came of them so far, and a way to stop. */
function Working({ progress, isLost }: { readonly progress: Import; readonly isLost: boolean }) {
  const cancel = useCancelImport();
  return (
    <>
      <ReadingProgress of={progress} reportsLeft={useReportsLeft().data ?? 0} />
      <div className="import-head">
        <p className="quiet">{outcomesOf(progress)}</p>
        {filesDone(progress) < progress.expected && (
          <button
            type="button"
            className="link-button"
            disabled={cancel.isPending}
            onClick={() => cancel.mutate(progress.id)}
          >
            {text.stop}
          </button>
        )}
      </div>
      {cancel.error && <p role="alert">{cancel.error.message}</p>}
      <p className="quiet small">{isLost ? text.lost : text.leave}</p>
    </>
  );
}

function Done({ progress, onClose }: { readonly progress: Import; readonly onClose: () => void }) {
  const { counts, expected } = progress;
  const left = counts.cancelled;
  return (
    <>
      <div className="import-head">
        <p role="status">
          <strong>{left > 0 ? text.stopped(filesDone(progress) - left, expected) : text.done(expected)}</strong>
          <span className="quiet"> · {outcomesOf(progress)}</span>
        </p>
        <button type="button" className="link-button" onClick={onClose}>
          {text.close}
        </button>
      </div>
      {left > 0 && <p className="quiet small">{text.goOn}</p>}
    </>
  );
}

/** What became of the files, the refused ones first. */
function Outcome({ progress, onReadAgain }: { readonly progress: Import; readonly onReadAgain: () => void }) {
  const { id, counts, files } = progress;
  const of = (...states: ImportFileState[]) => files.filter((file) => states.includes(file.state));
  const refused = (state: 'failed' | 'not-a-run') => (
    <RefusedFiles importId={id} files={of(state)} onReadAgain={onReadAgain} />
  );
  const [added, noRecordings] = [of('imported', 'same-run', 'duplicate'), of('not-an-activity')];
  return (
    <>
      {counts.failed > 0 && (
        <div>
          <h2>
            <SeverityMark severity="moderate" label={text.failedTitle(counts.failed)} />
          </h2>
          {refused('failed')}
        </div>
      )}
      {counts['not-a-run'] > 0 && (
        <details open={counts['not-a-run'] <= OPEN_UP_TO}>
          <summary>{text.otherSportTitle(counts['not-a-run'])}</summary>
          {refused('not-a-run')}
        </details>
      )}
      <FileGroup
        title={text.noRecordingTitle(counts['not-an-activity'])}
        files={noRecordings}
        isOpen={noRecordings.length <= OPEN_UP_TO}
      />
      <FileGroup title={text.addedTitle(added.length)} files={added} isOpen={added.length <= OPEN_UP_TO} />
      {files.length > OPEN_UP_TO && (
        <p className="small">
          <Link href="/imports">{text.all}</Link>
        </p>
      )}
    </>
  );
}

/**
 * A drop of files as it is sent and read.
 *
 * @param progress - null while the files are still on their way to the server
 * @param sentShare - how much of them has gone out, 0 to 1; null while nobody can tell
 * @param onReadAgain - a refused file is being read again as a run
 */
export function ImportProgress(props: {
  readonly progress: Import | null;
  readonly sending: string;
  readonly sentShare: number | null;
  readonly isLost: boolean;
  readonly onClose: () => void;
  readonly onReadAgain: () => void;
}) {
  const { progress, sentShare } = props;
  return (
    <section className="import" aria-label={text.title}>
      {progress === null && (
        <div className="reading">
          <progress className="reading-bar" aria-label={props.sending} value={sentShare ?? 0} />
          <p className="reading-line">
            <strong role="status">{props.sending}</strong>
            {sentShare !== null && <span className="quiet">{percent(sentShare)}</span>}
          </p>
        </div>
      )}
      {progress?.state === 'working' && <Working progress={progress} isLost={props.isLost} />}
      {progress?.state === 'done' && <Done progress={progress} onClose={props.onClose} />}
      {progress && <Outcome progress={progress} onReadAgain={props.onReadAgain} />}
    </section>
  );
}
