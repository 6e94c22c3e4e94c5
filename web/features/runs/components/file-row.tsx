import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ImportFile } from '#contract/imports';
import { words } from '../../../lib/words.ts';

const text = words.runs.import;

/** One file of an import: its name, what became of it, and why. */
export function FileRow(props: {
  readonly file: ImportFile;
  readonly action?: ReactNode;
  /** The reason stands above, for several files at once. */
  readonly isToldAbove?: boolean;
}) {
  const { file, action } = props;
  const isRefused = file.state === 'failed' || file.state === 'not-a-run';
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
