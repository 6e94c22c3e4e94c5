import { counted } from './format.ts';

/** Words of the settings sections about the data. */
export const dataWords = {
  title: 'Your data',
  intro: 'All of it lies in one folder on the machine that Kneewise runs on.',
  imports: 'Imports, what became of each file, and the trash',
  export: 'Download everything',
  exportHint:
    'One ZIP with your original files, profile, pain log and edits, and the reports as JSON and CSV. An empty Kneewise that is given it has the same state again.',
  restore: 'Restore from such a ZIP or a backup',
  restoreHint: 'Only into a Kneewise without runs and pain entries.',
  restoring: 'Restoring. A long history takes a while.',
  restored: (runs: number, entries: number) =>
    `${counted(runs, 'file')} of runs and ${counted(entries, 'pain entry', 'pain entries')} are back. The reports are being worked out.`,
  backups: 'Backups',
  backupsHint:
    'Made by themselves every day, beside the database: profile, pain log, edits and the list of runs. The original files are never changed and need none.',
  backupsWhat: 'the backups',
  backupNow: 'Back up now',
  noBackups: 'None yet; the first comes by itself.',
  latest: (when: string, size: string, more: number) =>
    more > 0 ? `The latest is of ${when} (${size}); ${more} older.` : `The only one is of ${when} (${size}).`,
  megabytes: (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`,
  watch: 'Watched folder',
  watchHint:
    'New files in this folder come in by themselves once they have stopped growing. They stay where they are. Give the full path on the machine that Kneewise runs on; leave it empty to watch none.',
  watchFixed: 'KNEEWISE_WATCH says which folder is watched, so it cannot be changed here.',
  watchWhat: 'the watched folder',
  save: 'Set folder',
  saved: 'Saved.',
} as const;
