// The first screen stands on the first part of the program alone, and its keys on the second; what comes too early for a part waits, and
// is not lost.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { profile, scene, see } from './harness.mjs';

/** Which function stands behind a place of the table (tools/split.py). */
async function moved(place) {
  const lines = await readFile(join(process.env.CARGO_TARGET_DIR || 'target', 'moved.txt'), 'utf8').catch(() => '');
  return lines.split('\n').find((line) => line.startsWith(`${place} `)) ?? `what stands at place ${place} of the table`;
}

const brought = (route) => route.continue();

/**
 * It never comes. A page that asks for it by a request that waits would stand still until the scene's time is over; so it is closed, and
 * the function that it wanted is named.
 */
const never = async (route, wanted) => {
  if (route.request().resourceType() !== 'xhr') return;
  console.error(`wanted too early: ${await moved(wanted())} (\`make idle\` looks again which functions are run when)`);
  await route.request().frame().page().close();
};

/** A page that no service worker brings, and what its requests for the later parts meet. */
async function visitor(t, origin, options, { keys = brought, rest = brought }) {
  const { context } = await profile(t, { ...options, origins: [origin], serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    let own;
    Object.defineProperty(window, 'loadRest', {
      get: () => (place) => { console.debug(`place ${place}`); own(place); },
      set: (load) => { own = load; },
    });
  });
  let place;
  page.on('console', (message) => { place = /^place (\d+)$/.exec(message.text())?.[1] ?? place; });
  await page.route('**/keys-*', (route) => keys(route, () => place));
  await page.route('**/rest-*', (route) => rest(route, () => place));
  return page;
}

