// The first screen stands on the first part of the program alone; what comes too early for the rest waits, and is not lost.

import assert from 'node:assert/strict';
import { profile, scene, see } from './harness.mjs';

/** A page that no service worker brings, and what its requests for the rest meet. */
async function visitor(t, options, meet) {
  const context = await profile({ ...options, serviceWorkers: 'block' });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.route('**/rest-*', meet);
  return page;
}

for (const locale of ['zh-CN', 'en-US']) {
  scene(`the first screen does without the rest of the program: ${locale}`, { locale }, async ({ t, origin }) => {
    // It never comes: a page that wants it would stand still.
    const page = await visitor(t, { locale }, () => {});
    await page.goto(`${origin}/`);
    await page.locator('td[data-row="0"][data-col="2"]').click();
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await see.match(() => page.textContent('tbody tr td[data-col="2"]'), /1,?234/);
    await page.fill('#house', '501');
    await page.press('#house', 'Enter');
    await see.equal(() => page.inputValue('#house'), '501');
    await page.keyboard.press('Control+z');
    // A save that begins meanwhile waits for the rest as well, and the page does not.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 3_000)));
    await see.equal(() => page.inputValue('#house'), '500');
    await page.fill('#house', '502');
    await page.press('#house', 'Enter');
    await see.equal(() => page.inputValue('#house'), '502');
  });
}

scene('the first screen has the line to itself, and the rest follows unasked', {}, async ({ t, origin }) => {
  const context = await profile({});
  t.after(() => context.close());
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
  // The service worker fetches every file once the rest is there.
  await see.match(() => page.textContent('.offline-state'), /without a network/);
  const at = (what) => asked.findIndex((url) => what.test(url));
  assert.ok(at(/rest-/) > at(/app-[0-9a-f]+_bg\.wasm/));
  assert.ok(at(/sw\.js/) > at(/rest-/) || at(/sw\.js/) < 0);
  assert.ok(at(/xlsx-/) > at(/rest-/));
  // What waited for the rest came with it.
  await page.locator('td[data-row="0"][data-col="3"]').click();
  await see.match(() => page.textContent('#grid-formula'), /≈/);
});

scene('a step that is asked for before the rest came waits for it', {}, async ({ t, origin }) => {
  let asked = 0;
  // The first request is the one in the background.
  const page = await visitor(t, {}, (route) => (asked++ === 0 ? undefined : route.continue()));
  await page.goto(`${origin}/`);
  await page.locator('td[data-row="0"][data-col="2"]').waitFor();
  await see.equal(() => asked, 1);
  await page.click('nav.steps a[href="#/report"]');
  await see.match(() => page.textContent('main'), /credentials/i);
  assert.equal(asked, 2);
  await page.click('nav.steps a[href="#/elections"]');
  await see.equal(() => page.locator('main h2').count().then((n) => n > 0), true);
  assert.equal(asked, 2, 'it is there now');
});
