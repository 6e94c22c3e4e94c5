import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type RunPlan, WATCH } from '../../fixtures/simulate/plan.ts';
import { simulateRun } from '../../fixtures/simulate/simulate-run.ts';
import { writeFit } from '../../fixtures/write/fit.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { ApiClient } from '../support/api-client.ts';
import { DIST, emptyFolder } from '../support/built-server.ts';
import { zipOf } from '../support/zip.ts';

const KILLS = 25;
const FILES = 24;
/** Longest life after the start, milliseconds: about as long as an archive takes, so that every stage of it is struck. */
const LONGEST_LIFE_MS = 500;
const DAY_MS = 86_400_000;

const PLAN: RunPlan = {
  startedAtMs: Date.UTC(2025, 0, 1, 7),
  subSport: null,
  legs: [{ lengthM: 600, gradePct: 0 }],
  easySpeedMps: 2.9,
  cadenceFactor: 1,
  stops: [],
  watch: WATCH,
};

/** Archives of different runs, the same each time. */
const archive = (number: number): Promise<Buffer> =>
  zipOf(
    Object.fromEntries(
      Array.from({ length: FILES }, (_, i) => {
        const startedAtMs = PLAN.startedAtMs + (number * FILES + i) * DAY_MS;
        return [`activities/${number}-${i}.fit`, writeFit(simulateRun({ ...PLAN, startedAtMs }, i + 1).recording)];
      }),
    ),
  );

const dataFolder = emptyFolder();
let running: ChildProcess | null = null;

async function start(): Promise<ApiClient> {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', KNEEWISE_DATA: dataFolder };
  const child = spawn(process.execPath, [join(DIST, 'server/main.js')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  for (;;) {
    const url = /(http:\S+)\n/.exec(said)?.[1];
    if (url !== undefined) return new ApiClient(url);
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`);
    await wait(5);
  }
}

async function kill(): Promise<void> {
  if (!running) return;
  const ended = once(running, 'close');
  running.kill('SIGKILL');
  await ended;
  running = null;
}

afterAll(async () => {
  await kill();
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('a server that is killed in the middle of an import', () => {
  it('accounts for every file, takes none twice, and leaves a sound folder, 25 times over', async () => {
    const accepted: string[] = [];
    let api = await start();
    for (let kills = 0; kills < KILLS; kills++) {
      const { imports } = await api.call('listImports');
      if (imports.every(({ state }) => state === 'done')) {
        accepted.push(await api.upload({ name: 'a.zip', bytes: await archive(accepted.length) }));
      }
      await wait(Math.random() * LONGEST_LIFE_MS);
      await kill();
      api = await start();
    }
    for (const id of accepted) {
      const done = await api.done(id);
      expect(done.counts).toMatchObject({ imported: FILES, duplicate: 0, failed: 0, 'same-run': 0 });
      const { files } = await api.call('getImportFiles', { id });
      expect(new Set(files.map(({ name }) => name)).size).toBe(FILES);
      expect(files).toHaveLength(FILES);
    }
    expect((await api.call('listRuns')).runs).toHaveLength(accepted.length * FILES);
    await kill();
    const env = { PATH: process.env.PATH ?? '', KNEEWISE_DATA: dataFolder };
    expect(execFileSync(process.execPath, [join(DIST, 'server/cli.js'), 'doctor'], { env }).toString()).toBe(
      'All is sound.\n',
    );
    const connection = openSqlite(join(dataFolder, 'kneewise.sqlite'));
    expect(connection.prepare("select count(*) as n from import_sources where state = 'waiting'").get()).toEqual({
      n: 0,
    });
    connection.close();
  });
});
