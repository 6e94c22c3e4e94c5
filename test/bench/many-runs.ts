/** A data folder with thousands of runs: a few are read, the others are copies of their rows on other days. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sampleSeason } from '../../fixtures/season/sample-season.ts';
import type { Import } from '../../server/contract/imports.ts';
import type { RunList } from '../../server/contract/runs.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { Program } from '../support/browser.ts';
import { slowMarathonFit } from './inputs.ts';

const DAY_MS = 86_400_000;
/** Runs that the copies are made of: a few weeks of the sample season. */
const TEMPLATES = 12;
/** One run in so many days, so that 3,000 make ten years. */
const EVERY_DAYS = 1.2;
const LATEST_MS = Date.UTC(2026, 5, 28, 7);

/** What was made. */
export interface ManyRuns {
  readonly folder: string;
  /** Run of about 20,000 samples, the latest of all. */
  readonly marathonId: string;
}

type Row = Record<string, string | number | Uint8Array | null>;

const idOf = (sha256: string): string => sha256.slice(0, 16);

const PATIENCE_MS = 250;

async function importTemplates(folder: string): Promise<string> {
  const server = await Program.start(folder);
  const marathon = slowMarathonFit();
  const form = new FormData();
  for (const { name, bytes } of sampleSeason().slice(0, TEMPLATES))
    form.append('files', new Blob([bytes.slice()]), name);
  form.append('files', new Blob([marathon.slice()]), 'marathon.fit');
  const posted = await fetch(`${server.url}/api/imports`, { method: 'POST', body: form });
  const { id } = (await posted.json()) as { id: string };
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(server.url + path)).json()) as T;
  let told = await ask<Import>(`/api/imports/${id}`);
  while (told.state === 'working') {
    await wait(PATIENCE_MS);
    told = await ask<Import>(`/api/imports/${id}`);
  }
  const refused = told.files.find((file) => file.runId === null);
  if (refused) throw new Error(`${refused.name} was not taken: ${refused.reason}`);
  while ((await ask<RunList>('/api/runs')).updating > 0) await wait(PATIENCE_MS);
  await server.stop(true);
  return idOf(createHash('sha256').update(marathon).digest('hex'));
}

/** Makes the folder. @param count runs in all */
export async function manyRuns(count: number): Promise<ManyRuns> {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-bench-'));
  const marathonId = await importTemplates(folder);
  const connection = openSqlite(join(folder, 'kneewise.sqlite'));
  const insert = (table: string, row: Row): void => {
    const names = Object.keys(row);
    const sql = `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
    connection.prepare(sql).run(...Object.values(row));
  };
  const place = (row: Row, sha256: string, startedAtMs: number): Row => ({
    ...row,
    ...{ id: idOf(sha256), sha256, started_at_ms: startedAtMs },
    facts: JSON.stringify({ ...JSON.parse(String(row.facts)), sha256, startedAtMs }),
  });
  connection.exec('begin');
  const rows = connection.prepare('select * from runs').all() as Row[];
  const templates = rows.filter((row) => row.id !== marathonId);
  connection.prepare('update runs set started_at_ms = ? where id = ?').run(LATEST_MS, marathonId);
  for (let copy = rows.length; copy < count; copy++) {
    const template = templates[copy % templates.length] as Row;
    const sha256 = createHash('sha256').update(`copy ${copy}`).digest('hex');
    insert('runs', place(template, sha256, LATEST_MS - Math.round(copy * EVERY_DAYS * DAY_MS)));
    const reading = connection.prepare('select * from readings where run_id = ?').get(template.id) as Row;
    insert('readings', { ...reading, run_id: idOf(sha256) });
  }
  connection.exec('commit');
  connection.close();
  return { folder, marathonId };
}
