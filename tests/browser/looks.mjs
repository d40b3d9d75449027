// How a page looks and how it speaks to assistive software: screenshots, overflow, axe-core.

import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const SHOTS = new URL('./shots/', import.meta.url);
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The widths the page must fit, in CSS pixels, the languages and the themes. */
export const WIDTHS = [320, 390, 768, 1440, 2560];
export const LOCALES = ['zh-CN', 'en-US'];
export const THEMES = ['light', 'dark'];

/** Every step, by its name in the address. */
export const STEPS = ['allocation', 'roster', 'rules', 'sittings', 'elections', 'composition', 'compare', 'report'];

/** Goes to a step. */
export async function go(page, step) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${step}`);
  await page.waitForSelector(`a[href="#/${step}"][aria-current]`);
}

/** With SHOTS set, writes `shots/<name>.png`: for human eyes, so nobody else waits for it. */
export async function shoot(page, name, { fullPage = true } = {}) {
  if (!process.env.SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, SHOTS)), fullPage });
}

/** Fails if the page scrolls sideways, or if text is cut off where nothing says that it may be. */
export async function assertNothingCut(page) {
  const cut = await page.evaluate(() => {
    const root = document.scrollingElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} px too wide`] : [];
    for (const element of document.querySelectorAll('body *')) {
      const style = getComputedStyle(element);
      const clips = ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis';
      // One pixel wide: text for screen readers alone.
      const hidden = element.clientWidth <= 1 || style.visibility === 'hidden';
      if (clips && !hidden && element.innerText?.trim() && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${element.tagName.toLowerCase()}.${element.className}: ${element.innerText.trim().slice(0, 40)}`);
      }
    }
    return found;
  });
  assert.deepEqual(cut, []);
}

/** Fails on any violation that axe-core finds, with the elements in question; `rules` are those to hold, all unless told. */
export async function assertAccessible(page, rules) {
  if (!await page.evaluate(() => 'axe' in globalThis)) {
    // Through the debugger, since the page's content policy rightly refuses a foreign script.
    const debug = await page.context().newCDPSession(page);
    await debug.send('Runtime.evaluate', { expression: AXE });
    await debug.detach();
  }
  const violations = await page.evaluate(async (rules) => (await globalThis.axe.run({ resultTypes: ['violations'], ...rules && { runOnly: rules } })).violations, rules);
  const told = violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes.slice(0, 5).map((n) => n.target).join(', ')} of ${nodes.length}`);
  assert.deepEqual(told, []);
}

/** The same in both themes, which differ in colours alone. */
export async function assertAccessibleInBoth(page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  await assertAccessible(page);
}
