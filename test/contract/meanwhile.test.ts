/** While many runs wait to be brought up to date, list and trends are answered as they were just now; what the runner does counts at once. */
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunList } from '#contract/runs';
import type { Weeks } from '#contract/trends';
import { ENGINE_VERSION } from '#core';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { closeDatabase, type Database, openDatabase } from '../../server/db/database.ts';
import { WorkerPool } from '../../server/jobs/worker-pool.ts';
import { Acts } from '../../server/services/acts.ts';
import { Trends } from '../../server/services/trends.ts';
import { startServer } from '../../server/start-server.ts';
import { ApiClient } from '../support/api-client.ts';
import { emptyFolder, testConfig } from '../support/built-server.ts';

const DAY_MS = 86_400_000;
const RUNS = 20;

const dataFolder = emptyFolder();
const config = testConfig(dataFolder);
const now = () => SOUND.startedAtMs + RUNS * DAY_MS;
let db: Database;
let pool: WorkerPool;
let trends: Trends;
const acts = new Acts();

beforeAll(async () => {
  const server = await startServer(config, now);
  const files = Array.from({ length: RUNS }, (_, day) => {
    const startedAtMs = SOUND.startedAtMs + day * DAY_MS;
    return { name: `${day}.gpx`, bytes: writeGpx({ ...SOUND, startedAtMs }) };
  });
  await new ApiClient(server.url).import(...files);
  await server.close();
  db = openDatabase(dataFolder);
  pool = new WorkerPool(config.workerScript, 1);
  trends = new Trends(db, pool, acts, now);
  await sql`update runs set engine_version = ''`.execute(db);
}, 60_000);
afterAll(async () => {
  await pool.close();
  await closeDatabase(db);
  rmSync(dataFolder, { recursive: true });
});

async function runsTold(): Promise<number> {
  const { weeks } = JSON.parse(new TextDecoder().decode(await trends.weeks())) as { weeks: { runs: number }[] };
  return weeks.reduce((sum, { runs }) => sum + runs, 0);
}

it('go on from what was answered before, but not past an act of the runner', async () => {
  const { rows } = await sql<{ id: string }>`select id from runs order by started_at_ms`.execute(db);
  const [first, second] = rows.map(({ id }) => id);
  expect(await runsTold()).toBe(RUNS);

  await sql`delete from runs where id = ${first}`.execute(db);
  expect(await runsTold()).toBe(RUNS);

  await sql`delete from runs where id = ${second}`.execute(db);
  acts.note();
  expect(await runsTold()).toBe(RUNS - 2);
});

it('know of what is done by way of the server', async () => {
  const server = await startServer(config, now);
  const ask = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
  const runsListed = async () => (await ask<RunList>('/api/runs')).runs.map(({ id }) => id);
  const [gone] = await runsListed();
  await ask('/api/trends/weeks');
  const deleted = await fetch(`${server.url}/api/runs/${gone}`, { method: 'DELETE' });
  expect(deleted.ok).toBe(true);
  expect(await runsListed()).not.toContain(gone);
  const { weeks } = await ask<Weeks>('/api/trends/weeks');
  expect(weeks.reduce((sum, { runs }) => sum + runs, 0)).toBe(RUNS - 3);
  await server.close();
  await sql`update runs set engine_version = ''`.execute(db);
});

it('are exact when few are left', async () => {
  const told = await runsTold();
  await sql`update runs set engine_version = ${ENGINE_VERSION}`.execute(db);
  const [last] = (await sql<{ id: string }>`select id from runs order by started_at_ms desc`.execute(db)).rows;
  await sql`delete from runs where id = ${last?.id}`.execute(db);
  expect(await runsTold()).toBe(told - 1);
});
