/** Runs as a list shows them. */
import type { Database } from './database.ts';
import type { RunRow } from './runs-repository.ts';

const COLUMNS = [
  'id',
  'sha256',
  'file_name',
  'started_at_ms',
  'sub_sport',
  'format',
  'device',
  'distance_m',
  'moving_time_s',
  'ascent_m',
  'descent_m',
  'running_cadence_spm',
  'ground',
  'load_low_km',
  'load_mid_km',
  'load_high_km',
  'severity',
  'flags',
  'title',
  'gear',
] as const;

/** What a list shows of a run. */
export type SummaryRow = Pick<RunRow, (typeof COLUMNS)[number]>;

type DescriptionRow = Pick<RunRow, 'description'>;

const summaries = (db: Database) =>
  db.selectFrom('runs').select(COLUMNS).where('load_mid_km', 'is not', null).where('deleted_at_ms', 'is', null);

/** Reviewed runs, the latest first. */
export const listReviewed = (db: Database): Promise<SummaryRow[]> =>
  summaries(db).where('led_by', 'is', null).orderBy('started_at_ms', 'desc').orderBy('id').execute();

/** Those of these runs that have been reviewed, the latest first. */
export const reviewedAmong = (db: Database, ids: readonly string[]): Promise<SummaryRow[]> =>
  summaries(db).where('id', 'in', ids).orderBy('started_at_ms', 'desc').orderBy('id').execute();

/** One run, or undefined while it has not been reviewed. */
export const reviewedRun = (db: Database, id: string): Promise<(SummaryRow & DescriptionRow) | undefined> =>
  summaries(db).select('description').where('id', '=', id).executeTakeFirst();

/** What the runner wrote of each run. */
export async function descriptions(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('runs').select(['id', 'description']).where('description', 'is not', null).execute();
  return new Map(rows.map(({ id, description }) => [id, description ?? '']));
}
