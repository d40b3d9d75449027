// The page opens: anywhere, for anybody, without asking any other host.

import assert from 'node:assert/strict';
import { scene, see } from './harness.mjs';
import { DEEP } from './server.mjs';

scene('opens in any folder', { path: DEEP }, async ({ page }) => {
  await see.equal(() => page.locator('h1').count(), 1);
});

scene('carries a content policy that refuses foreign scripts', {}, async ({ page, faults }) => {
  // A script in the page runs as it is put there, or not at all.
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.foreign = true';
    document.head.append(script);
    return 'foreign' in globalThis;
  });
  assert.equal(ran, false);
  // The browser says so, and the page is told.
  await see.ok(() => faults.length > 1);
  assert.ok(faults.every((fault) => fault.includes('script-src')), faults.join('\n'));
  faults.length = 0;
});

scene('refuses to ask another host, and the attempt would fail a test', {}, async ({ page, faults }) => {
  await page.evaluate(() => fetch('http://example.org/').catch(() => undefined));
  assert.ok(faults.some((fault) => fault.includes('connect-src')), faults.join('\n'));
  // A navigation is beyond any content policy; the harness sees it too.
  await page.goto('http://example.org/').catch(() => undefined);
  assert.ok(faults.includes('foreign request: http://example.org/'), faults.join('\n'));
  faults.length = 0;
});

for (const locale of ['zh-CN', 'en-US']) {
  scene(`speaks the browser's language: ${locale}`, { locale }, async ({ page }) => {
    await see.equal(() => page.evaluate(() => document.documentElement.lang.slice(0, 2)), locale.slice(0, 2));
  });
}
