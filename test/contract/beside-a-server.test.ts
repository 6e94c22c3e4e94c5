import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { until } from '../support/api-client.ts';
import { DIST, emptyFolder, TestServer } from '../support/built-server.ts';
import { PROJECT } from '../support/project-files.ts';
import { zipOf } from '../support/zip.ts';

const SEASON = quietSeason().slice(0, 4);
const PASSWORD = 'correct horse battery';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = emptyFolder();
  folders.push(folder);
  return folder;
}

/** The command line on a data folder, while this process goes on to serve. */
function kneewise(dataFolder: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env.PATH ?? '', KNEEWISE_DATA: dataFolder };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(DIST, 'server/cli.js'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: `${stdout}${stderr}` }),
    );
  });
}

/** A season in a folder, with names that are hard to write in a request. */
function given(): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'Läufe; "1"'));
  for (const [i, { bytes }] of SEASON.entries()) writeFileSync(join(folder, `Läufe; "1"/${i}% 晨'.fit`), bytes);
  writeFileSync(join(folder, 'letter.txt'), 'dear diary');
  return folder;
}

describe('kneewise import beside a running server', () => {
  it('hands the files to that server, with and without a password, and tells what became of them', async () => {
    for (const password of [null, PASSWORD]) {
      const server = await TestServer.start({ dataFolder: newFolder(), password });
      const { dataFolder } = server.config;
      const folder = given();
      expect(await kneewise(dataFolder, 'import', folder)).toEqual({
        code: 0,
        said: '4 new runs, 1 no recording\n',
      });
      const rows = server.rows(
        "select i.origin, f.name from imports i join import_files f on f.import_id = i.id where f.state = 'imported'",
      );
      expect(rows.map(({ origin }) => origin)).toEqual(SEASON.map(() => 'command'));
      expect(rows.map(({ name }) => String(name)).sort()[0]).toMatch(/\/Läufe; "1"\/0% 晨'\.fit$/);
      writeFileSync(join(folder, 'all.zip'), await zipOf({ 'a.fit': SEASON[0]?.bytes ?? new Uint8Array() }));
      expect((await kneewise(dataFolder, 'import', join(folder, 'all.zip'))).said).toBe('1 here already\n');
      await server.stop();
    }
  });

  it('is let in by a note that only the owner can read, which goes with the server, and by no other key', async () => {
    const server = await TestServer.start({ dataFolder: newFolder(), password: PASSWORD });
    const path = join(server.config.dataFolder, 'server.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { url, key } = JSON.parse(readFileSync(path, 'utf8')) as { url: string; key: string };
    const statusWith = async (authorization: string) => {
      return (await fetch(`${url}/api/runs`, { headers: { authorization } })).status;
    };
    expect(await statusWith(`Bearer ${key}`)).toBe(200);
    expect(await statusWith(`Bearer ${key}x`)).toBe(401);
    expect(await statusWith('Bearer ')).toBe(401);
    await server.stop();
    expect(() => statSync(path)).toThrow(/ENOENT/);
  });

  it('says what hinders where the note is of a server that was killed while another program has the folder', async () => {
    const server = await TestServer.start({ dataFolder: newFolder() });
    const { dataFolder } = server.config;
    const path = join(dataFolder, 'server.json');
    writeFileSync(path, JSON.stringify({ url: 'http://127.0.0.1:9', key: 'old' }));
    const { code, said } = await kneewise(dataFolder, 'import', given());
    expect({ code, said }).toEqual({ code: 2, said: expect.stringMatching(/^error: Another Kneewise is using/) });
    await server.stop();
  });
});

describe('an import while another program holds the database', () => {
  let holder: ChildProcess | null = null;
  afterEach(() => holder?.kill('SIGKILL'));

  /** Another program, ready to hold the database as an editor of databases may. @returns what lets it begin. */
  async function holderOf(dataFolder: string): Promise<() => Promise<void>> {
    const script = `import { DatabaseSync } from '@photostructure/sqlite';
      const held = new DatabaseSync(${JSON.stringify(join(dataFolder, 'kneewise.sqlite'))}, { timeout: 5000 });
      process.stdin.on('data', () => { held.exec('begin immediate'); console.log('held'); });
      console.log('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
      cwd: PROJECT,
    });
    holder = child;
    await once(child.stdout, 'data');
    return async () => {
      child.stdin.write('go');
      await once(child.stdout, 'data');
    };
  }

  it('says so, answers meanwhile, and goes on by itself', async () => {
    const server = await TestServer.start({ dataFolder: newFolder() });
    const zip = await zipOf(
      Object.fromEntries(
        quietSeason(8)
          .slice(0, 10)
          .map(({ name, bytes }) => [name, bytes]),
      ),
    );
    const hold = await holderOf(server.config.dataFolder);
    const id = await server.api.upload({ name: 'season.zip', bytes: zip });
    await hold();
    const stalled = await until(
      () => server.api.call('getImport', { id }),
      ({ stalled }) => stalled !== null,
    );
    expect(stalled.stalled).toMatch(/^Another program holds the database .* goes on by itself/);
    const refused = await server.api.fail('putProfile', {}, { heightM: 1.8 });
    expect(refused).toMatchObject({ status: 503, type: '/problems/database-locked' });
    holder?.kill('SIGKILL');
    const done = await server.api.done(id);
    expect(done.counts).toMatchObject({ imported: 10, failed: 0, duplicate: 0 });
    expect(done.stalled).toBeNull();
    await server.stop();
  });
});

describe('what is in the queue and cannot be read', () => {
  it('is told, and what comes behind it is taken', async () => {
    const server = await TestServer.start({ dataFolder: newFolder() });
    // As when something else stands at its place by the time that its turn comes.
    const id = crypto.randomUUID();
    server.rows(`insert into imports (id, created_at_ms, origin) values ('${id}', 1, 'watch') returning id`);
    const folder = newFolder();
    server.rows(
      `insert into import_sources (import_id, name, path, is_ours) values ('${id}', 'folder', '${folder}', 0) returning id`,
    );
    const zip = await zipOf({ 'a.fit': SEASON[0]?.bytes ?? new Uint8Array() });
    expect((await server.api.import({ name: 'behind.zip', bytes: zip })).counts.imported).toBe(1);
    const { files } = await server.api.done(id);
    expect(files).toMatchObject([{ state: 'failed', code: 'unreadable-file' }]);
    await server.stop();
  });
});
