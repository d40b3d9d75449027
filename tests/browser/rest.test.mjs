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
  });
}

scene('a step that is asked for before the rest came waits for it', {}, async ({ t, origin }) => {
  let asked = 0;
  // The first request is the one in the background.
  const page = await visitor(t, {}, (route) => (asked++ === 0 ? undefined : route.continue()));
  await page.goto(`${origin}/`);
  await page.locator('td[data-row="0"][data-col="2"]').waitFor();
  assert.equal(asked, 1);
  await page.click('nav.steps a[href="#/report"]');
  await see.match(() => page.textContent('main'), /credentials/i);
  assert.equal(asked, 2);
  await page.click('nav.steps a[href="#/elections"]');
  await see.equal(() => page.locator('main h2').count().then((n) => n > 0), true);
  assert.equal(asked, 2, 'it is there now');
});
