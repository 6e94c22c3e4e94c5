import type { ImportFile } from '#contract/imports';
import { Failed } from '../../../components/states.tsx';
import { words } from '../../../lib/words.ts';
import { useTreatAsRun } from '../api/treat-as-run.ts';
import { FileRow } from './file-row.tsx';

const text = words.runs.import;

/** Files refused for one reason, the reason with most files first: the swims of ten years are one line, not two hundred. */
function byReason(files: readonly ImportFile[]): { readonly reason: string; readonly alike: readonly ImportFile[] }[] {
  const groups = new Map<string, ImportFile[]>();
  for (const file of files) {
    const reason = file.reason ?? text.noReason;
    const known = groups.get(reason);
    if (known) known.push(file);
    else groups.set(reason, [file]);
  }
  return [...groups].map(([reason, alike]) => ({ reason, alike })).sort((a, b) => b.alike.length - a.alike.length);
}

interface TreatProps {
  readonly importId: string;
  readonly files: readonly ImportFile[];
  readonly label: string;
  readonly name: string;
  readonly onQueued: () => void;
}

/** The runner's word against a refusal; the files are read again as runs. */
function TreatAsRun({ importId, files, label, name, onQueued }: TreatProps) {
  const treat = useTreatAsRun();
  return (
    <>
      <button
        type="button"
        className="link-button"
        disabled={treat.isPending}
        aria-label={label}
        onClick={() => treat.mutate({ importId, fileIds: files.map(({ id }) => id) }, { onSuccess: onQueued })}
      >
        {name}
      </button>
      {treat.error && <Failed error={treat.error} />}
    </>
  );
}

/**
 * Refused files, one entry for each reason.
 *
 * @param onReadAgain - some are being read again as runs
 */
export function RefusedFiles(props: {
  readonly importId: string;
  readonly files: readonly ImportFile[];
  readonly onReadAgain: () => void;
}) {
  const { importId, files, onReadAgain } = props;
  const treat = (all: readonly ImportFile[], label: string, name: string) =>
    all.every((file) => file.mayBeRun) && (
      <TreatAsRun importId={importId} files={all} label={label} name={name} onQueued={onReadAgain} />
    );
  const treatOne = (file: ImportFile) => treat([file], `${text.itWasARun}: ${file.name}`, text.itWasARun);
  return (
    <ul className="import-list">
      {byReason(files).map(({ reason, alike }) => {
        const [only] = alike;
        if (only && alike.length === 1) return <FileRow key={only.id} file={only} action={treatOne(only)} />;
        const all = text.theyWereRuns(alike.length);
        return (
          <li key={reason} className="import-alike">
            <p>{reason}</p>
            <details>
              <summary>{text.alike(alike.length)}</summary>
              {treat(alike, `${all}: ${reason}`, all)}
              <ul className="import-list">
                {alike.map((file) => (
                  <FileRow key={file.id} file={file} action={treatOne(file)} isToldAbove />
                ))}
              </ul>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
