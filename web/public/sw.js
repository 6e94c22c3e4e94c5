/**
 * Keeps what was looked at readable without the server: page files by their fingerprint, answers and pages fresh from the
 * server whenever it answers. Nothing is fetched ahead, and nothing from anybody else.
 */
const CACHE = 'kneewise-1';
/** Answers kept; a marathon's is about half a megabyte. The oldest go first. */
const MOST_ANSWERS = 200;

/** So long after an answer was kept the oldest are dropped, milliseconds: not while a page waits for others. Assumption. */
const TIDY_AFTER_MS = 2000;

/** Opened once for as long as the worker runs. */
let opened;
const cache = () => {
  opened ??= caches.open(CACHE).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
};

async function keepAnswer(request, response) {
  const kept = await cache();
  // Taken out first, so that the order of the cache is the order of use.
  await kept.delete(request);
  await kept.put(request, response);
  await tidySoon();
}

let tidying;
function tidySoon() {
  tidying ??= new Promise((resolve) => setTimeout(resolve, TIDY_AFTER_MS)).then(async () => {
    tidying = undefined;
    const kept = await cache();
    const answers = (await kept.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/api/'));
    await Promise.all(answers.slice(0, Math.max(0, answers.length - MOST_ANSWERS)).map((old) => kept.delete(old)));
  });
  return tidying;
}

const isJson = (response) => response.headers.get('content-type')?.startsWith('application/json') ?? false;

/** Fresh when the server answers, else as last seen. What is gone there goes here too. */
async function networkFirst(event, name, isKept) {
  try {
    const response = await fetch(event.request);
    // A redirect leads to a login, which is no page to keep.
    // Beside the answer, which nobody should wait for.
    if (response.ok && !response.redirected && isKept(response)) event.waitUntil(keepAnswer(name, response.clone()));
    if (response.status === 404 || response.status === 401) await (await cache()).delete(name);
    return response;
  } catch (error) {
    const kept = await (await cache()).match(name);
    if (kept) return kept;
    throw error;
  }
}

async function cacheFirst(event) {
  const { request } = event;
  const files = await cache();
  const kept = await files.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) event.waitUntil(files.put(request, response.clone()));
  return response;
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n))));
  event.waitUntil(old.then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(cacheFirst(event));
  // Every page is the same file; it finds its content itself.
  else if (request.mode === 'navigate' && !pathname.startsWith('/api/') && pathname !== '/login')
    event.respondWith(networkFirst(event, '/', () => true));
  else if (pathname.startsWith('/api/') && request.headers.get('accept')?.includes('application/json'))
    event.respondWith(networkFirst(event, request, isJson));
});
