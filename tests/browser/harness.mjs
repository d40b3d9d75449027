// What every browser test needs: dist/ served from this process, Chromium, and a page whose every complaint fails the
// test: console errors, page errors, violations of the content security policy, requests to another origin.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shots = join(root, "tests/browser/shots");
const axeSource = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".svg": "image/svg+xml" };
const CHROMIUM = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

let server;
let browser;
let origin;

before(async () => {
  server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).replace(/^(\.\.[/\\])+/, "");
    const file = join(root, "dist", path === "/" ? "index.html" : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "cache-control": "no-store" });
    response.end(readFileSync(file));
  });
  await new Promise((ready) => { server.listen(0, "127.0.0.1", ready); });
  origin = `http://127.0.0.1:${server.address().port}`;
  const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  browser = await chromium.launch({ executablePath: CHROMIUM.find((path) => path && existsSync(path)), args: quiet });
});

after(async () => {
  await browser?.close();
  server?.close();
});

/** The path of a file in tests/data. */
export const data = (name) => join(root, "tests/data", name);

/** Opens the page in `context` and waits until it can be used. */
export async function openPage(context, fragment = "") {
  const page = await context.newPage();
  await page.goto(`${origin}/${fragment}`);
  await page.waitForSelector("main");
  return page;
}

/** Runs `use` on a page in a fresh browser context, and fails on anything the page complained about. */
export async function withPage(t, options, use) {
  const { locale = "en", colorScheme = "light", width = 1440, fragment = "", clipboard = false } = options;
  const height = width < 500 ? 844 : 900;
  const context = await browser.newContext({ locale, colorScheme, viewport: { width, height } });
  if (clipboard) await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  const complaints = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:") && !url.startsWith("blob:")) complaints.push(`request to ${url}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  try {
    await use(await openPage(context, fragment), context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

/** Fails with what axe-core finds, if it finds anything. */
export async function axe(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document);
    return violations.map((v) => `${v.id} (${v.impact}): ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`);
  });
  assert.deepEqual(found, []);
}

/** A screenshot in the ignored folder tests/browser/shots. */
export async function shoot(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
}
