/* Keeps a few pages for when there is no network: the shell, 办事指南, and of personal pages only
   the member card and 我的预约. Those go as soon as somebody signs out or is asked to sign in. */
const SHELL = 'shell-4';
const PERSONAL = 'personal-2';
const shellPages = ['/offline', '/guide/join'];
const personalPages = ['/me/card', '/me/bookings'];
/** Encrypted lists of the check-in page; scans that still wait to be sent are kept elsewhere. */
const DOOR_LISTS = 'lianxin-door-lists';
const leaving = ['/login', '/signed-out', '/staff/login'];

function forget() {
  indexedDB.deleteDatabase(DOOR_LISTS);
  return caches.delete(PERSONAL);
}

/** A page kept without its scripts and styles would only show that something is missing. */
async function keepShell() {
  const cache = await caches.open(SHELL);
  const assets = new Set();
  for (const url of shellPages) {
    // Nobody signed in may be seen in what everyone on this phone gets.
    const answer = await fetch(new Request(url, { credentials: 'omit' }));
    if (!answer.ok) throw new Error(`no ${url}`);
    const text = await answer.clone().text();
    for (const [path] of text.matchAll(/\/_next\/static\/[\w./~-]+\.(?:js|css|svg)/g))
      assets.add(path);
    await cache.put(url, answer);
  }
  await cache.addAll([...assets]);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const known = [SHELL, PERSONAL];
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((n) => !known.includes(n)).map((n) => caches.delete(n))),
      )
      .then(() => self.clients.claim()),
  );
});

async function keep(name, key, answer) {
  if (answer.ok && !answer.redirected) await (await caches.open(name)).put(key, answer.clone());
  return answer;
}

async function page(request, pathname) {
  try {
    const answer = await fetch(request);
    return personalPages.includes(pathname) ? keep(PERSONAL, pathname, answer) : answer;
  } catch {
    const kept = await caches.match(pathname);
    return kept ?? (await caches.match('/offline')) ?? Response.error();
  }
}

/** Moving inside the app fetches no document; the page is fetched once more to be kept whole. */
async function keepDocument(pathname) {
  const answer = await fetch(pathname, { credentials: 'same-origin' });
  await keep(PERSONAL, pathname, answer);
}

async function asset(request) {
  return (await caches.match(request)) ?? keep(SHELL, request, await fetch(request));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (leaving.includes(url.pathname)) event.waitUntil(forget());
  if (request.mode === 'navigate') event.respondWith(page(request, url.pathname));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(asset(request));
  else if (personalPages.includes(url.pathname) && url.searchParams.has('_rsc'))
    event.waitUntil(keepDocument(url.pathname).catch(() => undefined));
});

self.addEventListener('message', (event) => {
  if (event.data === 'signed-out') event.waitUntil(forget());
});
