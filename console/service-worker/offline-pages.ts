// Answers for the console while the gateway does not: with the page of recognition, as it was built.
// What the gateway says is never kept: no answer of the graph, no sign-in, nothing about people.
declare const self: ServiceWorkerGlobalScope;

/** The build puts them here. */
declare const __OFFLINE_FILES__: {
  /** Hash of the build. */
  readonly version: string;
  /** Script that the page of this build begins with. */
  readonly entry: string;
  readonly files: readonly string[];
};

const { version, entry, files } = __OFFLINE_FILES__;
const PREFIX = 'tongma-pages-';
const CACHE = `${PREFIX}${version}`;
/** Pages it answers for. Its scope is wider: it takes in the assets that the QR reader asks for. */
const CONSOLE = '/console/';
/** Every address of the console is the same page. */
const PAGE = '/console/recognize';
/** So long the gateway is waited for before the page comes from here. */
const PATIENCE_MS = 4_000;
const known = new Set(files);

/** The page of this very build; while a new one is rolled out another may answer. */
async function pageOfBuild(): Promise<Response> {
  const page = await fetch(PAGE, { cache: 'no-cache', credentials: 'omit' });
  const text = await page.clone().text();
  if (!page.ok || !text.includes(entry)) throw new Error('Another build answered.');
  return page;
}

async function install(): Promise<void> {
  const page = await pageOfBuild();
  const cache = await caches.open(CACHE);
  await cache.addAll(files);
  await cache.put(PAGE, page);
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function kept(path: string): Promise<Response | undefined> {
  const cache = await caches.open(CACHE);
  return cache.match(path, { ignoreVary: true });
}

function patience(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
}

/** The page as the gateway has it; as it was kept when nothing answers, or only a fault does. */
async function page(request: Request): Promise<Response> {
  const asked = fetch(request).catch(() => null);
  const answer = await Promise.race([asked, patience()]);
  if (answer && answer.status < 500) return answer;
  return (await kept(PAGE)) ?? (await asked) ?? Response.error();
}

async function file(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOthers().then(() => self.clients.claim()));
});

// A page of this build has it take over from the worker of an older one. To a page of another build
// it says that it waits: whoever looks at that page says when.
self.addEventListener('message', ({ data, source }: ExtendableMessageEvent) => {
  if (data === entry || data === 'TAKE_OVER') void self.skipWaiting();
  else source?.postMessage('OTHER_BUILD');
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname.startsWith(CONSOLE)) event.respondWith(page(request));
  } else if (known.has(pathname)) event.respondWith(file(request, pathname));
});

export {};
