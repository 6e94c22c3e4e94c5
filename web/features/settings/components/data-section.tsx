import type { ChangeEvent } from 'react';
import { Link } from 'wouter';
import { Failed, Loading } from '../../../components/states.tsx';
import { longMoment } from '../../../lib/dates.ts';
import { words } from '../../../lib/words.ts';
import { useBackups, useMakeBackup, useRestore } from '../api/data.ts';
import { WatchForm } from './watch-form.tsx';

const text = words.data;

function Backups() {
  const backups = useBackups();
  const make = useMakeBackup();
  if (backups.isPending) return <Loading what={text.backupsWhat} heights={[40]} />;
  if (backups.isError) return <Failed error={backups.error} onRetry={() => void backups.refetch()} />;
  const [latest, ...older] = backups.data.backups;
  const told = latest
    ? text.latest(longMoment(latest.madeAt), text.megabytes(latest.bytes), older.length)
    : text.noBackups;
  return (
    <div className="field">
      <span className="field-label">{text.backups}</span>
      <span className="field-hint">{text.backupsHint}</span>
      <p role="status">{make.error?.message ?? told}</p>
      <div className="row">
        <button type="button" className="button" disabled={make.isPending} onClick={() => make.mutate()}>
          {text.backupNow}
        </button>
      </div>
    </div>
  );
}

function Restore() {
  const restore = useRestore();
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = Array.from(event.target.files ?? []);
    // Choosing the same file again must count as a change.
    event.target.value = '';
    if (file) restore.mutate(file);
  };
  const told = restore.data && text.restored(restore.data.runs, restore.data.painEntries);
  return (
    <div className="field">
      <label htmlFor="restore-file">{text.restore}</label>
      <span className="field-hint">{text.restoreHint}</span>
      <input id="restore-file" type="file" accept=".zip,.sqlite" disabled={restore.isPending} onChange={chosen} />
      <p role="status">{restore.isPending ? text.restoring : (restore.error?.message ?? told)}</p>
    </div>
  );
}

/** Imports, export, backups, restore and the watched folder. */
export function DataSection() {
  return (
    <section className="section" aria-labelledby="data-title">
      <h2 id="data-title">{text.title}</h2>
      <p className="quiet">{text.intro}</p>
      <p>
        <Link href="/imports">{text.imports}</Link>
      </p>
      <div className="settings-form">
        <div className="field">
          <span className="field-label">{text.export}</span>
          <span className="field-hint">{text.exportHint}</span>
          <p className="row">
            <a className="button" href="/api/export" download>
              {text.export}
            </a>
          </p>
        </div>
        <Backups />
        <WatchForm />
        <Restore />
      </div>
    </section>
  );
}
