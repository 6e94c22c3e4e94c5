import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MOST_FILE_BYTES } from '../../server/archive/limits.ts';
import { OPERATIONS } from '../../server/contract/operations.ts';
import { formOf, readProblem } from '../support/api-client.ts';
import { emptyFolder, TestServer } from '../support/built-server.ts';

const UNKNOWN_RUN = '0123456789abcdef';
const DAY_MS = 86_400_000;
const PART = 'Content-Disposition: form-data; name="files"';

let server: TestServer;
const webFolder = emptyFolder();
beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Kneewise</title>');
  writeFileSync(join(webFolder, 'assets/app-1234.js'), 'export {};');
  server = await TestServer.start({ webFolder });
});
afterAll(() => server.close());

/** A request with headers that `fetch` does not let a program set. */
function bare(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('errors', () => {
  it('are problems with a stable type for things that are not here', async () => {
    const id = UNKNOWN_RUN;
    for (const operation of ['getRun', 'getRunReport', 'getRunTrack', 'getRunOriginal', 'deleteRun'] as const) {
      expect(await server.api.fail(operation, { id }), operation).toMatchObject({
        status: 404,
        type: '/problems/run-not-found',
      });
    }
    expect(await server.api.fail('changeRun', { id }, { cadenceUnit: null })).toMatchObject({ status: 404 });
    const none = '00000000-0000-4000-8000-000000000000';
    expect(await server.api.fail('getImport', { id: none })).toMatchObject({ type: '/problems/import-not-found' });
    expect(await server.api.fail('watchImport', { id: none })).toMatchObject({ status: 404 });
    expect(await server.api.fail('deletePainEntry', { id: 7 })).toMatchObject({
      type: '/problems/pain-entry-not-found',
    });
    const entry = { date: '2026-01-01', runId: id, side: 'left', place: 'front', during: 2 };
    expect(await server.api.fail('createPainEntry', {}, entry)).toMatchObject({ type: '/problems/run-not-found' });
  });

  it('name the field that is wrong', async () => {
    const tall = await server.api.fail('putProfile', {}, { heightM: 178 });
    expect(tall).toMatchObject({ status: 400, type: '/problems/invalid-request' });
    expect(tall.detail).toContain('heightM');
    expect((await server.api.fail('putProfile', {}, { shoeSize: 43 })).detail).toContain('shoeSize');
    expect(await server.api.fail('getRun', { id: 'nonsense' })).toMatchObject({ status: 400 });
    expect(await server.api.fail('createPainEntry')).toMatchObject({ status: 400 });
  });

  it('say in one plain sentence what the field has to be', async () => {
    const said = async (...request: Parameters<typeof server.api.fail>) => (await server.api.fail(...request)).detail;
    expect(await said('putProfile', {}, { heightM: 178 })).toBe('"heightM" has to be in metres, between 1 and 2.5.');
    expect(await said('putProfile', {}, { bodyMassKg: 'heavy', lastKneeInjury: 'May' })).toBe(
      '"bodyMassKg" has to be in kilograms, between 25 and 300; "lastKneeInjury" has to be a date such as 2026-03-31.',
    );
    expect(await said('putProfile', {}, [])).toBe('A JSON object with named fields is needed.');
    expect(await said('getRun', { id: 'nonsense' })).toBe('"id" has to be 16 hex digits.');
    const entry = { date: '2026-01-01', side: 'left', place: 'front' };
    expect(await said('createPainEntry', {}, { ...entry, during: 10.5 })).toBe(
      '"during" has to be a whole number between 0 and 10.',
    );
  });

  it('refuse a pain entry without a score, and dates in the future', async () => {
    const entry = { date: '2026-01-01', side: 'left', place: 'front' };
    const noScore = await server.api.fail('createPainEntry', {}, entry);
    expect(noScore).toMatchObject({ status: 400, detail: expect.stringContaining('at least one score') });
    const daysAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const future = { status: 400, detail: expect.stringContaining('in the future') };
    expect(await server.api.fail('createPainEntry', {}, { ...entry, date: daysAhead(3), during: 1 })).toMatchObject(
      future,
    );
    for (const field of ['lastKneeInjury', 'lastOtherInjury'])
      expect(await server.api.fail('putProfile', {}, { [field]: daysAhead(3) })).toMatchObject(future);
    // The runner's day may have begun before the server's.
    await server.api.call('putProfile', {}, { lastKneeInjury: daysAhead(1) });
    const stored = await server.api.call('createPainEntry', {}, { ...entry, date: daysAhead(1), during: 1 });
    await server.api.call('deletePainEntry', { id: stored.id });
  });

  it.each([
    ['that is not multipart inside', 'multipart/form-data; boundary=x', 'garbage'],
    ['without a boundary', 'multipart/form-data', 'garbage'],
    ['that breaks off', 'multipart/form-data; boundary=x', `--x\r\n${PART}; filename="a.fit"\r\n\r\nabc`],
    ['with a broken header', 'multipart/form-data; boundary=x', '--x\r\n\u0000: y\r\n\r\nabc\r\n--x--\r\n'],
    ['of text', 'multipart/form-data; boundary=x', `--x\r\n${PART}\r\n\r\nhello\r\n--x--\r\n`],
    ['of JSON', 'application/json', '{}'],
  ])('tell what to send to someone who makes an upload %s, and log nothing', async (_what, type, body) => {
    const log = vi.spyOn(process.stderr, 'write');
    const consoleLog = vi.spyOn(console, 'error');
    const headers = { 'content-type': type };
    const answer = await readProblem(await fetch(`${server.url}/api/imports`, { method: 'POST', headers, body }));
    expect(answer).toMatchObject({ status: 400, type: '/problems/invalid-upload' });
    expect(answer.detail).toMatch(/^Send one or more watch files/);
    expect([...log.mock.calls, ...consoleLog.mock.calls]).toEqual([]);
    vi.restoreAllMocks();
  });

  it('name the whole address that is not there', async () => {
    const { detail } = await readProblem(await fetch(`${server.url}/api/nothing/here?x=1`));
    expect(detail).toContain('GET /api/nothing/here is not');
  });

  it('cut names that are longer than anybody reads, and keep their ends', async () => {
    const done = await server.api.import({ name: `${'é'.repeat(3000)}.fit`, bytes: Uint8Array.of(1) });
    expect(done.files[0]?.name).toBe(`…${'é'.repeat(395)}.fit`);
  });

  it('are problems for broken JSON, foreign fields, empty drops and unknown addresses too', async () => {
    const headers = { 'content-type': 'application/json' };
    const broken = await fetch(`${server.url}/api/profile`, { method: 'PUT', body: '{', headers });
    expect(await readProblem(broken)).toMatchObject({ status: 400 });
    const big = await fetch(`${server.url}/api/profile`, { method: 'PUT', body: `"${'x'.repeat(200_000)}"`, headers });
    expect(await readProblem(big)).toMatchObject({ status: 413 });
    const wrongField = new FormData();
    wrongField.append('file', new Blob(['x']), 'a.fit');
    expect(await server.api.fail('createImport', {}, wrongField)).toMatchObject({ type: '/problems/invalid-upload' });
    expect(await server.api.fail('createImport', {}, formOf([]))).toMatchObject({ status: 400 });
    expect(await readProblem(await fetch(`${server.url}/api/nothing`))).toMatchObject({
      type: '/problems/no-such-route',
    });
    expect(await readProblem(await fetch(`${server.url}/api/runs`, { method: 'PUT' }))).toMatchObject({ status: 404 });
  });

  it('refuse a request that says it is larger than any export', async () => {
    const answer = await bare('POST', '/api/imports', {
      'content-length': String(17 * 1024 ** 3),
      'content-type': 'multipart/form-data; boundary=x',
    });
    expect(answer.status).toBe(413);
  });

  it('refuse one oversized file and take its neighbours', async () => {
    const done = await server.api.import(
      { name: 'huge.gpx', bytes: new Uint8Array(MOST_FILE_BYTES + 1) },
      { name: 'note.txt', bytes: Uint8Array.of(72, 105) },
    );
    expect(done.files.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'huge.gpx too-large',
      'note.txt unknown-format',
    ]);
    expect(done.files[0]?.bytes).toBe(MOST_FILE_BYTES + 1);
  });

  it('tell an id and no stack when the fault is ours', async () => {
    const spoilt = await TestServer.start();
    // The table goes while the server runs: no route expects that.
    spoilt.rows('drop table pain_entries');
    const problem = await spoilt.api.fail('getPainLog');
    expect(problem).toMatchObject({ status: 500, type: '/problems/internal' });
    expect(problem.detail).toMatch(/[0-9a-f-]{36}/);
    expect(JSON.stringify(problem)).not.toMatch(/no such table|\.ts|\.js/);
    await spoilt.close();
  });
});

