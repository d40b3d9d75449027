// The service worker: after one visit the page works without its server. tools/offline.py writes VERSION and FILES.
//
// All files of a version are fetched with their digests before it counts as installed, so what is kept is whole and of
// one build; one that fails leaves the version before it as it was. A new version waits until the page asks for it. The tabs
// that did not ask are still of the version before, and find its files until they are loaded anew.

const VERSION = "@VERSION@";
const FILES = @FILES@;
const OURS = `delegate-roster ${new URL(self.registration.scope).pathname} `;
const KEPT = OURS + VERSION;
// How many versions before are kept while tabs may be of them: the last one, and those that waited in vain between.
const BEFORE = 3;

/** The files of other versions, in the order in which they were installed. */
const others = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    // It may be at work already: the same version is installed again where only this file was changed.
    const known = await caches.has(KEPT);
    const cache = await caches.open(KEPT);
    try {
      await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
        const answer = await fetch(new Request(file, { cache: "no-cache", integrity }));
        if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
        // An answer that was redirected cannot stand for a page that was asked for.
        await cache.put(file, answer.redirected ? new Response(answer.body, answer) : answer);
      }));
    } catch (error) {
      if (!known) await caches.delete(KEPT);
      throw error;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    const names = await others();
    // The only tab is the one that asked, and it is loaded anew.
    const gone = tabs.length > 1 ? names.slice(0, -BEFORE) : names;
    await Promise.all(gone.map((name) => caches.delete(name)));
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
  if (Object.hasOwn(FILES, known)) {
    event.respondWith(caches.open(KEPT).then((cache) => cache.match(known)).then((kept) => kept ?? fetch(event.request)));
  } else if (mode !== "navigate") {
    event.respondWith(before(file).then((kept) => kept ?? fetch(event.request)));
  }
});

/** A file that only another version has. */
async function before(file) {
  for (const name of await others()) {
    const kept = await (await caches.open(name)).match(file);
    if (kept) return kept;
  }
  return undefined;
}
