// What every browser test shares: one Chromium and one server per file, an address per visit of which the browser knows
// nothing yet, and the promise that a test fails when a page reports an error, breaks its content policy or asks anything of
// another host: a scene, a profile and the single file are all watched.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { pathToFileURL } from 'node:url';
import { headlessPath } from '../../tools/chromium.mjs';
import { DIST, serve } from './server.mjs';

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // No name resolves, so nothing leaves this machine even if the page tries; the attempt is recorded as a fault.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.roster.localhost',
];
const PATIENCE = 10_000;

let browser;
let server;

before(async () => {
  const executablePath = headlessPath();
  assert.ok(executablePath, 'no Chromium found: `make test` installs it, or set CHROMIUM to its path');
  server = await serve();
  browser = await chromium.launch({ executablePath, args: ARGUMENTS });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * A fresh profile with nothing open, for tests that bring their own server or file; watched like a scene. `origins` are the
 * servers that its pages may ask: their addresses, and 'file:' for files. Empty `faults` after a fault that is meant.
 */
export async function profile(t, { origins, ...options }) {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  const own = { context, faults: [], origins: origins.map(placed) };
  t.after(async () => {
    const found = [...own.faults];
    await context.close();
    assert.deepEqual(found, []);
  });
  await watch(own);
  return own;
}

/** The page in one file, its address, and an empty page without a network to open it in; whatever it reports or asks for is a fault. */
export async function singleFile(t) {
  const folder = mkdtempSync(join(tmpdir(), 'single-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'delegate-roster.html');
  execFileSync('python3', ['tools/single_file.py', DIST, file]);
  const { context, faults } = await profile(t, { origins: ['file:'], offline: true });
  return { page: await context.newPage(), faults, address: pathToFileURL(file).href };
}

/**
 * Keeps the compiled program in a profile's process: each further page there starts in less than half the processor time. The page
 * that keeps it is an empty one, so that nothing of the application runs in it.
 */
export async function keepCompiled(context, origin) {
  const keeper = await context.newPage();
  await keeper.route(`${origin}/keeper`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>keeper</title>' }));
  await keeper.goto(`${origin}/keeper`);
  const modules = readdirSync(DIST).filter((name) => /^(app|rest)-.*\.wasm$/.test(name));
  await keeper.evaluate((names) => {
    window.kept = names.map((name) => WebAssembly.compileStreaming(fetch(name)));
  }, modules);
  return keeper;
}

/** Each visit has a host of its own: what the page stored for one, no other finds. All are this machine. */
let hosts = 0;
const at = (host) => server.origin.replace('127.0.0.1', `${host}.roster.localhost`);

/** Profiles that no visit is in, by what they were made with. */
const idle = new Map();

/** A profile as told, made or used again. What its last visit stored lies at another host; what it reports now goes to `faults`. */
async function enter(options, faults, origin) {
  const made = JSON.stringify(options);
  const origins = [origin, at('keeper')];
  const resting = idle.get(made)?.pop();
  if (resting) return Object.assign(resting, { faults, origins });
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const own = { context, made, faults, origins, spent: false };
  await watch(own);
  // What is done to all pages of a profile, those to come included, cannot be taken back.
  const lasting = [[context, ['addInitScript', 'exposeFunction', 'exposeBinding', 'route', 'setOffline', 'setExtraHTTPHeaders', 'grantPermissions']],
    [context.clock, ['install', 'setFixedTime', 'setSystemTime']]];
  for (const [object, names] of lasting) {
    for (const name of names) {
      const plain = object[name].bind(object);
      object[name] = (...given) => { own.spent = true; return plain(...given); };
    }
  }
  own.keeper = await keepCompiled(context, at('keeper'));
  return own;
}

/** Lets the next visit in, unless this one changed what cannot be changed back, or `failed`. */
async function leave(own, failed) {
  if (failed || own.spent) return own.context.close();
  await Promise.all(own.context.pages().filter((page) => page !== own.keeper).map((page) => page.close()));
  own.context.removeAllListeners('page');
  idle.set(own.made, [...idle.get(own.made) ?? [], own]);
}

const OPTIONS = ['locale', 'theme', 'width', 'height', 'path', 'fragment', 'permissions', 'offline'];

/** An option that nobody reads would leave a test of something else than it says. */
function assertKnown(options) {
  assert.deepEqual(Object.keys(options).filter((option) => !OPTIONS.includes(option)), [], 'a visit has no such option');
}

/**
 * One open page in a browser that has never seen it.
 *
 * Options: `locale` ('zh-CN' | 'en-US'), `theme` ('light' | 'dark'), `width`, `height`, `path` ('/' unless told),
 * `fragment` (what follows `#`), `permissions` (e.g. ['clipboard-read', 'clipboard-write']), `offline` (the files are kept for it,
 * which is work that other scenes are spared); no others. With SLOW set the processor has that part of its speed: what a scene does
 * not wait for shows.
 */
async function visit(options) {
  assertKnown(options);
  const { locale = 'en-US', theme = 'light', width = 1440, height = 900, path = '/', fragment, permissions = [], offline = false } = options;
  const faults = [];
  const origin = at(`v${hosts += 1}`);
  const own = await enter({
    serviceWorkers: offline ? 'allow' : 'block', locale: locale === 'en' ? 'en-US' : locale, permissions, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', timezoneId: 'Asia/Shanghai',
  }, faults, origin);
  const { context } = own;
  const page = await context.newPage();
  // Asked of the page and not of its profile, so that scenes of any width and theme share profiles.
  await Promise.all([page.setViewportSize({ width, height }), page.emulateMedia({ colorScheme: theme })]);
  if (process.env.SLOW) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: Number(process.env.SLOW) });
  const address = (hash) => origin + path + (hash ? `#${hash}` : '');
  await page.goto(address(fragment));
  await opened(page);
  return { page, context, faults, address, origin, own };
}

/** Where an address is: its origin, and for what is no server's its protocol. */
function placed(address) {
  const { protocol, origin } = new URL(address);
  return origin === 'null' ? protocol : origin;
}

/** Collects, for every page of a profile, what must not happen. */
async function watch(own) {
  const { context } = own;
  context.on('weberror', (error) => own.faults.push(`page error: ${error.error()}`));
  context.on('console', (message) => {
    if (message.type() === 'error') own.faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    const address = request.url();
    if (!/^(data|blob):/.test(address) && !own.origins.includes(placed(address))) own.faults.push(`foreign request: ${address}`);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (e) => console.error(`content policy: ${e.violatedDirective} ${e.blockedURI}`));
  });
}

/** Waits until the application stands in place of the loading note; use it after a reload. */
export async function opened(page) {
  await page.waitForSelector('h1');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Waits until the page has nothing left to do: what it put off is done as well. */
export const atRest = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done())));
}));