/** Keeps the page's timers that have not gone off, in the page, before anything else runs there. */
function keepTimers() {
  const [set, clear] = [window.setTimeout, window.clearTimeout];
  window.timers = new Set();
  window.setTimeout = (then, ...rest) => {
    const timer = set((...given) => { window.timers.delete(timer); then(...given); }, ...rest);
    window.timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => { window.timers.delete(timer); clear(timer); };
}

/** All that a page says, in its order: texts, and what is read out or shown beside them. Three places wait for the rest and say so. */
const said = (page) => page.evaluate(() => {
  const found = [document.title];
  const shown = /^(title|alt|placeholder|class|d|points|aria-.*)$/;
  const look = (node) => {
    if (node.nodeType === Node.TEXT_NODE) found.push(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches('#grid-formula, .save-state, .offline-state')) return;
    for (const { name, value } of node.attributes) if (shown.test(name)) found.push(`${name}: ${value}`);
    if (node.value !== undefined) found.push(`value: ${node.value}`);
    node.childNodes.forEach(look);
  };
  look(document.body);
  return found.filter((what) => what.trim() !== '');
});

/** What the first page says and the second does not, up to what only the second says: a few lines come with the rest. */
async function otherwise(page, whole) {
  const [without, all] = [await said(page), await said(whole)];
  assert.ok(without.length > 500, 'it says something');
  let at = 0;
  const more = all.filter((what) => (what === without[at] ? (at += 1, false) : true));
  return at < without.length ? without.slice(at, at + 5) : more.slice(20);
}

for (const locale of ['zh-CN', 'en-US']) {
  // The first part has the data that it reaches: in place of any other it would read zeros.
  scene(`the first screen says the same with the rest of the program and without it: ${locale}`, { locale }, async ({ t, origin }) => {
    let meet = never;
    const page = await visitor(t, origin, { locale }, { keys: (route, wanted) => meet(route, wanted), rest: never });
    const whole = await visitor(t, origin, { locale }, {});
    // There it is complete before anything is drawn.
    await whole.addInitScript(() => {
      let lend;
      Object.defineProperty(window, 'lendToRest', {
        get: () => (exports) => { lend(exports); window.loadRest(0); window.whole = true; },
        set: (own) => { lend = own; },
      });
    });
    for (const each of [page, whole]) {
      await each.goto(`${origin}/`);
      await each.locator('td[data-row="0"][data-col="2"]').waitFor();
    }
    assert.ok(await whole.evaluate(() => window.whole));
    await see.deepEqual(() => otherwise(page, whole), []);
    meet = brought;
    for (const each of [page, whole]) {
      await each.locator('td[data-row="0"][data-col="2"]').click();
      await each.keyboard.type('1234');
      await each.keyboard.press('Enter');
      await see.match(() => each.textContent('tbody tr td[data-col="2"]'), /1,?234/);
    }
    await see.deepEqual(() => otherwise(page, whole), []);
  });
}

for (const locale of ['zh-CN', 'en-US']) {
  scene(`the first screen does without the rest of the program: ${locale}`, { locale }, async ({ t, origin }) => {
    // It never comes: a page that wants it would stand still.
    const page = await visitor(t, origin, { locale }, { rest: never });
    await page.addInitScript(keepTimers);
    await page.goto(`${origin}/`);
    await page.locator('td[data-row="0"][data-col="2"]').click();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await see.match(() => page.textContent('tbody tr td[data-col="2"]'), /1,?234/);
    await page.fill('#house', '501');
    await page.press('#house', 'Enter');
    await see.equal(() => page.inputValue('#house'), '501');
    await page.keyboard.press('Control+z');
    // A save that begins once its time has come waits for the rest as well, and the page does not.
    await page.waitForFunction(() => window.timers.size === 0);
    await see.equal(() => page.inputValue('#house'), '500');
    await page.fill('#house', '502');
    await page.press('#house', 'Enter');
    await see.equal(() => page.inputValue('#house'), '502');
  });
}

scene('the first screen has the line to itself, and the rest follows unasked', {}, async ({ t, origin }) => {
  const { context } = await profile(t, { origins: [origin] });
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('td[data-row]')) return;
      observer.disconnect();
      window.fetchedFirst = performance.getEntriesByType('resource').map(({ name }) => name);
    }).observe(document, { childList: true, subtree: true });
  });
  const asked = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto(`${origin}/`);
  const first = await page.waitForFunction(() => window.fetchedFirst).then((names) => names.jsonValue());
  assert.equal(first.filter((name) => /app-[0-9a-f]+_bg\.wasm$/.test(name)).length, 1);
  assert.deepEqual(first.filter((name) => /(rest|xlsx|worker)-|sw\.js/.test(name)), []);
  const of = (what) => first.findIndex((name) => what.test(name));
  assert.ok(of(/keys-/) < 0 || of(/keys-/) > of(/app-[0-9a-f]+_bg\.wasm/), 'behind the first part');
  // The service worker fetches every file once the rest is there.
  await see.match(() => page.textContent('.offline-state'), /without a network/);
  const at = (what) => asked.findIndex((url) => what.test(url));
  assert.ok(at(/rest-/) > at(/app-[0-9a-f]+_bg\.wasm/));
  assert.ok(at(/sw\.js/) > at(/rest-/));
  assert.ok(at(/xlsx-/) > at(/rest-/));
  // What waited for the rest came with it.
  await page.locator('td[data-row="0"][data-col="3"]').click();
  await see.match(() => page.textContent('#grid-formula'), /≈/);
});

scene('a key that is pressed before its part came waits for it, and is not lost', {}, async ({ t, origin }) => {
  let asked = 0;
  // The first request is the one in the background.
  const page = await visitor(t, origin, {}, { keys: (route) => (asked++ === 0 ? undefined : route.continue()), rest: never });
  await page.goto(`${origin}/`);
  await page.locator('td[data-row="0"][data-col="2"]').click();
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await see.match(() => page.textContent('tbody tr td[data-col="2"]'), /1,?234/);
  assert.equal(asked, 2);
});

scene('a step that is asked for before the rest came waits for it', {}, async ({ t, origin }) => {
  let asked = 0;
  // The first request is the one in the background.
  const page = await visitor(t, origin, {}, { rest: (route) => (asked++ === 0 ? undefined : route.continue()) });
  await page.goto(`${origin}/`);
  await page.locator('td[data-row="0"][data-col="2"]').waitFor();
  await see.equal(() => asked, 1);
  await page.click('nav.steps a[href="#/report"]');
  await see.match(() => page.textContent('main'), /credentials/i);
  assert.equal(asked, 2);
  await page.click('nav.steps a[href="#/elections"]');
  await see.match(() => page.textContent('main h2'), /^Agenda$/);
  assert.equal(asked, 2, 'it is there now');
});
