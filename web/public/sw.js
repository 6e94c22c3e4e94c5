/**
 * Keeps what was looked at readable without the server: page files by their fingerprint, answers and pages fresh from the
 * server whenever it answers. Nothing is fetched ahead, and nothing from anybody else.
 */
const CACHE = 'kneewise-1';
/** Answers kept; a marathon's is about half a megabyte. The oldest go first. */
const MOST_ANSWERS = 200;

/** Writes beside the answer, which nobody should wait for. */
function keepBeside(event, request, response) {
  event.waitUntil(keep(request, response));
}

async function keep(request, response) {
  const cache = await caches.open(CACHE);
  // Taken out first, so that the order of the cache is the order of use.
  await cache.delete(request);
  await cache.put(request, response);
  const answers = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/api/'));
  await Promise.all(answers.slice(0, Math.max(0, answers.length - MOST_ANSWERS)).map((old) => cache.delete(old)));
}

const isJson = (response) => response.headers.get('content-type')?.startsWith('application/json') ?? false;

/** Fresh when the server answers, else as last seen. What is gone there goes here too. */
async function networkFirst(event, name, isKept) {
  try {
    const response = await fetch(event.request);
    // A redirect leads to a login, which is no page to keep.
    if (response.ok && !response.redirected && isKept(response)) keepBeside(event, name, response.clone());
    if (response.status === 404 || response.status === 401) await (await caches.open(CACHE)).delete(name);
    return response;
  } catch (error) {
    const kept = await caches.match(name);
    if (kept) return kept;
    throw error;
  }
}

async function cacheFirst(event) {
  const kept = await caches.match(event.request);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) keepBeside(event, event.request, response.clone());
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
