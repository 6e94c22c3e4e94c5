/** While many runs wait to be brought up to date, trends are answered as they were just now; what the runner tells or deletes counts at once. */
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGINE_VERSION } from '#core';
import { SOUND } from '../../fixtures/broken/fixture.ts';
import { writeGpx } from '../../fixtures/write/gpx.ts';
import { closeDatabase, type Database, openDatabase } from '../../server/db/database.ts';
import { TrashRepository } from '../../server/db/trash-repository.ts';
import { WorkerPool } from '../../server/jobs/worker-pool.ts';
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
  trends = new Trends(db, pool, now);
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

it('go on from what was answered before, but not past a word or a deletion of the runner', async () => {
  const { rows } = await sql<{ id: string }>`select id from runs order by started_at_ms`.execute(db);
  const [first, second, third] = rows.map(({ id }) => id);
  expect(await runsTold()).toBe(RUNS);

  await sql`delete from runs where id = ${first}`.execute(db);
  expect(await runsTold()).toBe(RUNS);

  await new TrashRepository(db).putRun(second ?? '', now());
  expect(await runsTold()).toBe(RUNS - 2);

  await sql`delete from runs where id = ${third}`.execute(db);
  expect(await runsTold()).toBe(RUNS - 2);
  await sql`update profile set height_m = 1.61`.execute(db);
  expect(await runsTold()).toBe(RUNS - 3);
});

it('are exact when few are left', async () => {
  const told = await runsTold();
  await sql`update runs set engine_version = ${ENGINE_VERSION}`.execute(db);
  const [last] = (await sql<{ id: string }>`select id from runs order by started_at_ms desc`.execute(db)).rows;
  await sql`delete from runs where id = ${last?.id}`.execute(db);
  expect(await runsTold()).toBe(told - 1);
});
