/** Runs and their readings. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database } from './database.ts';
import type { RunTable } from './tables.ts';

/** A run as stored. */
export type RunRow = Selectable<RunTable>;
/** A run to be stored. */
export type NewRun = Omit<
  Insertable<RunTable>,
  | 'context_version'
  | 'reviewed_version'
  | 'title'
  | 'gear'
  | 'description'
  | 'deleted_at_ms'
  | 'led_by'
  | 'led_when_deleted'
>;
/** What reading a file again replaces. */
export type ReadAgain = Omit<NewRun, keyof RunOfFile | keyof Sums | 'review_error'>;
/** What a run has of its file. */
export type RunOfFile = Pick<
  NewRun,
  'id' | 'sha256' | 'file_sha256' | 'runs_in_file' | 'treated_as_run' | 'file_name' | 'bytes'
>;
/** The sums of a review. */
export type Sums = Required<
  Pick<Updateable<RunTable>, 'load_low_km' | 'load_mid_km' | 'load_high_km' | 'severity' | 'flags'>
>;

/** `from` included, `until` not; milliseconds since 1970. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** All of time. */
export const EVER: Span = { fromMs: Number.MIN_SAFE_INTEGER, untilMs: Number.MAX_SAFE_INTEGER };

/** A run as the reviews of others need it; opened only in a worker, because there may be thousands. */
export type PastRunRow = Pick<RunRow, 'facts' | 'load_low_km' | 'load_mid_km' | 'load_high_km'>;

/** A chosen run, as far as its file goes. */
export type ChosenRow = Pick<RunRow, 'id' | 'file_sha256' | 'file_name' | 'started_at_ms'>;

