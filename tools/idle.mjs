// Looks which functions the first screen runs, in both languages, wide and narrow, quick and slow, until it stands, and with a figure entered
// and taken back, while the rest of the program never comes, and writes `tools/idle.txt` and `tools/keys.txt` (tools/idle.py). After
// `make build`: node tools/idle.mjs

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../tests/browser/server.mjs';
import { chromiumPath } from './chromium.mjs';

const VISITORS = [
  { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { locale: 'en-US', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { locale: 'en-US', colorScheme: 'light', viewport: { width: 1024, height: 768 } },
  { locale: 'zh-CN', colorScheme: 'dark', viewport: { width: 2560, height: 1440 } },
  // What takes longer than a frame is drawn in parts, by code of its own.
  { locale: 'zh-CN', colorScheme: 'light', viewport: { width: 1440, height: 900 }, slowness: 8 },
];

const target = process.env.CARGO_TARGET_DIR || 'target';
const module = join(target, 'wasm-opt', 'release', 'app_bg.wasm');
// The script as wasm-bindgen wrote it, with the names that this module knows.
const script = readFileSync(join(target, 'wasm-bindgen', 'release', 'app.js'), 'utf8');
const folder = join(target, 'idle');
mkdirSync(folder, { recursive: true });
const counted = join(folder, 'app_bg.wasm');
execFileSync('python3', ['tools/idle.py', 'counted', module, counted], { stdio: 'inherit' });

const server = await serve();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
/** The functions run until the screen stands, and until a figure was entered and taken back. */
const [shown, run] = [new Set(), new Set()];
for (const { slowness = 1, ...visitor } of VISITORS) {
  const context = await browser.newContext({ ...visitor, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
  const altered = (pattern, alter) => page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: alter(await response.text()) });
  });
  await altered('**/', (html) => html.replace(/ integrity="[^"]*"/g, '').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  await altered('**/app-*.js', () => script.replace('__proto__: null,', '__proto__: null, __seen: (at) => { (window.seen ??= new Set()).add(at); },'));
  await page.route('**/app-*_bg.wasm', (route) => route.fulfill({ path: counted, contentType: 'application/wasm' }));
  await page.route(/\/(keys|rest)-/, () => {});
  await page.goto(`${server.origin}/`);
  const add = async (functions) => { for (const at of await page.evaluate(() => [...window.seen])) functions.add(at); };
  const cell = page.locator('td[data-row="0"][data-col="2"]');
  await cell.waitFor();
  await page.mouse.move(200, 300);
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 1_000 }), 100)));
  await add(shown);
  await cell.click();
  for (const [key, times] of [['ArrowDown', 2], ['ArrowUp', 2], ['Tab', 1], ['Shift+Tab', 1]]) {
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  }
  await page.keyboard.type('1234');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /1,?234/.test(document.querySelector('td[data-row="0"][data-col="2"]').textContent));
  await page.fill('#house', '501');
  await page.press('#house', 'Enter');
  await cell.click();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => !/1,?234/.test(document.querySelector('td[data-row="0"][data-col="2"]').textContent));
  // One figure stays, so that there is something to save.
  await page.keyboard.type('1235');
  await page.keyboard.press('Enter');
  await page.locator('.grid-scroll').evaluate((view) => { view.scrollTop = 400; });
  // Idle time, in which the page asks for the rest and begins to save.
  await page.evaluate(() => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 1_000 }), 1_000)));
  await add(run);
  await context.close();
}
await browser.close();
await server.close();
const numbers = join(folder, 'seen.json');
writeFileSync(numbers, JSON.stringify({ shown: [...shown], run: [...run] }));
execFileSync('python3', ['tools/idle.py', 'list', module, numbers], { stdio: 'inherit' });
