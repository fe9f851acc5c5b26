/**
 * The dashboard's own files, so that a tablet that is reloaded without a network still opens and says what it keeps.
 * Never the API: a clinical reply is either of this moment or not there (docs/decisions/0011-what-waits-on-a-device.md).
 * The build puts the list of files and its fingerprint in place of the two names below.
 */
declare const SHELL_FILES: readonly string[];
declare const SHELL_VERSION: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = `tandem-shell-${SHELL_VERSION}`;
const PAGE = '/index.html';
/** A server that answers slower than this has the page of the shell shown in its place. */
const PAGE_WAIT_MS = 3_000;
const TRIES = 4;
const AGAIN_MS = 500;

worker.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(SHELL_FILES.map((file) => keep(cache, new Request(file, { cache: 'no-cache' }))));
  };
  event.waitUntil(fill());
});

/**
 * One of some 150 files that does not come would leave the tablet without its shell until it is opened again, and a
 * connection may end while it is asked over: it is asked for again.
 */
async function keep(cache: Cache, request: Request, triesLeft = TRIES): Promise<void> {
  try {
    const reply = await fetch(request);
    if (!reply.ok) throw new Error(`${request.url}: ${reply.status}`);
    await cache.put(request, reply);
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await new Promise((again) => setTimeout(again, AGAIN_MS));
    await keep(cache, request, triesLeft - 1);
  }
}

// No skipWaiting: an older page goes on with its own files until it is closed or reloaded.
worker.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    // So that the page that brought the worker can be reloaded without a network at once.
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (SHELL_FILES.includes(pathname)) event.respondWith(file(request));
});

/** From the server while it answers: a page from the shell may be of the version before. */
async function page(request: Request): Promise<Response> {
  const fromServer = fetch(request).catch(() => null);
  const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), PAGE_WAIT_MS));
  const answer = await Promise.race([fromServer, waited]);
  if (answer !== null && answer.status < 500) return answer;
  return (await caches.match(PAGE, { cacheName: CACHE })) ?? answer ?? Response.error();
}

/** Their names change with their content, so the shell's are as good as the server's. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
}
