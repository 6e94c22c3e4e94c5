/** The tables as TypeScript sees them; the migrations are the truth. Times are milliseconds since 1970, UTC. */
import type { Generated } from 'kysely';

/** How far a file is. `code` tells more of the last four; see `server/services/import-outcome.ts`. */
export type FileState = 'queued' | 'working' | 'imported' | 'duplicate' | 'not-a-run' | 'failed';

/** One drop of files. */
export interface ImportTable {
  id: string;
  created_at_ms: number;
  /** Where the files came from: the page, the sample season, the command line, the watched folder. */
  origin: Generated<'files' | 'sample' | 'command' | 'watch'>;
  /** When its runs were put in the trash by undoing it; null when they were not. */
  undone_at_ms: Generated<number | null>;
}

/** An archive or a file elsewhere, out of which files of an import are taken one by one. */
export interface ImportSourceTable {
  id: Generated<number>;
  import_id: string;
  name: string;
  /** Absolute path. */
  path: string;
  /** 1 when the file lies in the data folder and goes when all is taken; 0 for the runner's own. */
  is_ours: 0 | 1;
  state: Generated<'waiting' | 'done'>;
  /** How many files its list names, where there is one. */
  expected: Generated<number | null>;
  /** How many of its files have a row: where to go on after a stop. */
  taken: Generated<number>;
}

/** What an export's list says of a run, until it is joined: by the name of the file or, where that is null, by the start. */
export interface ImportLabelTable {
  import_id: string;
  file: string | null;
  started_at_ms: number | null;
  title: string | null;
  gear: string | null;
  description: string | null;
}

/** One file of a drop; the queue is made of those in state `queued`. */
export interface ImportFileTable {
  id: Generated<number>;
  import_id: string;
  name: string;
  bytes: number;
  /** Null when the file was refused before it was kept (too large). */
  sha256: string | null;
  state: FileState;
  code: string | null;
  reason: string | null;
  run_id: string | null;
  /** Whether the runner may say (`possible`) or has said (`told`) that a file of no named run was one; else null. */
  as_run: Generated<'possible' | 'told' | null>;
  /** How often the work was begun; counts up before the work, so a crash leaves its trace. */
  attempts: Generated<number>;
}

/** One run: what its file says in short, and the sums of its last review. */
export interface RunTable {
  /** First 16 hex digits of the SHA-256. */
  id: string;
  /** Identity of the run: the SHA-256 of its file; for further runs of a file one derived from it. */
  sha256: string;
  /** SHA-256 of the file that holds the run; the name of its original. */
  file_sha256: string;
  /** How many runs its file holds. */
  runs_in_file: number;
  /** 1 where the runner has said that the file was a run. */
  treated_as_run: 0 | 1;
  file_name: string;
  bytes: number;
  started_at_ms: number;
  sub_sport: string | null;
  format: 'fit' | 'gpx' | 'tcx';
  device: string | null;
  /** The facts that a list shows, apart so that a list need not open the JSON. */
  distance_m: number;
  moving_time_s: number;
  ascent_m: number | null;
  descent_m: number | null;
  running_cadence_spm: number | null;
  /** Class of ground under most of the way; null where most of it is not known. */
  ground: string | null;
  /** `RunFacts` as JSON. */
  facts: string;
  /** The runner's word on the cadence unit; null lets the file decide. */
  cadence_unit: 'strides' | 'steps' | null;
  /** Engine version, and maps and terrain if any, that the file was last tried with. */
  engine_version: string;
  /** When the reading in use was made. */
  read_at_ms: number;
  /** Flat-easy km; all null until the first review. */
  load_low_km: number | null;
  load_mid_km: number | null;
  load_high_km: number | null;
  severity: 'none' | 'info' | 'moderate' | 'high' | null;
  /** Findings above none as JSON: `{ id, title, severity }[]`. */
  flags: string | null;
  /** Grows with every change that may alter what the run means. */
  context_version: Generated<number>;
  /** The `context_version` that the sums were worked out from; behind means stale, -1 never. */
  reviewed_version: Generated<number>;
  /** Why the last review failed; null when it did not. */
  review_error: string | null;
  /** What the runner called it, the shoes, and what the runner wrote of it, from an account export; null where it does not tell. */
  title: Generated<string | null>;
  gear: Generated<string | null>;
  description: Generated<string | null>;
  /** When it was put in the trash; null when it was not. */
  deleted_at_ms: Generated<number | null>;
  /** The other recording of the same run that stands for both; null for one that stands for itself. */
  led_by: Generated<string | null>;
  /** 1 where it stood for itself, and so for its other recordings, when it was put in the trash. */
  led_when_deleted: Generated<0 | 1>;
}

/** The stored reading of a run, apart from the run so that lists do not touch it. */
export interface ReadingTable {
  run_id: string;
  encoded: Uint8Array;
}

/** One row: what the runner tells about themselves. */
export interface ProfileTable {
  id: 1;
  height_m: number | null;
  body_mass_kg: number | null;
  running_years: number | null;
  last_knee_injury: string | null;
  last_other_injury: string | null;
  has_flat_feet: 0 | 1 | null;
  has_misaligned_joints: 0 | 1 | null;
  wears_arch_supports: 0 | 1 | null;
  strength_days_per_week: number | null;
  units: 'km' | 'mi';
  /** IANA name; null goes by the machine's. */
  time_zone: string | null;
}

/** One entry of the pain log. */
export interface PainEntryTable {
  id: Generated<number>;
  date: string;
  run_id: string | null;
  side: 'left' | 'right';
  place: 'front' | 'outer' | 'inner' | 'back';
  before_run: number | null;
  during_run: number | null;
  hour_after: number | null;
  next_morning: number | null;
  note: string | null;
}

/** A setting of the server. */
export interface SettingTable {
  name: string;
  value: string;
}

/** A file of the watched folder that was taken, with its size and time then. */
export interface WatchedFileTable {
  path: string;
  look: string;
}

/** One stretch of a run whose ground the runner has named. */
export interface ToldGroundTable {
  id: Generated<number>;
  run_sha256: string;
  surface: string;
  from_m: number;
  to_m: number;
  /** `ToldPoint[]` as JSON. */
  path: string;
}

/** A planned route. */
export interface PlanTable {
  /** First 16 hex digits of the SHA-256. */
  id: string;
  /** SHA-256 of the file. */
  sha256: string;
  file_name: string;
  name: string;
  /** Length of the route, so that a list need not open the file. */
  distance_m: number;
  created_at_ms: number;
  /** When it was put in the trash; null when it was not. */
  deleted_at_ms: Generated<number | null>;
  /** The file as it came, gzip. */
  packed: Uint8Array;
}

/** All of them. */
export interface Tables {
  told_grounds: ToldGroundTable;
  imports: ImportTable;
  import_files: ImportFileTable;
  import_sources: ImportSourceTable;
  settings: SettingTable;
  watched_files: WatchedFileTable;
  import_labels: ImportLabelTable;
  runs: RunTable;
  readings: ReadingTable;
  plans: PlanTable;
  profile: ProfileTable;
  pain_entries: PainEntryTable;
}
