/** Archives as sources of an import, names and shoes from an export's list, a trash, and several recordings of one run. */
export const wholeExports = `
  alter table imports add column origin text not null default 'files'
    check (origin in ('files', 'sample', 'command', 'watch'));
  alter table imports add column undone_at_ms integer;

  create table import_sources (
    id integer primary key,
    import_id text not null references imports (id) on delete cascade,
    name text not null,
    path text not null,
    is_ours integer not null check (is_ours in (0, 1)),
    state text not null default 'waiting' check (state in ('waiting', 'done')),
    expected integer,
    taken integer not null default 0 check (taken >= 0)
  ) strict;
  create index import_sources_by_import on import_sources (import_id);
  create index import_sources_to_do on import_sources (id) where state = 'waiting';

  create table import_labels (
    import_id text not null references imports (id) on delete cascade,
    file text,
    started_at_ms integer,
    title text,
    gear text,
    check ((file is null) <> (started_at_ms is null))
  ) strict;
  create index import_labels_by_import on import_labels (import_id);
  create index import_files_by_name on import_files (import_id, name);

  create table settings (name text primary key, value text not null) strict, without rowid;
  create table watched_files (path text primary key, look text not null) strict, without rowid;

  alter table runs add column title text;
  alter table runs add column gear text;
  alter table runs add column deleted_at_ms integer;
  alter table runs add column led_by text references runs (id) on delete set null;
  create index runs_by_leader on runs (led_by) where led_by is not null;
`;
