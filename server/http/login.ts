/** The door: nothing is answered without a session once a password is set. */
import { type Request, type RequestHandler, Router, urlencoded } from 'express';
import { z } from 'zod';
import { type Passwords, SESSION_MS } from '../services/passwords.ts';
import { HttpProblem } from './problem.ts';

const COOKIE = 'kneewise_session';

const loginSchema = z.object({ password: z.string().max(1000) });

const TELL = {
  none: '',
  wrong: '<p role="alert">That was not the password.</p>',
  'too-many': '<p role="alert">Too many wrong passwords. Wait a quarter of an hour and try again.</p>',
} as const;

/** Plain, without script, so that it works whatever becomes of the page behind it. */
const loginPage = (tell: keyof typeof TELL): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kneewise: log in</title>
<link rel="stylesheet" href="/login.css">
</head>
<body>
<main>
<h1>Kneewise</h1>
${TELL[tell]}
<form method="post" action="/login">
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus>
<button type="submit">Log in</button>
</form>
</main>
</body>
</html>
`;

const LOGIN_CSS = `:root { color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; }
body { display: grid; min-height: 90vh; place-items: center; margin: 1rem; }
form { display: grid; gap: 0.6rem; width: min(20rem, 100%); }
input, button { font: inherit; padding: 0.5rem 0.7rem; }
`;

function tokenOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((one) => one.trim());
  return cookies.find((one) => one.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? null;
}

/** A proxy in front may speak HTTPS with the browser; then the cookie must never go out bare. */
const isSecure = (request: Request): boolean => request.secure || request.get('x-forwarded-proto') === 'https';

const addressOf = (request: Request): string => request.socket.remoteAddress ?? '';

/** Answers the login page and refuses everything else without a session. Stands before all other routes. */
export function requireLogin(passwords: Passwords): Router {
  const router = Router();

  const pass: RequestHandler = async (request, response, next) => {
    const token = tokenOf(request);
    if (!(await passwords.isSet()) || (token !== null && passwords.isLoggedIn(token))) return next();
    const key = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
    if (key !== undefined && passwords.isOwnKey(key)) return next();
    if (request.path === '/api/health') return next();
    if (!request.path.startsWith('/api') && request.method === 'GET') return response.redirect(302, '/login');
    throw new HttpProblem(401, 'login-needed', 'Login needed', 'Log in first: open /login on this server.');
  };

  router.get('/login.css', (_request, response) => void response.type('css').send(LOGIN_CSS));
  router.get('/login', (_request, response) => void response.set('Cache-Control', 'no-store').send(loginPage('none')));
  router.post('/login', urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    const login = await passwords.login(loginSchema.parse(request.body).password, addressOf(request));
    if (login === 'wrong') return void response.status(401).send(loginPage('wrong'));
    if (login === 'too-many') return void response.status(429).set('Retry-After', '900').send(loginPage('too-many'));
    const common = { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(request) } as const;
    response.cookie(COOKIE, login.token, { ...common, maxAge: SESSION_MS }).redirect(303, '/');
  });
  router.post('/logout', (request, response) => {
    passwords.logout(tokenOf(request) ?? '');
    response.clearCookie(COOKIE, { path: '/' }).redirect(303, '/login');
  });
  router.use(pass);
  return router;
}
