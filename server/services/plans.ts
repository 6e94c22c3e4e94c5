/** Keeps planned routes and forecasts them afresh whenever asked, so that a forecast follows the runner's habits. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LONGEST_PLAN_NAME, type Plan, type PlanForecastAnswer, type PlanList, type PlanQuery } from '#contract/plans';
import { err, ok, type Result, type RouteError } from '#core';
import type { Database } from '../db/database.ts';
import { PainEntriesRepository } from '../db/pain-entries-repository.ts';
import { type PlanRow, PlansRepository } from '../db/plans-repository.ts';
import { ProfileRepository } from '../db/profile-repository.ts';
import { RunsRepository } from '../db/runs-repository.ts';
import type { PlanTask } from '../jobs/analysis-task.ts';
import { HISTORY_REACH_DAYS } from '../jobs/reach.ts';
import { runIdOf } from '../jobs/run-id.ts';
import { TaskTimeoutError, WorkerDiedError, type WorkerPool } from '../jobs/worker-pool.ts';
import type { IncomingFile } from './incoming.ts';
import { TRASH_DAYS } from './trash.ts';

const DAY_MS = 86_400_000;
/** Longest answer, milliseconds. Assumption: a hundred times what a long route takes. */
const TIMEOUT_MS = 30_000;
/** Runs that paces are taken from: how many at most, and of how many days (docs/methods/plans.md). */
const RECENT_RUNS = 20;
const RECENT_DAYS = 90;
/** Largest file that is kept, bytes. Assumption: ten times a recorded day at a place a second. */
const MOST_PLAN_BYTES = 32 * 1024 ** 2;

const TOO_LARGE: RouteError = {
  code: 'too-large',
  message: `The file is larger than ${MOST_PLAN_BYTES / 1024 ** 2} MB, more than any route. Export the single route.`,
};
const GIVEN_UP: RouteError = {
  code: 'damaged-file',
  message:
    'Reading was given up: it took too long or too much memory. The file may be damaged; export the route again.',
};

const pack = promisify(gzip);
/** The file of a plan as it came. @throws when the packed bytes are damaged. */
export const unpackPlan = promisify(gunzip);

const summary = (row: PlanRow): Plan => ({
  id: row.id,
  name: row.name,
  distanceM: row.distance_m,
  createdAt: new Date(row.created_at_ms).toISOString(),
});

/** A name that can be shown: what the route is called, else the file without its ending. */
function nameOf(routeName: string | null, fileName: string): string {
  const name = (routeName ?? fileName.slice(0, fileName.length - extname(fileName).length)).trim();
  return [...(name === '' ? 'Route' : name)].slice(0, LONGEST_PLAN_NAME).join('');
}

/** What plans work with. */
export interface PlansParts {
  readonly db: Database;
  readonly pool: WorkerPool;
  /** Absolute path of the data folder, whose terrain tells how high the ground lies. */
  readonly dataFolder: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** See the head of this file. Null and false mean that there is no such plan. */
export class Plans {
  readonly #parts: PlansParts;
  readonly #plans: PlansRepository;

  constructor(parts: PlansParts) {
    this.#parts = parts;
    this.#plans = new PlansRepository(parts.db);
  }

  /** All plans, and the deleted ones that can still come back. */
  async list(): Promise<PlanList> {
    const rows = await this.#plans.list();
    return {
      plans: rows.filter((row) => row.deleted_at_ms === null).map(summary),
      deleted: rows.flatMap((row) => {
        if (row.deleted_at_ms === null) return [];
        return { ...summary(row), goneAt: new Date(row.deleted_at_ms + TRASH_DAYS * DAY_MS).toISOString() };
      }),
    };
  }

  /** Keeps the route of a file that came in; the file itself is let go by who brought it. */
  async add({ name, bytes, kept }: IncomingFile): Promise<Result<Plan, RouteError>> {
    if (kept === null || bytes > MOST_PLAN_BYTES) return err(TOO_LARGE);
    const route = await this.#parts.pool
      .run({ kind: 'route', path: kept.temporaryPath }, TIMEOUT_MS)
      .catch((error: unknown) => {
        if (error instanceof TaskTimeoutError || error instanceof WorkerDiedError) return err(GIVEN_UP);
        throw error;
      });
    if (!route.ok) return route;
    const id = runIdOf(kept.sha256);
    await this.#plans.insert({
      id,
      sha256: kept.sha256,
      file_name: name,
      name: nameOf(route.value.name, name),
      distance_m: route.value.distanceM,
      created_at_ms: this.#parts.now(),
      packed: await pack(await readFile(kept.temporaryPath)),
    });
    const row = await this.#plans.find(id);
    if (!row) throw new Error(`plan ${id} was not kept`);
    return ok(summary(row));
  }

  /** What the route would ask of the knees. */
  async forecast(id: string, query: PlanQuery): Promise<PlanForecastAnswer | null> {
    const row = await this.#plans.find(id);
    const bytes = (await this.original(id))?.bytes;
    return row && bytes ? { plan: summary(row), ...(await this.look(bytes, query)) } : null;
  }

  /** The same for a file that is not kept; it has to hold a route. */
  async look(bytes: Uint8Array, query: PlanQuery): Promise<Omit<PlanForecastAnswer, 'plan'>> {
    const atMs = this.#parts.now();
    const choice = {
      isReversed: query.reversed === 'yes',
      cadencePct: query.cadencePct ?? 0,
      walkSteeperThanPct: query.walkSteeperThanPct ?? null,
    };
    const { dataFolder, pool } = this.#parts;
    const known = await this.#known(atMs);
    return pool.run({ kind: 'plan', bytes, choice, dataFolder, atMs, ...known }, TIMEOUT_MS);
  }

  /** The file as it came. */
  async original(id: string): Promise<{ readonly fileName: string; readonly bytes: Uint8Array } | null> {
    const row = await this.#plans.find(id);
    const packed = row && (await this.#plans.packed(id));
    return row && packed ? { fileName: row.file_name, bytes: await unpackPlan(packed) } : null;
  }

  /** Gives a plan another name. */
  async rename(id: string, name: string): Promise<Plan | null> {
    await this.#plans.rename(id, name);
    const row = await this.#plans.find(id);
    return row ? summary(row) : null;
  }

  /** Deletes a plan; it can come back for as long as a run can. */
  delete(id: string): Promise<boolean> {
    return this.#plans.setDeleted(id, this.#parts.now());
  }

  /** Brings a deleted plan back. */
  restore(id: string): Promise<boolean> {
    return this.#plans.setDeleted(id, null);
  }

  /** Deletes for good what has been deleted for long enough. */
  purgeOverdue(): Promise<void> {
    return this.#plans.purge(this.#parts.now() - TRASH_DAYS * DAY_MS);
  }

  /** What the runner's habits are known by, all of one moment. */
  #known(atMs: number): Promise<Pick<PlanTask, 'past' | 'profile' | 'painLog' | 'readings'>> {
    return this.#parts.db.transaction().execute(async (trx) => {
      const runs = new RunsRepository(trx);
      const since = (days: number) => ({ fromMs: atMs - days * DAY_MS, untilMs: atMs });
      return {
        past: await runs.history(since(HISTORY_REACH_DAYS)),
        profile: await new ProfileRepository(trx).forReview(),
        painLog: await new PainEntriesRepository(trx).forReview(),
        readings: await runs.latestReadings(since(RECENT_DAYS), RECENT_RUNS),
      };
    });
  }
}