describe('other sites', () => {
  it('cannot reach in by a name of their own', async () => {
    const answer = await bare('GET', '/api/runs', { host: 'runner.example' });
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.body)).toMatchObject({ type: '/problems/foreign-host' });
    expect((await bare('GET', '/', { host: 'localhost.example:8420' })).status).toBe(403);
    expect((await bare('GET', '/api/runs', { host: 'localhost:1234' })).status).toBe(200);
    expect((await bare('GET', '/api/runs', { host: '[::1]:8420' })).status).toBe(200);
  });

  it('cannot change anything', async () => {
    const own = new URL(server.url).host;
    const from = (headers: Record<string, string>) => bare('POST', '/api/imports/sample', { host: own, ...headers });
    expect((await from({ origin: 'https://site.example' })).status).toBe(403);
    expect((await from({ origin: 'null' })).status).toBe(403);
    expect((await from({ origin: `http://127.0.0.1:1` })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await from({ 'sec-fetch-site': 'same-site' })).status).toBe(403);
    expect((await from({ origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(202);
  });

  it('are named nowhere in the headers', async () => {
    const { headers } = await fetch(server.url);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the page', () => {
  it('is served at every address that is not the API', async () => {
    for (const path of ['/', '/runs/0123456789abcdef', '/trends']) {
      const response = await fetch(server.url + path);
      expect(await response.text(), path).toContain('<title>Kneewise</title>');
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('lets browsers keep fingerprinted files, and gives no page for a missing one', async () => {
    const kept = await fetch(`${server.url}/assets/app-1234.js`);
    expect(kept.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${server.url}/assets/gone.js`)).status).toBe(404);
  });

  it('keeps answers of the API out of caches, and squeezes large ones', async () => {
    const response = await fetch(`${server.url}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });
});

describe('the description of the API', () => {
  it('names every operation, and every one answers at its address', async () => {
    const { paths, openapi } = await server.api.call('getOpenApi');
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { operationId: string }>).map(
        ([method, { operationId }]) => `${operationId} ${method} ${path}`,
      ),
    );
    const known = Object.entries(OPERATIONS).map(
      ([id, { method, path }]) => `${id} ${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.sort()).toEqual(known.sort());
    for (const { method, path } of Object.values(OPERATIONS)) {
      const response = await fetch(server.url + path.replace(':id', 'x'), { method: method.toUpperCase() });
      const text = await response.text();
      expect(text, `${method} ${path}`).not.toContain('no-such-route');
    }
  });

  it('says that putting the profile forgets what is left out', async () => {
    const { paths } = await server.api.call('getOpenApi');
    expect(paths['/api/profile']).toMatchObject({ put: { description: expect.stringContaining('whole profile') } });
  });

  it('refers only to schemas that it holds', async () => {
    const text = JSON.stringify(await server.api.call('getOpenApi'));
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect(referred.length).toBeGreaterThan(10);
    expect([...new Set(referred)].sort()).toEqual(expect.arrayContaining(['Import', 'Problem', 'Report', 'RunList']));
    for (const name of referred) expect(Object.keys(components.schemas)).toContain(name);
  });
});