/** Waits until what follows from the last event is on the screen; what was said before it has gone by then. */
export const drawn = (page) => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())); }));

/** Waits until the page says that what was done last is saved. */
export async function saved(page) {
  await drawn(page);
  await page.waitForSelector('.save-state.saved');
}

/**
 * `see.equal(() => page.inputValue('#x'), '1')`: the assertions of node:assert on what the page comes to show. The page draws
 * after the event that changed it, so a look that fails is repeated until it holds, or fails as assert would.
 */
export const see = new Proxy({}, {
  get: (_, name) => async (look, ...rest) => {
    const end = performance.now() + PATIENCE / 2;
    for (;;) {
      try {
        return assert[name](await look(), ...rest);
      } catch (fault) {
        if (performance.now() > end) throw fault;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  },
});

/**
 * A test in a browser that has never seen the page. The body gets `page`, `context`, `address(fragment)`, `origin`, `faults` (empty it after
 * a fault that is meant) and `fresh(options)`, which opens another profile: a second person's browser. `timeout` is for a scene
 * that has more to do than others.
 */
export function scene(name, { timeout = 60_000, ...options }, body) {
  assertKnown(options);
  test(name, { timeout }, async (t) => {
    const visits = [];
    const fresh = async (more = {}) => {
      const visited = await visit({ ...options, ...more });
      visits.push(visited);
      return visited;
    };
    let done = false;
    try {
      await body({ ...await fresh(), fresh, t });
      for (const { faults } of visits) assert.deepEqual(faults, []);
      done = true;
    } finally {
      await Promise.all(visits.map(({ own }) => leave(own, !done)));
    }
  });
}
