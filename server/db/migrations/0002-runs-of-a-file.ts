/** A file may hold several runs, and the runner may say that a refused file was a run. */
export const runsOfAFile = `
  alter table runs add column file_sha256 text not null default '';
  update runs set file_sha256 = sha256;
  alter table runs add column runs_in_file integer not null default 1 check (runs_in_file >= 1);
  alter table runs add column treated_as_run integer not null default 0 check (treated_as_run in (0, 1));
  create index runs_by_file on runs (file_sha256);

  alter table import_files add column as_run text check (as_run in ('possible', 'told'));
`;
