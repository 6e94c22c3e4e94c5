import { describe, expect, it } from 'vitest';
import { emptyFolder, TestServer } from '../support/built-server.ts';
import { kneewise } from '../support/command-line.ts';

const PASSWORD = 'correct horse battery';

describe('a server that others can reach', () => {
  it('does not start without a password', async () => {
    await expect(TestServer.start({ host: '0.0.0.0' })).rejects.toThrow(/needs a password first/);
  });

  it('answers nobody without a session, takes the right password only, and slows guessing down', async () => {
    const server = await TestServer.start({ host: '0.0.0.0', password: PASSWORD });
    const url = server.url.replace('0.0.0.0', '127.0.0.1');
    const get = (path: string, cookie = '') => fetch(url + path, { headers: { cookie }, redirect: 'manual' });
    expect((await get('/api/runs')).status).toBe(401);
    expect((await get('/')).headers.get('location')).toBe('/login');
    expect((await get('/api/health')).status).toBe(200);
    const login = (password: string) =>
      fetch(`${url}/login`, { method: 'POST', body: new URLSearchParams({ password }), redirect: 'manual' });
    const right = await login(PASSWORD);
    const cookie = right.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^kneewise_session=[\w-]{43}; .*HttpOnly; SameSite=Strict$/);
    const token = cookie.split(';')[0] ?? '';
    expect((await get('/api/runs', token)).status).toBe(200);
    expect((await get('/api/runs', `${token}x`)).status).toBe(401);
    const guesses = [];
    for (let i = 0; i < 6; i++) guesses.push((await login(`guess ${i}`)).status);
    expect(guesses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await login(PASSWORD)).status).toBe(429);
    await fetch(`${url}/logout`, { method: 'POST', headers: { cookie: token }, redirect: 'manual' });
    expect((await get('/api/runs', token)).status).toBe(401);
    await server.close();
  });

  it('keeps the password as a hash, and the command line sets it', async () => {
    const folder = emptyFolder();
    expect(kneewise(folder, ['password'], 'short\n')).toMatchObject({ status: 2 });
    expect(kneewise(folder, ['password'], `${PASSWORD}\n`).said).toContain('The password is set.');
    const server = await TestServer.start({ dataFolder: folder });
    expect((await fetch(`${server.url}/api/runs`)).status).toBe(401);
    expect(JSON.stringify(server.rows('select * from settings'))).not.toContain(PASSWORD);
    const body = new URLSearchParams({ password: PASSWORD });
    const answer = await fetch(`${server.url}/login`, { method: 'POST', body, redirect: 'manual' });
    expect(answer.status).toBe(303);
    await server.close();
  });
});
