// After one visit the page needs no server: reload, new tab, link, import. A newer version waits, and is whole or not
// there. The whole page in one file opens by a double click.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { test } from "node:test";
import { profile, saved, see, singleFile } from "./harness.mjs";
import { chain, text } from "./page.mjs";
import { DIST } from "./server.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };

/** A server of a folder under `/deep/`, whose folder, faults and life can be changed. */
async function site(folder) {
  const state = { folder, broken: new Set(), asked: [] };
  const answer = (request, response) => {
    const name = new URL(request.url, "http://x").pathname.replace(/^\/deep\//, "") || "index.html";
    state.asked.push(name);
    if (state.broken.has(name)) return response.writeHead(500).end();
    try {
      const body = readFileSync(join(state.folder, name));
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream", "cache-control": "no-cache" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  let server = createServer(answer);
  await new Promise((ready) => { server.listen(0, "127.0.0.1", ready); });
  const { port } = server.address();
  state.address = `http://127.0.0.1:${port}/deep/`;
  state.stop = () => new Promise((done) => { server.close(done); server.closeAllConnections(); });
  state.start = async () => {
    server = createServer(answer);
    await new Promise((ready) => { server.listen(port, "127.0.0.1", ready); });
  };
  return state;
}

/** A copy of the built page that says another thing in its title: a later version. */
function later(t) {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of readdirSync(DIST)) copyFileSync(join(DIST, name), join(folder, name));
  const page = readFileSync(join(folder, "index.html"), "utf8").replace("<body>", '<body data-version="2">');
  writeFileSync(join(folder, "index.html"), page);
  const digest = (name) => `sha256-${createHash("sha256").update(readFileSync(join(folder, name))).digest("base64")}`;
  const worker = readFileSync(join(folder, "sw.js"), "utf8");
  writeFileSync(join(folder, "sw.js"), worker.replace(/VERSION = "[^"]*"/, 'VERSION = "2"').replace(/"index.html": "[^"]*"/, `"index.html": "${digest("index.html")}"`));
  return folder;
}

const ready = (page) => page.waitForFunction(() => document.querySelector(".offline-state")?.textContent.includes("without a network"));
const version = (page) => page.evaluate(() => document.body.dataset.version ?? "1");
/** A test with a server of its own, which it may stop and change. */
const served = (name, body) => test(name, { timeout: 90_000 }, async (t) => {
  const server = await site(DIST);
  t.after(() => server.stop());
  const { context, faults } = await profile(t, { origins: [server.address] });
  await body({ t, context, faults, server, page: await context.newPage() });
});

served("after one visit everything works with the server gone", async ({ context, server, page }) => {
  await page.goto(server.address);
  await ready(page);
  await server.stop();
  await page.reload();
  await page.waitForSelector(".grid");
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
  await page.selectOption("#method", "adams");
  await page.click("text=Share");
  const link = await page.inputValue("#share-link");
  const tab = await context.newPage();
  await tab.goto(link);
  await tab.click("text=Open as a copy");
  await see.equal(() => tab.inputValue("#method"), "adams");
  await tab.click("text=Open table");
  await tab.fill("#import-text", "unit\tmembers\na\t5\nb\t7\n");
  await tab.click("text=Replace the units");
  await see.equal(() => tab.getAttribute(".grid", "aria-rowcount"), "4", "two units, the headings and the sum");
  await see.deepEqual(() => Promise.all([text(tab, 0, 0), text(tab, 1, 0)]), ["a", "b"]);
  await server.start();
});

served("exactly the built files are kept, each once", async ({ server, page }) => {
  await page.goto(server.address);
  await ready(page);
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname.replace("/deep/", "")).sort();
  });
  assert.deepEqual(kept, readdirSync(DIST).filter((name) => name !== "sw.js").sort());
});

served("a newer version waits, is announced, and takes over when asked, the work saved", async ({ t, server, page }) => {
  await page.goto(server.address);
  await ready(page);
  server.folder = later(t);
  await page.reload();
  await page.waitForSelector(".new-version");
  await see.equal(() => version(page), "1", "the version before it goes on until asked");
  await page.selectOption("#method", "adams");
  await page.click(".new-version");
  await page.waitForFunction(() => document.body.dataset.version === "2");
  await page.waitForSelector(".grid");
  await see.equal(() => page.inputValue("#method"), "adams");
  await see.equal(() => page.evaluate(async () => (await caches.keys()).length), 1, "the files of the version before are gone");
});

served("a tab that did not ask goes on with its own files, and is told", async ({ t, context, server, page }) => {
  await page.goto(server.address);
  await ready(page);
  const other = await context.newPage();
  await other.goto(server.address);
  await ready(other);
  server.folder = later(t);
  // A file of this version that the later one does not have.
  const stray = "of-version-1.txt";
  await page.evaluate(async (name) => {
    const [first] = await caches.keys();
    await (await caches.open(first)).put(name, new Response("kept"));
  }, stray);
  await page.reload();
  await page.click(".new-version");
  await page.waitForFunction(() => document.body.dataset.version === "2");
  await other.waitForSelector(".new-version");
  assert.equal(await version(other), "1", "nobody loads a tab anew that did not ask");
  assert.equal(await other.evaluate(async (name) => (await fetch(name)).text(), stray), "kept");
  assert.equal(await other.evaluate(async () => (await caches.keys()).length), 2);
  await other.click(".new-version");
  await other.waitForFunction(() => document.body.dataset.version === "2");
});

served("an update of which one file fails leaves the version before as it was, whichever file it is", async ({ t, server, page }) => {
  await page.goto(server.address);
  await ready(page);
  server.folder = later(t);
  const files = readdirSync(DIST).filter((name) => name !== "sw.js");
  for (const file of files) {
    server.broken = new Set([file]);
    server.asked.length = 0;
    const failed = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const installing = new Promise((done) => {
        registration.addEventListener("updatefound", () => {
          const worker = registration.installing;
          worker.addEventListener("statechange", () => done(worker.state));
        }, { once: true });
      });
      await registration.update().catch(() => undefined);
      return installing;
    });
    assert.equal(failed, "redundant", file);
    assert.ok(server.asked.includes(file), `${file} was asked for`);
    await see.equal(() => page.evaluate(async () => (await caches.keys()).length), 1, file);
  }
  await server.stop();
  await page.reload();
  await page.waitForSelector(".grid");
  await see.equal(() => version(page), "1");
  await server.start();
});

test("the page in one file opens from a file address and needs nothing else", { timeout: 90_000 }, async (t) => {
  const { page, address } = await singleFile(t);
  await page.goto(address);
  await page.waitForSelector(".grid");
  await see.deepEqual(() => chain(page), ["500", "487", "484", "470"]);
  await page.selectOption("#method", "adams");
  await saved(page);
  await page.reload();
  await page.waitForSelector(".grid");
  await see.equal(() => page.inputValue("#method"), "adams", "the work is kept for a file, too");
  await page.click("text=Share");
  await see.match(() => page.inputValue("#share-link"), /^file:.*#v1\./);
});
