/** Runs with their readings, the import queue, the profile and the pain log. */
export const firstTables = `
  create table imports (
    id text primary key,
    created_at_ms integer not null
  ) strict, without rowid;

  create table runs (
    id text primary key check (length(id) = 16),
    sha256 text not null unique check (length(sha256) = 64),
    file_name text not null,
    bytes integer not null check (bytes >= 0),
    started_at_ms integer not null,
    sub_sport text,
    format text not null check (format in ('fit', 'gpx', 'tcx')),
    device text,
    distance_m real not null,
    moving_time_s real not null,
    ascent_m real,
    descent_m real,
    running_cadence_spm real,
    facts text not null check (json_valid(facts)),
    cadence_unit text check (cadence_unit in ('strides', 'steps')),
    engine_version text not null,
    read_at_ms integer not null,
    load_low_km real,
    load_mid_km real,
    load_high_km real,
    severity text check (severity in ('none', 'info', 'moderate', 'high')),
    flags text check (flags is null or json_valid(flags)),
    context_version integer not null default 0,
    reviewed_version integer not null default -1,
    review_error text,
    check ((load_mid_km is null) = (severity is null) and (load_mid_km is null) = (flags is null))
  ) strict, without rowid;
  create index runs_by_start on runs (started_at_ms);

  create table readings (
    run_id text primary key references runs (id) on delete cascade,
    encoded blob not null
  ) strict;

  create table import_files (
    id integer primary key,
    import_id text not null references imports (id) on delete cascade,
    name text not null,
    bytes integer not null check (bytes >= 0),
    sha256 text check (length(sha256) = 64),
    state text not null check (state in ('queued', 'working', 'imported', 'duplicate', 'not-a-run', 'failed')),
    code text,
    reason text,
    run_id text references runs (id) on delete set null,
    attempts integer not null default 0
  ) strict;
  create index import_files_by_import on import_files (import_id);
  create index import_files_by_run on import_files (run_id);
  create index import_files_to_do on import_files (state, id) where state in ('queued', 'working');

  create table profile (
    id integer primary key check (id = 1),
    height_m real,
    body_mass_kg real,
    running_years real,
    last_knee_injury text,
    last_other_injury text
  ) strict;
  insert into profile (id) values (1);

  create table pain_entries (
    id integer primary key autoincrement,
    date text not null,
    run_id text references runs (id) on delete set null,
    side text not null check (side in ('left', 'right')),
    place text not null check (place in ('front', 'outer', 'inner', 'back')),
    before_run integer check (before_run between 0 and 10),
    during_run integer check (during_run between 0 and 10),
    hour_after integer check (hour_after between 0 and 10),
    next_morning integer check (next_morning between 0 and 10),
    note text
  ) strict;
  create index pain_entries_by_run on pain_entries (run_id);
`;
