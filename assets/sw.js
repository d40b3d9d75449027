// The service worker: after one visit the page works without its server. tools/offline.py writes VERSION and FILES.
//
// All files of a version are fetched with their digests before it counts as installed, so what is kept is whole and of
// one build; one that fails leaves the version before it as it was. A new version waits until the page asks for it.

const VERSION = "@VERSION@";
const FILES = @FILES@;
const OURS = `delegate-roster ${new URL(self.registration.scope).pathname} `;
const KEPT = OURS + VERSION;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(KEPT);
    try {
      await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
        const answer = await fetch(new Request(file, { cache: "no-cache", integrity }));
        if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
        // An answer that was redirected cannot stand for a page that was asked for.
        await cache.put(file, answer.redirected ? new Response(answer.body, answer) : answer);
      }));
    } catch (error) {
      await caches.delete(KEPT);
      throw error;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== KEPT).map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(self.registration.scope)) return;
  const file = new URL(url).pathname.slice(new URL(self.registration.scope).pathname.length);
  const known = file === "" || mode === "navigate" && file === "index.html" ? "index.html" : file;
  if (!Object.hasOwn(FILES, known)) return;
  event.respondWith(caches.open(KEPT).then((cache) => cache.match(known)).then((kept) => kept ?? fetch(event.request)));
});
