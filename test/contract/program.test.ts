import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { readConfig } from '../../server/config.ts';
import { ApiClient } from '../support/api-client.ts';
import { DIST, emptyFolder } from '../support/built-server.ts';

interface Program {
  readonly child: ChildProcess;
  /** Everything said so far. */
  readonly said: () => string;
  /** Resolves with the exit code, null after a signal. */
  readonly ended: Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

function start(environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(DIST, 'server/main.js')], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', ...environment },
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said: () => said, ended };
}

/** The address that the program prints. */
async function addressOf({ said, ended }: Program): Promise<string> {
  for (;;) {
    const url = /^Kneewise is running at (http:\S+)$/m.exec(said())?.[1];
    if (url !== undefined) return url;
    const code = await Promise.race([ended, wait(20, 'up')]);
    if (code !== 'up') throw new Error(`ended with ${code}: ${said()}`);
  }
}

describe('the server as a program', () => {
  it('prints its address, serves there, and ends cleanly when asked', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const program = start({ KNEEWISE_DATA: dataFolder() });
      const url = await addressOf(program);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect((await new ApiClient(url).call('getHealth')).status).toBe('ok');
      program.child.kill(signal);
      expect(await program.ended).toBe(0);
      expect(program.said().trim().split('\n')).toHaveLength(1);
    }
  });

  it('ends with one clear sentence when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const program = start({ PORT: String(port), KNEEWISE_DATA: dataFolder() });
    expect(await program.ended).toBe(1);
    expect(program.said()).toBe(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop that one, or choose another port, such as PORT=${port + 1}.\n`,
    );
    other.close();
  });

  it('does not share a data folder with another server', async () => {
    const folder = dataFolder();
    const first = start({ KNEEWISE_DATA: folder });
    await addressOf(first);
    const second = start({ KNEEWISE_DATA: folder });
    expect(await second.ended).toBe(1);
    expect(second.said()).toMatch(/^Another Kneewise is using the data folder .+\n$/);
  });

  it('says what is wrong with a setting or a folder', async () => {
    const badPort = start({ PORT: 'eighty', KNEEWISE_DATA: dataFolder() });
    expect(await badPort.ended).toBe(1);
    expect(badPort.said()).toBe('PORT has to be a number, but is "eighty".\n');
    const file = join(DIST, 'server/main.js');
    const noFolder = start({ KNEEWISE_DATA: file });
    expect(await noFolder.ended).toBe(1);
    expect(noFolder.said()).toContain(`The data folder ${file} is a file, no folder.`);
  });

  it.skipIf(process.getuid?.() === 0)(
    'says so when the folder is read-only (not provable as root, who may write anywhere)',
    async () => {
      const folder = join(dataFolder(), 'locked');
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      const program = start({ KNEEWISE_DATA: folder });
      expect(await program.ended).toBe(1);
      expect(program.said()).toContain('cannot be written');
    },
  );

  it('is killed at moments of an import, starts again, and has every file once', async () => {
    const folder = dataFolder();
    const files = quietSeason(9).slice(0, 20);
    let program = start({ KNEEWISE_DATA: folder });
    const id = await new ApiClient(await addressOf(program)).upload(...files);
    for (const afterMs of [150, 400, 250, 600]) {
      await wait(afterMs);
      program.child.kill('SIGKILL');
      await program.ended;
      program = start({ KNEEWISE_DATA: folder });
      await addressOf(program);
    }
    const api = new ApiClient(await addressOf(program));
    const done = await api.done(id);
    expect(done.counts).toMatchObject({ imported: files.length, duplicate: 0, failed: 0 });
    const { runs } = await api.call('listRuns');
    expect(new Set(runs.map((run) => run.fileName))).toEqual(new Set(files.map((file) => file.name)));
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});

describe('the settings', () => {
  it('are this machine only, port 8420 and ./data unless told otherwise', () => {
    expect(readConfig({}, '/app/dist/server', '/somewhere')).toMatchObject({
      host: '127.0.0.1',
      port: 8420,
      dataFolder: '/somewhere/data',
      webFolder: '/app/dist/web',
      sampleFolder: '/app/dist/sample-season',
      workerScript: '/app/dist/server/analysis-worker.js',
    });
    const told = readConfig({ PORT: '9000', HOST: '0.0.0.0', KNEEWISE_DATA: '/srv/knees' }, '/app', '/');
    expect(told).toMatchObject({ host: '0.0.0.0', port: 9000, dataFolder: '/srv/knees' });
  });

  it('are all named that are wrong', () => {
    expect(() => readConfig({ PORT: '70000', KNEEWISE_DATA: ' ' }, '/app', '/')).toThrow(
      'PORT has to be 0 to 65535, but is "70000".\nKNEEWISE_DATA must not be empty, but is " ".',
    );
  });
});
