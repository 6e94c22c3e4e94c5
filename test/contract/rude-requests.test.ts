/** Requests that no browser sends: halves of uploads, and streams by the hundred. */
import { readdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { quietSeason } from '../../fixtures/season/quiet-season.ts';
import { TestServer } from '../support/built-server.ts';

const HALF_UPLOADS = 40;
const STREAMS = 150;
const WAIT = { timeout: 20_000 };
const [FIRST, ...MORE] = quietSeason().slice(0, 9);

let server: TestServer;
const open: Socket[] = [];
beforeAll(async () => {
  server = await TestServer.start();
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.destroy();
});
afterAll(() => server.close());

/** Opens a connection and sends the lines of a request; what should follow never comes. Ends when it answers, if it does. */
function begin(...lines: readonly string[]): { readonly answered: Promise<void> } {
  const { hostname, port, host } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  open.push(socket);
  // Breaking off a connection that still has something to say is what these tests do.
  socket.on('error', () => undefined);
  const [first = '', ...rest] = lines;
  socket.write([first, `Host: ${host}`, ...rest].join('\r\n'));
  return { answered: new Promise((resolve) => socket.once('data', () => resolve())) };
}

const beginUpload = (name: string) =>
  begin(
    'POST /api/imports HTTP/1.1',
    ...['Content-Type: multipart/form-data; boundary=x', 'Content-Length: 500000', '', '--x'],
    ...[`Content-Disposition: form-data; name="files"; filename="${name}"`, '', 'a'.repeat(100_000)],
  );

const incoming = (): readonly string[] => readdirSync(join(server.config.dataFolder, 'incoming'));

it('uploads that are never finished hold up nobody else and leave nothing behind', async () => {
  if (!FIRST) throw new Error('empty season');
  for (let i = 0; i < HALF_UPLOADS; i++) beginUpload(`half-${i}.fit`);
  await vi.waitFor(() => expect(incoming()).toHaveLength(HALF_UPLOADS), WAIT);
  const { id, counts } = await server.api.import(FIRST);
  expect(counts.imported).toBe(1);

  for (const socket of open.splice(0)) socket.destroy();
  await vi.waitFor(() => expect(incoming()).toEqual([]), WAIT);
  const { imports } = await server.api.call('listImports');
  expect(imports.map((one) => one.id)).toEqual([id]);
});

it('streams by the hundred are answered, and pages and the import beside them', async () => {
  const id = await server.api.upload(...MORE);
  const streams = Array.from({ length: STREAMS }, () => begin(`GET /api/imports/${id}/events HTTP/1.1`, '', ''));
  expect((await server.api.call('listRuns')).runs.length).toBeGreaterThan(0);
  await Promise.all(streams.map(({ answered }) => answered));
  expect((await server.api.done(id)).counts.imported).toBe(MORE.length);
});