/** See the head of this file. Within a transaction, make one over the transaction. */
export class RunsRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The run, or undefined; one in the trash is not found. */
  find(id: string): Promise<RunRow | undefined> {
    return this.#db
      .selectFrom('runs')
      .selectAll()
      .where('id', '=', id)
      .where('deleted_at_ms', 'is', null)
      .executeTakeFirst();
  }

  /** The run, also one in the trash. */
  findAny(id: string): Promise<RunRow | undefined> {
    return this.#db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Those of these runs that are here, the latest first; none that is in the trash. */
  among(ids: readonly string[]): Promise<ChosenRow[]> {
    return this.#db
      .selectFrom('runs')
      .select(['id', 'file_sha256', 'file_name', 'started_at_ms'])
      .where('id', 'in', ids)
      .where('deleted_at_ms', 'is', null)
      .orderBy('started_at_ms', 'desc')
      .orderBy('id')
      .execute();
  }

  /** All recordings of these runs, by the id of each the one that leads it. */
  async recordingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const leader = sql<string>`coalesce(led_by, id)`;
    const rows = await this.#db
      .selectFrom('runs')
      .select(['id', leader.as('leader')])
      .where(leader, 'in', (from) => from.selectFrom('runs').select(leader.as('leader')).where('id', 'in', ids))
      .where('deleted_at_ms', 'is', null)
      .execute();
    return new Map(rows.map((row) => [row.id, row.leader]));
  }

  /** Has runs read again: the ground of them is told differently now. */
  async readAgain(ids: readonly string[]): Promise<void> {
    await this.#db.updateTable('runs').set({ engine_version: '' }).where('id', 'in', ids).execute();
  }

  /** The runs of a file, the earliest first. */
  ofFile(fileSha256: string): Promise<RunRow[]> {
    return this.#db
      .selectFrom('runs')
      .selectAll()
      .where('file_sha256', '=', fileSha256)
      .orderBy('started_at_ms')
      .orderBy('id')
      .execute();
  }

  /** Of all runs, also those in the trash. */
  async ids(): Promise<string[]> {
    return (await this.#db.selectFrom('runs').select('id').orderBy('id').execute()).map(({ id }) => id);
  }

  /** Fingerprints of the files that runs are in, also of those in the trash. */
  async files(): Promise<string[]> {
    const rows = await this.#db.selectFrom('runs').select('file_sha256').distinct().orderBy('file_sha256').execute();
    return rows.map((row) => row.file_sha256);
  }

  /** Runs that started in the span, the earliest first; the order is total, so that reviews repeat to the byte. */
  history(span: Span): Promise<PastRunRow[]> {
    return this.#db
      .selectFrom('runs')
      .select(['facts', 'load_low_km', 'load_mid_km', 'load_high_km'])
      .where('deleted_at_ms', 'is', null)
      .where('led_by', 'is', null)
      .where('started_at_ms', '>=', span.fromMs)
      .where('started_at_ms', '<', span.untilMs)
      .orderBy('started_at_ms')
      .orderBy('id')
      .execute();
  }

  /** How many runs start at a moment or after it, milliseconds since 1970. */
  async countFrom(fromMs: number): Promise<number> {
    const { count } = await this.#db
      .selectFrom('runs')
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('started_at_ms', '>=', fromMs)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Runs that stand for themselves, started in the span and were not over before a moment, the earliest first. */
  underWay(span: Span, fromMs: number): Promise<RunRow[]> {
    return this.#db
      .selectFrom('runs')
      .selectAll()
      .where('started_at_ms', '>=', span.fromMs)
      .where('started_at_ms', '<', span.untilMs)
      .where(sql<number>`started_at_ms + 1000 * json_extract(facts, '$.elapsedTimeS')`, '>=', fromMs)
      .where('deleted_at_ms', 'is', null)
      .where('led_by', 'is', null)
      .orderBy('started_at_ms')
      .orderBy('id')
      .execute();
  }

  /** Lets one recording stand for another, and for those that the other stood for. */
  async lead(leaderId: string, otherId: string): Promise<void> {
    await this.#db
      .updateTable('runs')
      .set({ led_by: leaderId })
      .where((run) => run.or([run('id', '=', otherId), run('led_by', '=', otherId)]))
      .where('id', '!=', leaderId)
      .execute();
    await this.standAlone(leaderId);
  }

  /** Lets a recording stand for itself. */
  async standAlone(id: string): Promise<void> {
    await this.#db.updateTable('runs').set({ led_by: null }).where('id', '=', id).execute();
  }

  /** The other recordings of a run, whichever of them leads. */
  recordingsWith(run: Pick<RunRow, 'id' | 'led_by'>): Promise<RunRow[]> {
    const leader = run.led_by ?? run.id;
    return this.#db
      .selectFrom('runs')
      .selectAll()
      .where((row) => row.or([row('id', '=', leader), row('led_by', '=', leader)]))
      .where('deleted_at_ms', 'is', null)
      .orderBy('id')
      .execute();
  }

  /** The encoded reading, or undefined. */
  async reading(id: string): Promise<Uint8Array | undefined> {
    const row = await this.#db.selectFrom('readings').select('encoded').where('run_id', '=', id).executeTakeFirst();
    return row?.encoded;
  }

  /** The encoded readings of the latest runs that stand for themselves and started in the span, the latest first. */
  async latestReadings(span: Span, most: number): Promise<Uint8Array[]> {
    const rows = await this.#db
      .selectFrom('runs')
      .innerJoin('readings', 'readings.run_id', 'runs.id')
      .select('encoded')
      .where('started_at_ms', '>=', span.fromMs)
      .where('started_at_ms', '<', span.untilMs)
      .where('deleted_at_ms', 'is', null)
      .where('led_by', 'is', null)
      .orderBy('started_at_ms', 'desc')
      .limit(most)
      .execute();
    return rows.map(({ encoded }) => encoded);
  }

  /** Stores a run with its reading. */
  async insert(run: NewRun, encoded: Uint8Array): Promise<void> {
    await this.#db.insertInto('runs').values(run).execute();
    await this.#db.insertInto('readings').values({ run_id: run.id, encoded }).execute();
  }

  /** Puts a new reading in place of the old one. */
  async replaceReading(id: string, change: ReadAgain, encoded: Uint8Array): Promise<void> {
    await this.#db.updateTable('runs').set(change).where('id', '=', id).execute();
    await this.#db
      .insertInto('readings')
      .values({ run_id: id, encoded })
      .onConflict((row) => row.column('run_id').doUpdateSet({ encoded }))
      .execute();
  }

  /** Notes that an engine version has tried the file, so that it is not tried for ever. */
  async noteEngine(id: string, engineVersion: string): Promise<void> {
    await this.#db.updateTable('runs').set({ engine_version: engineVersion }).where('id', '=', id).execute();
  }

  /** Says that something changed that the reviews of the runs in the span depend on. */
  async touch(span: Span): Promise<void> {
    await this.#db
      .updateTable('runs')
      .set({ context_version: sql<number>`context_version + 1` })
      .where('started_at_ms', '>=', span.fromMs)
      .where('started_at_ms', '<', span.untilMs)
      .execute();
  }

  /** The earliest runs whose sums are behind what is known now. */
  nextToReview(most: number): Promise<RunRow[]> {
    return this.#db
      .selectFrom('runs')
      .selectAll()
      .whereRef('reviewed_version', '<', 'context_version')
      .where('deleted_at_ms', 'is', null)
      .orderBy('started_at_ms')
      .orderBy('id')
      .limit(most)
      .execute();
  }

  /** How many runs have sums that are behind, or a reading by another engine. */
  async countToDo(engineVersion: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('runs')
      .select((table) => table.fn.countAll<number>().as('count'))
      .where('deleted_at_ms', 'is', null)
      .where((run) =>
        run.or([run('reviewed_version', '<', run.ref('context_version')), run('engine_version', '!=', engineVersion)]),
      )
      .executeTakeFirstOrThrow();
    return count;
  }

  /** Runs that another engine has read. */
  nextToReadAgain(engineVersion: string, most: number): Promise<RunRow[]> {
    return (
      this.#db
        .selectFrom('runs')
        .selectAll()
        // In two halves, because an index finds what lies before and after, not what is unequal.
        .where((run) => run.or([run('engine_version', '<', engineVersion), run('engine_version', '>', engineVersion)]))
        .orderBy('started_at_ms')
        .limit(most)
        .execute()
    );
  }

  /** Stores what a review came to; `version` is the `context_version` it worked from. */
  async storeSums(id: string, version: number, sums: Sums): Promise<void> {
    await this.#db
      .updateTable('runs')
      .set({ ...sums, reviewed_version: version, review_error: null })
      .where('id', '=', id)
      .where('reviewed_version', '<=', version)
      .execute();
  }

  /** Notes that a review failed; older sums stay. It is tried again when something changes. */
  async storeReviewError(id: string, version: number, message: string): Promise<void> {
    await this.#db
      .updateTable('runs')
      .set({ reviewed_version: version, review_error: message })
      .where('id', '=', id)
      .execute();
  }
}
