/* Keeps a few pages for when there is no network. Personal pages: only the card and 我的预约, and
   they go when the person signs out (the sign-out answer clears the browser's caches). */
const SHELL = 'shell-1';
const PERSONAL = 'personal-1';
const shellPages = ['/offline', '/guide/join'];
const personalPages = ['/me/card', '/me/bookings'];

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(shellPages))
      .then(() => self.skipWaiting()),
  );
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

async function keep(name, request, answer) {
  if (answer.ok && !answer.redirected) await (await caches.open(name)).put(request, answer.clone());
  return answer;
}

async function page(request) {
  const { pathname } = new URL(request.url);
  try {
    const answer = await fetch(request);
    if (pathname === '/login' || answer.redirected) await caches.delete(PERSONAL);
    if (personalPages.includes(pathname)) return keep(PERSONAL, request, answer);
    if (shellPages.includes(pathname)) return keep(SHELL, request, answer);
    return answer;
  } catch {
    const kept = await caches.match(request, { ignoreSearch: true });
    return kept ?? (await caches.match('/offline')) ?? Response.error();
  }
}

async function asset(request) {
  return (await caches.match(request)) ?? keep(SHELL, request, await fetch(request));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(asset(request));
});

self.addEventListener('message', (event) => {
  if (event.data === 'signed-out') event.waitUntil(caches.delete(PERSONAL));
});
